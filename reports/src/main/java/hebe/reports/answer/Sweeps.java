package hebe.reports.answer;

import hebe.reports.number.EstimateText;
import hebe.sim.result.Comparison;
import hebe.sim.result.PolicyResult;
import hebe.sim.result.StudyResult;
import hebe.sim.stat.Estimate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The points of a sweep, by policy. */
public final class Sweeps {
  /** Metrics of which less is better, most important first. */
  public static final List<String> OBJECTIVES =
      List.of(Findings.DOWNTIME_PER_YEAR, Findings.COST_PER_YEAR);

  private Sweeps() {}

  /** Whether any policy was run at several points. */
  public static boolean isSwept(StudyResult study) {
    return study.policies().stream().anyMatch(policy -> !policy.point().isEmpty());
  }

  /** The swept paths, in the order of the sweep. */
  public static List<String> paths(StudyResult study) {
    Set<String> paths = new LinkedHashSet<>();
    study.policies().forEach(policy -> paths.addAll(policy.point().keySet()));
    return List.copyOf(paths);
  }

  /** The results by policy, each in the order of its points. */
  public static Map<String, List<PolicyResult>> byPolicy(StudyResult study) {
    Map<String, List<PolicyResult>> all = new LinkedHashMap<>();
    study
        .policies()
        .forEach(
            result -> all.computeIfAbsent(result.policy(), name -> new ArrayList<>()).add(result));
    return all;
  }

  /** The best points by an objective of the policies that have several; none without the metric. */
  public static List<BestPoint> best(StudyResult study, String objective) {
    List<BestPoint> best = new ArrayList<>();
    byPolicy(study)
        .forEach(
            (policy, points) -> {
              if (points.size() > 1) {
                leastOf(points, objective)
                    .ifPresent(p -> best.add(best(study, objective, points, p)));
              }
            });
    return best;
  }

  /**
   * The metric by which policies are ranked: the cost per year of a sweep where everything is
   * priced, otherwise the downtime per year.
   */
  public static String criterion(StudyResult study) {
    boolean priced =
        study.policies().stream()
            .allMatch(
                policy -> Findings.total(policy, Findings.COST_PER_YEAR, Findings.ALL).isPresent());
    return isSwept(study) && priced ? Findings.COST_PER_YEAR : Findings.DOWNTIME_PER_YEAR;
  }

  /** The word for an objective: {@code cost} or {@code downtime}. */
  public static String noun(String objective) {
    return objective.equals(Findings.COST_PER_YEAR) ? "cost" : "downtime";
  }

  /** At which of their points policies of a table stand, for its title; empty without a sweep. */
  public static String points(StudyResult study) {
    return isSwept(study) ? ", each at its point of least " + noun(criterion(study)) : "";
  }

  /** The study as if every policy had been run only where it is best by the criterion. */
  public static StudyResult atTheirBest(StudyResult study) {
    if (!isSwept(study)) {
      return study;
    }
    String criterion = criterion(study);
    List<PolicyResult> bests = new ArrayList<>();
    byPolicy(study)
        .values()
        .forEach(points -> bests.add(leastOf(points, criterion).orElse(points.get(0))));
    List<String> labels = bests.stream().map(PolicyResult::label).toList();
    return new StudyResult(
        study.scenario(),
        study.description(),
        study.sha256(),
        study.seed(),
        study.confidence(),
        study.horizonSeconds(),
        bests,
        study.comparisons().stream()
            .filter(pair -> labels.contains(pair.a()) && labels.contains(pair.b()))
            .toList(),
        study.scalings());
  }

  /** The point at which a metric is least, the first of several; none without the metric. */
  static Optional<PolicyResult> leastOf(List<PolicyResult> points, String objective) {
    Optional<PolicyResult> least = Optional.empty();
    double mean = Double.POSITIVE_INFINITY;
    for (PolicyResult point : points) {
      double its = mean(point, objective);
      if (its < mean) {
        mean = its;
        least = Optional.of(point);
      }
    }
    return least;
  }

  private static double mean(PolicyResult point, String objective) {
    return Findings.total(point, objective, Findings.ALL)
        .map(estimate -> EstimateText.mean(estimate).orElse(Double.POSITIVE_INFINITY))
        .orElse(Double.POSITIVE_INFINITY);
  }

  private static BestPoint best(
      StudyResult study, String objective, List<PolicyResult> points, PolicyResult best) {
    Map<String, Estimate> behind = new LinkedHashMap<>();
    for (Comparison pair : study.comparisons()) {
      boolean meant =
          pair.metric().name().equals(objective)
              && pair.metric().subject().equals(Findings.ALL)
              && pair.metric().cause().isEmpty();
      if (meant && pair.a().equals(best.label())) {
        behind.put(pair.b(), EstimateText.negated(pair.difference()));
      }
    }
    return new BestPoint(objective, points, points.indexOf(best), behind);
  }
}
