package hebe.sim.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hebe.sim.result.Curve;
import hebe.sim.result.Metric;
import hebe.sim.result.MetricId;
import hebe.sim.stat.Estimate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CombinationTest {
  private static final MetricId ID = MetricId.total("downtime", "all", "s");
  private static final List<Measure> MEAN = List.of(Measure.mean(ID));
  private static final List<Measure> RATIO = List.of(Measure.ratio(ID));

  private static Combination means(boolean random, double... values) {
    List<WorkResult> results = new ArrayList<>();
    for (double value : values) {
      results.add(result(results.size(), random, Measure.Value.of(value)));
    }
    return new Combination(MEAN, results, 0.95);
  }

  private static Combination ratios(boolean random, double... pairs) {
    List<WorkResult> results = new ArrayList<>();
    for (int i = 0; i < pairs.length; i += 2) {
      results.add(result(i / 2, random, new Measure.Value(pairs[i], pairs[i + 1])));
    }
    return new Combination(RATIO, results, 0.95);
  }

  private static WorkResult result(int replication, boolean random, Measure.Value value) {
    return new WorkResult(replication, List.of(value), List.of(), List.of(), random);
  }

  private static Estimate only(Combination combination) {
    assertThat(combination.metrics()).hasSize(1);
    Metric metric = combination.metrics().get(0);
    assertThat(metric.id()).isEqualTo(ID);
    assertThat(metric.exact()).isEmpty();
    return metric.estimate();
  }

  private static void isInterval(
      Estimate estimate, double mean, double halfWidth, Estimate.Method method, int count) {
    Estimate.Interval interval = (Estimate.Interval) estimate;
    assertThat(interval.mean()).isCloseTo(mean, within(1e-12));
    assertThat(interval.high() - interval.mean()).isCloseTo(halfWidth, within(1e-3 * halfWidth));
    assertThat(interval.mean() - interval.low()).isCloseTo(halfWidth, within(1e-3 * halfWidth));
    assertThat(interval.level()).isEqualTo(0.95);
    assertThat(interval.method()).isEqualTo(method);
    assertThat(interval.count()).isEqualTo(count);
  }

  @Test
  void mean_fourReplications_studentInterval() {
    // 1, 2, 3, 6: mean 3, squares 4 + 1 + 0 + 9 = 14, s^2 = 14/3, s/sqrt(4) = 1.0801;
    // t(0.975, 3) = 3.18245.
    isInterval(only(means(true, 1, 2, 3, 6)), 3, 3.18245 * 1.0801234, Estimate.Method.STUDENT, 4);
  }

  @Test
  void mean_oneReplication_hasNoInterval() {
    assertThat(only(means(true, 5))).isEqualTo(new Estimate.NoInterval(5, 1));
  }

  @Test
  void mean_nothingRandom_isDeterministic() {
    assertThat(only(means(false, 5))).isEqualTo(new Estimate.Deterministic(5, 1));
    assertThat(means(false, 5).random()).isFalse();
  }

  @Test
  void ratio_threeReplications_isThatOfTheSums() {
    // (4 + 0 + 8) / (2 + 1 + 3) = 2; residuals y - 2 c = 0, -2, 2: s^2 = 8/2 = 4;
    // s / sqrt(3) / mean c = 2 / 1.7320508 / 2; t(0.975, 2) = 4.30265.
    isInterval(
        only(ratios(true, 4, 2, 0, 1, 8, 3)),
        2,
        4.30265 / 1.7320508,
        Estimate.Method.RATIO_STUDENT,
        3);
  }

  @Test
  void share_intervalBeyondZeroOrOne_isCutThere() {
    // 9/10 and 10/10: 0.95 with 12.706 x 0.05 = 0.635 on either side, to 1.585; 0.05 likewise.
    Estimate.Interval most = (Estimate.Interval) only(ratios(true, 9, 10, 10, 10));
    assertThat(most.high()).isCloseTo(1.585, within(1e-3));
    assertThat(only(shares(9, 10, 10, 10)))
        .isEqualTo(
            new Estimate.Interval(
                most.mean(), most.low(), 1, 0.95, Estimate.Method.RATIO_STUDENT, 2));
    Estimate.Interval least = (Estimate.Interval) only(ratios(true, 1, 10, 0, 10));
    assertThat(only(shares(1, 10, 0, 10)))
        .isEqualTo(
            new Estimate.Interval(
                least.mean(), 0, least.high(), 0.95, Estimate.Method.RATIO_STUDENT, 2));
    assertThat(only(shares(4, 8, 4, 8))).isEqualTo(only(ratios(true, 4, 8, 4, 8)));
  }

  private static Combination shares(double... pairs) {
    return new Combination(List.of(Measure.share(ID)), ratios(true, pairs).results(), 0.95);
  }

  @Test
  void ratio_noCycles_isNoData() {
    assertThat(only(ratios(true, 0, 0, 0, 0))).isEqualTo(new Estimate.NoData());
    assertThat(only(ratios(false, 0, 0))).isEqualTo(new Estimate.NoData());
  }

  @Test
  void ratio_someReplicationsWithoutCycles_countAllTheSame() {
    Estimate.Interval interval = (Estimate.Interval) only(ratios(true, 0, 0, 6, 2));
    assertThat(interval.mean()).isEqualTo(3);
    assertThat(interval.count()).isEqualTo(2);
  }

  @Test
  void ratio_oneReplicationOrNothingRandom_isAPlainQuotient() {
    assertThat(only(ratios(true, 6, 4))).isEqualTo(new Estimate.NoInterval(1.5, 1));
    assertThat(only(ratios(false, 6, 4))).isEqualTo(new Estimate.Deterministic(1.5, 1));
  }

  @Test
  void minus_sameRandomNumbers_pairsTheReplications() {
    // 5-1, 9-4, 7-1: 4, 5, 6: mean 5, s = 1, 1/sqrt(3); t(0.975, 2) = 4.30265.
    isInterval(
        means(true, 5, 9, 7).minus(0, means(true, 1, 4, 1), 0),
        5,
        4.30265 / 1.7320508,
        Estimate.Method.PAIRED_STUDENT,
        3);
  }

  @Test
  void minus_oneSideDeterministic_isTheSameInEveryPair() {
    isInterval(
        means(true, 5, 6, 7).minus(0, means(false, 1), 0),
        5,
        4.30265 / 1.7320508,
        Estimate.Method.PAIRED_STUDENT,
        3);
    isInterval(
        means(false, 1).minus(0, means(true, 5, 6, 7), 0),
        -5,
        4.30265 / 1.7320508,
        Estimate.Method.PAIRED_STUDENT,
        3);
    assertThat(means(false, 3, 3).minus(0, means(false, 1), 0))
        .isEqualTo(new Estimate.Deterministic(2, 1));
  }

  @Test
  void minus_otherReplicationsOrARatio_refused() {
    assertThatThrownBy(() -> means(true, 1, 2).minus(0, means(true, 1, 2, 3), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("pairs need the same replications; got [0, 1] and [0, 1, 2]");
    assertThatThrownBy(() -> means(true, 1, 2).minus(0, ratios(true, 1, 2, 3, 4), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("downtime is a ratio: it has no value in one replication");
  }

  @Test
  void curve_twoReplications_isEstimatedBinByBin() {
    List<WorkResult> results = new ArrayList<>();
    for (int r = 0; r < 2; r++) {
      var samples = new WorkResult.Samples(List.of(1.0, 0.5 + r * 0.25), List.of(1.0, 0.0 + r));
      results.add(
          new WorkResult(
              r, List.of(Measure.Value.of(0)), List.of(samples, samples), List.of(), true));
    }
    Curve curve = new Combination(MEAN, results, 0.95).curve(1, "web", List.of(60.0, 90.0));
    assertThat(curve.subject()).isEqualTo("web");
    assertThat(curve.metric()).isEqualTo("availability");
    assertThat(curve.points()).hasSize(2);
    Curve.Point point = curve.points().get(1);
    assertThat(point.fromSeconds()).isEqualTo(60);
    assertThat(point.toSeconds()).isEqualTo(90);
    // t(0.975, 1) = 12.7062; 0.5 and 0.75 differ by 2 * 0.125, which is also the standard error.
    isInterval(point.mean(), 0.625, 12.7062 * 0.125, Estimate.Method.STUDENT, 2);
    isInterval(point.atEnd(), 0.5, 12.7062 * 0.5, Estimate.Method.STUDENT, 2);
    assertThat(curve.points().get(0).fromSeconds()).isZero();
  }

  @Test
  void results_noneOrOfOtherMeasures_refused() {
    assertThatThrownBy(() -> new Combination(MEAN, List.of(), 0.95))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("nothing to combine: no replication has run");
    WorkResult empty = new WorkResult(4, List.of(), List.of(), List.of(), true);
    assertThatThrownBy(() -> new Combination(MEAN, List.of(empty), 0.95))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("replication 4: expected a value for each of 1 measures, got 0");
  }
}
