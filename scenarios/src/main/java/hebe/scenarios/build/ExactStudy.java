package hebe.scenarios.build;

import hebe.models.fleet.ExactOperation;
import hebe.models.fleet.ExactValues;
import hebe.sim.exact.UnsolvableException;
import hebe.sim.result.Metric;
import hebe.sim.result.PolicyResult;
import hebe.sim.result.StudyResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The exact solution of every policy of a scenario that has one.
 *
 * @param solved by the label of a run: the policy's name, and the sweep point if there is one
 * @param overHorizon the values over the scenario's horizon of those that are solved
 * @param refused why the others have none, by label; the reasons say what would help
 */
public record ExactStudy(
    Map<String, ExactOperation> solved,
    Map<String, ExactValues> overHorizon,
    Map<String, List<String>> refused) {
  /** Reasons that are shown for a policy: copies of one part have the same. */
  private static final int MOST_REASONS = 8;

  /**
   * Solves a scenario.
   *
   * @param limit most states of the model of a run
   */
  public static ExactStudy of(Scenario scenario, int limit) {
    Map<String, ExactOperation> solved = new LinkedHashMap<>();
    Map<String, ExactValues> overHorizon = new LinkedHashMap<>();
    Map<String, List<String>> refused = new LinkedHashMap<>();
    double horizonSeconds = scenario.study().horizonSeconds();
    for (PolicyRun run : scenario.runs()) {
      try {
        ExactOperation operation = ExactOperation.of(run.fleet(), limit);
        solved.put(run.label(), operation);
        overHorizon.put(run.label(), operation.over(horizonSeconds));
      } catch (UnsolvableException e) {
        refused.put(run.label(), e.reasons());
      }
    }
    return new ExactStudy(solved, overHorizon, refused);
  }

  /** No solution of any policy, as nobody asked for it. */
  public static ExactStudy none() {
    return new ExactStudy(Map.of(), Map.of(), Map.of());
  }

  /**
   * The simulated study with the exact values beside; in a sweep also with those in the long run,
   * which are known more often.
   */
  public StudyResult beside(StudyResult study) {
    boolean swept = study.policies().stream().anyMatch(policy -> !policy.point().isEmpty());
    return new StudyResult(
        study.scenario(),
        study.description(),
        study.sha256(),
        study.seed(),
        study.confidence(),
        study.horizonSeconds(),
        study.policies().stream().map(policy -> beside(policy, swept)).toList(),
        study.comparisons(),
        study.scalings());
  }

  private PolicyResult beside(PolicyResult policy, boolean swept) {
    if (!solved.containsKey(policy.label())) {
      return policy;
    }
    ExactValues exact = overHorizon.get(policy.label());
    List<Metric> metrics = new ArrayList<>();
    for (Metric metric : policy.metrics()) {
      boolean known = exact.values().containsKey(metric.id());
      OptionalDouble value =
          known ? OptionalDouble.of(exact.values().get(metric.id())) : OptionalDouble.empty();
      metrics.add(new Metric(metric.id(), metric.estimate(), value));
    }
    return new PolicyResult(
        policy.policy(),
        policy.point(),
        policy.replications(),
        metrics,
        policy.curves(),
        policy.outages(),
        policy.timelines(),
        swept ? solved.get(policy.label()).inTheLongRun().values() : Map.of());
  }

  /** Why policies have no values over the horizon, by label. */
  public Map<String, List<String>> withoutHorizon() {
    Map<String, List<String>> without = new LinkedHashMap<>(refused);
    overHorizon.forEach(
        (policy, values) -> {
          if (!values.missing().isEmpty()) {
            without.put(policy, values.missing());
          }
        });
    return without;
  }

  /** What has no exact value, and why, in lines; empty if everything has one. */
  public List<String> gaps() {
    List<String> lines = new ArrayList<>();
    refused.forEach((policy, why) -> lines.addAll(gap("no exact solution", policy, why)));
    overHorizon.forEach(
        (policy, values) ->
            lines.addAll(gap("no exact values over the horizon", policy, values.missing())));
    solved.forEach(
        (policy, operation) ->
            lines.addAll(
                gap(
                    "no exact numbers and causes of outages, only downtimes",
                    policy,
                    operation.causesMissing())));
    solved.forEach(
        (policy, operation) ->
            lines.addAll(
                gap("no exact values of what clients see", policy, operation.clientsMissing())));
    return lines;
  }

  /** Lines that say what a policy has not, and why. */
  public static List<String> gap(String what, String policy, List<String> reasons) {
    String begin = what + ", policy " + policy + ": ";
    List<String> lines = new ArrayList<>();
    reasons.stream().limit(MOST_REASONS).forEach(reason -> lines.add(begin + reason));
    if (reasons.size() > MOST_REASONS) {
      lines.add(begin + "and " + (reasons.size() - MOST_REASONS) + " more transitions like these");
    }
    return lines;
  }
}
