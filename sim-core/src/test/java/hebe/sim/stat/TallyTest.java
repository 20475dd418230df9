package hebe.sim.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hebe.sim.random.Streams;
import hebe.sim.stat.Estimate.Interval;
import hebe.sim.stat.Estimate.Method;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TallyTest {

  @Test
  void estimate_pencilSample_isTheStudentInterval() {
    // 1, 2, 3, 4: mean 2.5, variance 5/3, standard error sqrt(5/12); t(95 %, 3) = 3.182446305.
    Tally tally = tallyOf(1, 2, 3, 4);
    Interval interval = (Interval) tally.estimate(0.95);
    double halfWidth = 3.182446305284263 * Math.sqrt(5.0 / 12);
    assertThat(tally.variance()).isCloseTo(5.0 / 3, within(1e-15));
    assertThat(interval.mean()).isEqualTo(2.5);
    assertThat(interval.low()).isCloseTo(2.5 - halfWidth, within(1e-11));
    assertThat(interval.high()).isCloseTo(2.5 + halfWidth, within(1e-11));
    assertThat(interval.level()).isEqualTo(0.95);
    assertThat(interval.method()).isEqualTo(Method.STUDENT);
    assertThat(interval.count()).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource({ // by mpmath 1.3.0 with 30 digits, from the incomplete beta function
    "0.90, 2, 6.313751514675043",
    "0.95, 2, 12.706204736174698",
    "0.99, 6, 4.032142983557536",
    "0.95, 31, 2.042272456301238",
    "0.95, 1000001, 1.959966356814107"
  })
  void studentQuantile_manyDigitsAsOracle_agrees(double level, int n, double expected) {
    assertThat(Student.quantile(level, n)).isCloseTo(expected, within(1e-9 * expected));
  }

  @Test
  void estimate_tooFewObservations_saysSo() {
    assertThat(new Tally().estimate(0.95)).isEqualTo(new Estimate.NoData());
    assertThat(tallyOf(7).estimate(0.95)).isEqualTo(new Estimate.NoInterval(7, 1));
  }

  @Test
  void estimate_identicalValues_hasWidthZero() {
    assertThat(tallyOf(0.1, 0.1, 0.1).estimate(0.95))
        .isEqualTo(new Interval(0.1, 0.1, 0.1, 0.95, Method.STUDENT, 3));
  }

  @Test
  void moments_offsetSample_agreeWithCommonsMathAndSsj() {
    double[] sample = normal(1, 5_000, 1e6, 3);
    Tally tally = tallyOf(sample);
    SummaryStatistics commons = new SummaryStatistics();
    umontreal.ssj.stat.Tally ssj = new umontreal.ssj.stat.Tally();
    for (double value : sample) {
      commons.addValue(value);
      ssj.add(value - 1e6); // SSJ's textbook variance loses its digits at such an offset
    }
    assertThat(tally.mean()).isCloseTo(commons.getMean(), within(1e-8));
    assertThat(tally.variance()).isCloseTo(commons.getVariance(), within(1e-9));
    assertThat(tally.mean() - 1e6).isCloseTo(ssj.average(), within(1e-8));
    assertThat(tally.variance()).isCloseTo(ssj.variance(), within(1e-8));
    assertThat(tally.min()).isEqualTo(commons.getMin());
    assertThat(tally.max()).isEqualTo(commons.getMax());
    assertThat(tally.count()).isEqualTo(5_000);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 500, 998, 999, 1000})
  void merge_splitSample_equalsOneFedWithAll(int split) {
    double[] sample = normal(2, 1_000, 50, 10);
    Tally all = tallyOf(sample);
    Tally merged = tallyOf(Arrays.copyOfRange(sample, 0, split));
    merged.merge(tallyOf(Arrays.copyOfRange(sample, split, sample.length)));
    assertThat(merged.count()).isEqualTo(all.count());
    assertThat(merged.mean()).isCloseTo(all.mean(), within(1e-12));
    assertThat(merged.variance()).isCloseTo(all.variance(), within(1e-10));
    assertThat(merged.min()).isEqualTo(all.min());
    assertThat(merged.max()).isEqualTo(all.max());
  }

  @Test
  void merge_withItself_doublesTheSample() {
    Tally tally = tallyOf(1, 3);
    tally.merge(tally); // 1, 3, 1, 3: mean 2, squares 4, variance 4/3
    assertThat(tally.count()).isEqualTo(4);
    assertThat(tally.mean()).isEqualTo(2);
    assertThat(tally.variance()).isCloseTo(4.0 / 3, within(1e-15));
  }

  @Test
  void coverage_normalData_isNominal() {
    int covered = 0;
    for (int study = 0; study < 1_000; study++) {
      Interval interval = (Interval) tallyOf(normal(study, 20, 100, 15)).estimate(0.95);
      covered += interval.low() <= 100 && 100 <= interval.high() ? 1 : 0;
    }
    // 950 expected, standard deviation sqrt(1000 * 0.95 * 0.05) = 6.9; 4.5 of these either way
    assertThat(covered).isBetween(919, 981);
  }

  @Test
  void misuse_isRefused() {
    Tally tally = new Tally();
    assertThatThrownBy(() -> tally.add(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(tally::mean).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> tallyOf(1).variance())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("at least 2, got 1");
    assertThatThrownBy(() -> tally.estimate(1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("level");
  }

  static Tally tallyOf(double... values) {
    Tally tally = new Tally();
    DoubleStream.of(values).forEach(tally::add);
    return tally;
  }

  static double[] normal(int replication, int count, double mean, double deviation) {
    Streams streams = new Streams(2007, replication, 1);
    streams.open(0, "normal");
    NormalDistribution law = new NormalDistribution(null, mean, deviation);
    return DoubleStream.generate(() -> law.inverseCumulativeProbability(streams.nextUniform(0)))
        .limit(count)
        .toArray();
  }
}
