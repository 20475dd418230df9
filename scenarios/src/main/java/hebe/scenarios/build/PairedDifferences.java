package hebe.scenarios.build;

import hebe.models.client.ClientMetrics;
import hebe.models.outage.Subjects;
import hebe.sim.result.Comparison;
import hebe.sim.result.Metric;
import hebe.sim.result.MetricId;
import hebe.sim.result.PolicyResult;
import hebe.sim.stat.Estimate;
import hebe.sim.study.Combination;
import hebe.sim.study.Measure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Differences of runs that met the same random numbers, with their intervals.
 *
 * <p>Without a sweep: every policy against every one behind it, each interval by itself. With one:
 * for the downtime and, if there is one, the cost, the best point of each policy against its other
 * points, and against the best points of the other policies. Which point is best is found in the
 * same data, so all intervals of a sweep hold together, for whatever pair is looked at: by
 * Bonferroni the coverage of each of the m pairs of runs is 1 - (1 - confidence) / m.
 */
final class PairedDifferences {
  private static final String DOWNTIME = "downtime-per-year";
  private static final String COST = "cost-per-year";
  private static final Set<String> COMPARED =
      Set.of(
          "availability",
          DOWNTIME,
          "outages-per-year",
          COST,
          ClientMetrics.AVAILABILITY,
          ClientMetrics.LOST,
          ClientMetrics.FAILED);

  private final List<Ran> runs;
  private final double level;

  /**
   * One run, in all its replications.
   *
   * @param result what is reported of it
   * @param combination its replications
   */
  record Ran(PolicyResult result, Combination combination) {
    /** The point estimate of a metric over all causes and everything; infinite if it has none. */
    double mean(String metric) {
      for (Metric found : result.metrics()) {
        if (found.id().name().equals(metric) && isOverall(found.id())) {
          return found.estimate() instanceof Estimate.Interval interval
              ? interval.mean()
              : found.estimate() instanceof Estimate.Deterministic exact
                  ? exact.mean()
                  : found.estimate() instanceof Estimate.NoInterval one
                      ? one.mean()
                      : Double.POSITIVE_INFINITY;
        }
      }
      return Double.POSITIVE_INFINITY;
    }
  }

  private PairedDifferences(List<Ran> runs, double level) {
    this.runs = runs;
    this.level = level;
  }

  /** The differences of a study, in a fixed order. */
  static List<Comparison> of(List<Ran> runs, double confidence) {
    boolean swept = runs.stream().anyMatch(run -> !run.result().point().isEmpty());
    if (!swept) {
      return new PairedDifferences(runs, confidence).all();
    }
    double pairs = Math.max(1, runs.size() * (runs.size() - 1) / 2.0);
    return new PairedDifferences(runs, 1 - (1 - confidence) / pairs).ofBestPoints();
  }

  private List<Comparison> all() {
    List<Comparison> comparisons = new ArrayList<>();
    for (int a = 0; a < runs.size(); a++) {
      for (int b = a + 1; b < runs.size(); b++) {
        compare(runs.get(a), runs.get(b), COMPARED, false, comparisons);
      }
    }
    return comparisons;
  }

  private List<Comparison> ofBestPoints() {
    List<Comparison> comparisons = new ArrayList<>();
    Map<String, List<Ran>> byPolicy = new LinkedHashMap<>();
    for (Ran run : runs) {
      byPolicy.computeIfAbsent(run.result().policy(), name -> new ArrayList<>()).add(run);
    }
    for (String objective : List.of(DOWNTIME, COST)) {
      if (runs.stream().allMatch(run -> Double.isFinite(run.mean(objective)))) {
        List<Ran> bests = new ArrayList<>();
        for (List<Ran> points : byPolicy.values()) {
          Ran best = best(points, objective);
          points.stream()
              .filter(other -> !other.result().label().equals(best.result().label()))
              .forEach(other -> compare(best, other, Set.of(objective), true, comparisons));
          bests.add(best);
        }
        Set<String> between =
            objective.equals(COST)
                ? Set.of(COST)
                : Set.of("availability", DOWNTIME, "outages-per-year");
        for (int a = 0; a < bests.size(); a++) {
          for (int b = a + 1; b < bests.size(); b++) {
            compare(bests.get(a), bests.get(b), between, false, comparisons);
          }
        }
      }
    }
    return comparisons;
  }

  /** The run with the least mean; the first of several. */
  private static Ran best(List<Ran> points, String objective) {
    Ran best = points.get(0);
    for (Ran point : points) {
      best = point.mean(objective) < best.mean(objective) ? point : best;
    }
    return best;
  }

  private void compare(
      Ran a, Ran b, Set<String> metrics, boolean overall, List<Comparison> comparisons) {
    List<MetricId> there = b.combination().measures().stream().map(Measure::id).toList();
    for (int m = 0; m < a.combination().measures().size(); m++) {
      MetricId id = a.combination().measures().get(m).id();
      boolean wanted = metrics.contains(id.name()) && id.cause().isEmpty();
      if (wanted && (!overall || isOverall(id)) && there.contains(id)) {
        Estimate difference = a.combination().minus(m, b.combination(), there.indexOf(id), level);
        comparisons.add(new Comparison(id, a.result().label(), b.result().label(), difference));
      }
    }
  }

  private static boolean isOverall(MetricId id) {
    return id.subject().equals(Subjects.EVERYTHING) && id.cause().isEmpty();
  }
}
