package hebe.sim.study;

import hebe.sim.result.Curve;
import hebe.sim.result.Metric;
import hebe.sim.stat.Estimate;
import hebe.sim.stat.Paired;
import hebe.sim.stat.Ratio;
import hebe.sim.stat.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * The replications of one policy combined into estimates.
 *
 * @param measures what was measured
 * @param results in the order of the replications; one alone if nothing in them is random
 * @param confidence nominal coverage of the intervals
 */
public record Combination(List<Measure> measures, List<WorkResult> results, double confidence) {
  public Combination {
    measures = List.copyOf(measures);
    results = List.copyOf(results);
    if (results.isEmpty()) {
      throw new IllegalArgumentException("nothing to combine: no replication has run");
    }
    for (WorkResult result : results) {
      if (result.values().size() != measures.size()) {
        throw new IllegalArgumentException(
            "replication "
                + result.replication()
                + ": expected a value for each of "
                + measures.size()
                + " measures, got "
                + result.values().size());
      }
    }
  }

  /** Whether the results owe anything to chance. */
  public boolean random() {
    return results.get(0).random();
  }

  /** All metrics, in the order of the measures. */
  public List<Metric> metrics() {
    List<Metric> metrics = new ArrayList<>();
    for (int m = 0; m < measures.size(); m++) {
      metrics.add(new Metric(measures.get(m).id(), estimate(m), OptionalDouble.empty()));
    }
    return metrics;
  }

  private Estimate estimate(int measure) {
    if (measures.get(measure).kind() == Measure.Kind.MEAN) {
      return mean(result -> result.values().get(measure).numerator());
    }
    if (!random()) {
      Measure.Value value = results.get(0).values().get(measure);
      return value.denominator() == 0
          ? new Estimate.NoData()
          : new Estimate.Deterministic(value.numerator() / value.denominator(), 1);
    }
    Ratio ratio = new Ratio();
    for (WorkResult result : results) {
      Measure.Value value = result.values().get(measure);
      ratio.add(value.numerator(), value.denominator());
    }
    Estimate estimate = ratio.estimate(confidence);
    return measures.get(measure).kind() == Measure.Kind.SHARE ? cut(estimate) : estimate;
  }

  /** The estimate of a share: what lies outside [0, 1] is cut off its interval. */
  private static Estimate cut(Estimate share) {
    return share instanceof Estimate.Interval of
        ? new Estimate.Interval(
            of.mean(),
            Math.min(of.mean(), Math.max(0, of.low())),
            Math.max(of.mean(), Math.min(1, of.high())),
            of.level(),
            of.method(),
            of.count())
        : share;
  }

  private Estimate mean(ToDoubleFunction<WorkResult> value) {
    if (!random()) {
      return new Estimate.Deterministic(value.applyAsDouble(results.get(0)), 1);
    }
    Tally tally = new Tally();
    results.forEach(result -> tally.add(value.applyAsDouble(result)));
    return tally.estimate(confidence);
  }

  /**
   * The availability of a group over time.
   *
   * @param position of the group in the results
   */
  public Curve curve(int position, String group, List<Double> gridSeconds) {
    List<Curve.Point> points = new ArrayList<>();
    for (int i = 0; i < gridSeconds.size(); i++) {
      int bin = i;
      points.add(
          new Curve.Point(
              i == 0 ? 0 : gridSeconds.get(i - 1),
              gridSeconds.get(i),
              mean(result -> result.curves().get(position).means().get(bin)),
              mean(result -> result.curves().get(position).ends().get(bin))));
    }
    return new Curve("availability", group, "1", points);
  }

  /**
   * The difference of a mean between this policy and another one that was run with the same random
   * numbers, replication by replication; one that owes nothing to chance is the same in all.
   *
   * @param measure position of the measure here
   * @param otherMeasure its position there
   */
  public Estimate minus(int measure, Combination other, int otherMeasure) {
    return minus(measure, other, otherMeasure, confidence);
  }

  /**
   * The same difference with an interval of another nominal coverage, for example one of several
   * that shall hold together.
   *
   * @param level nominal coverage, in (0, 1)
   */
  public Estimate minus(int measure, Combination other, int otherMeasure, double level) {
    requireMean(measure);
    other.requireMean(otherMeasure);
    if (!random() && !other.random()) {
      return new Estimate.Deterministic(value(0, measure) - other.value(0, otherMeasure), 1);
    }
    if (random() && other.random() && !numbers().equals(other.numbers())) {
      throw new IllegalArgumentException(
          "pairs need the same replications; got " + numbers() + " and " + other.numbers());
    }
    int count = random() ? results.size() : other.results.size();
    List<Double> here = new ArrayList<>();
    List<Double> there = new ArrayList<>();
    for (int r = 0; r < count; r++) {
      here.add(value(random() ? r : 0, measure));
      there.add(other.value(other.random() ? r : 0, otherMeasure));
    }
    return Paired.estimate(here, there, level);
  }

  private void requireMean(int measure) {
    if (measures.get(measure).kind() != Measure.Kind.MEAN) {
      throw new IllegalArgumentException(
          measures.get(measure).id().name() + " is a ratio: it has no value in one replication");
    }
  }

  private List<Integer> numbers() {
    return results.stream().map(WorkResult::replication).toList();
  }

  private double value(int replication, int measure) {
    return results.get(replication).values().get(measure).numerator();
  }
}
