package hebe.sim.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hebe.sim.stat.Estimate.Interval;
import hebe.sim.stat.Estimate.Method;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.api.Test;

class RatioTest {

  @Test
  void estimate_pencilPairs_isTheRatioInterval() {
    // y = 1, 2, 3 and c = 2, 2, 4: r = 6/8, mean of c = 8/3; Z = -1/2, 1/2, 0, so s^2 = 1/4;
    // half width t(95 %, 2) * 1/2 / sqrt(3) / (8/3), t = 4.302652730.
    Ratio ratio = new Ratio();
    ratio.add(1, 2);
    ratio.add(2, 2);
    ratio.add(3, 4);
    Interval interval = (Interval) ratio.estimate(0.95);
    double halfWidth = 4.302652729749464 * 0.5 / Math.sqrt(3) / (8.0 / 3);
    assertThat(interval.mean()).isEqualTo(0.75);
    assertThat(interval.high() - interval.mean()).isCloseTo(halfWidth, within(1e-10));
    assertThat(interval.mean() - interval.low()).isCloseTo(halfWidth, within(1e-10));
    assertThat(interval.method()).isEqualTo(Method.RATIO_STUDENT);
    assertThat(interval.count()).isEqualTo(3);
  }

  @Test
  void estimate_randomPairs_agreesWithTwoPasses() {
    double[] c = TallyTest.normal(1, 500, 1000, 100);
    double[] noise = TallyTest.normal(2, 500, 7, 2);
    Ratio ratio = new Ratio();
    SummaryStatistics sumY = new SummaryStatistics();
    SummaryStatistics sumC = new SummaryStatistics();
    for (int i = 0; i < c.length; i++) {
      ratio.add(c[i] / 50 + noise[i], c[i]);
      sumY.addValue(c[i] / 50 + noise[i]);
      sumC.addValue(c[i]);
    }
    double r = sumY.getSum() / sumC.getSum();
    SummaryStatistics z = new SummaryStatistics();
    for (int i = 0; i < c.length; i++) {
      z.addValue(c[i] / 50 + noise[i] - r * c[i]);
    }
    double error = z.getStandardDeviation() / Math.sqrt(c.length) / sumC.getMean();
    Interval interval = (Interval) ratio.estimate(0.99);
    assertThat(interval.mean()).isCloseTo(r, within(1e-14));
    assertThat((interval.high() - r) / (Student.quantile(0.99, 500) * error))
        .isCloseTo(1, within(1e-9));
  }

  @Test
  void coverage_normalPairs_isNominal() {
    // E y / E c = (1000/50 + 7) / 1000 = 0.027, 200 pairs: the linearisation is then good.
    int covered = 0;
    for (int study = 0; study < 1_000; study++) {
      double[] c = TallyTest.normal(2 * study, 200, 1000, 100);
      double[] noise = TallyTest.normal(2 * study + 1, 200, 7, 2);
      Ratio ratio = new Ratio();
      for (int i = 0; i < c.length; i++) {
        ratio.add(c[i] / 50 + noise[i], c[i]);
      }
      Interval interval = (Interval) ratio.estimate(0.95);
      covered += interval.low() <= 0.027 && 0.027 <= interval.high() ? 1 : 0;
    }
    assertThat(covered).isBetween(919, 981);
  }

  @Test
  void estimate_tooFewPairs_saysSo() {
    Ratio ratio = new Ratio();
    assertThat(ratio.estimate(0.95)).isEqualTo(new Estimate.NoData());
    ratio.add(0, 0);
    ratio.add(0, 0);
    assertThat(ratio.estimate(0.95)).isEqualTo(new Estimate.NoData());
    Ratio one = new Ratio();
    one.add(3, 4);
    assertThat(one.estimate(0.95)).isEqualTo(new Estimate.NoInterval(0.75, 1));
  }

  @Test
  void estimate_identicalPairs_hasWidthZero() {
    Ratio ratio = new Ratio();
    ratio.add(3, 4);
    ratio.add(3, 4);
    assertThat(ratio.estimate(0.9))
        .isEqualTo(new Interval(0.75, 0.75, 0.75, 0.9, Method.RATIO_STUDENT, 2));
  }

  @Test
  void add_pairOutOfRange_isRefused() {
    Ratio ratio = new Ratio();
    assertThatThrownBy(() -> ratio.add(1, -1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ratio.add(Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
  }
}
