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
 * @param policies the policies of the runs, by label
 */
public record ExactStudy(
    Map<String, ExactOperation> solved,
    Map<String, ExactValues> overHorizon,
    Map<String, List<String>> refused,
    Map<String, String> policies) {
  /**
   * Solves a scenario.
   *
   * @param limit most states of the model of a run
   */
  public static ExactStudy of(Scenario scenario, int limit) {
    Map<String, ExactOperation> solved = new LinkedHashMap<>();
    Map<String, ExactValues> overHorizon = new LinkedHashMap<>();
    Map<String, List<String>> refused = new LinkedHashMap<>();
    Map<String, String> policies = new LinkedHashMap<>();
    double horizonSeconds = scenario.study().horizonSeconds();
    for (PolicyRun run : scenario.runs()) {
      policies.put(run.label(), run.policy().name());
      try {
        ExactOperation operation = ExactOperation.of(run.fleet(), limit);
        solved.put(run.label(), operation);
        overHorizon.put(run.label(), operation.over(horizonSeconds));
      } catch (UnsolvableException e) {
        refused.put(run.label(), e.reasons());
      }
    }
    return new ExactStudy(solved, overHorizon, refused, policies);
  }

  /** No solution of any policy, as nobody asked for it. */
  public static ExactStudy none() {
    return new ExactStudy(Map.of(), Map.of(), Map.of(), Map.of());
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

  /**
   * What has no exact value, and why, in lines; empty if everything has one. Points of a sweep with
   * reasons of the same kind share their lines.
   */
  public List<String> gaps() {
    Gaps gaps = new Gaps(policies);
    List<String> lines = new ArrayList<>(gaps.lines("no exact solution", refused));
    Map<String, List<String>> early = new LinkedHashMap<>();
    overHorizon.forEach((run, values) -> early.put(run, values.missing()));
    lines.addAll(gaps.lines("no exact values over the horizon", early));
    Map<String, List<String>> causes = new LinkedHashMap<>();
    solved.forEach((run, operation) -> causes.put(run, operation.causesMissing()));
    lines.addAll(gaps.lines("no exact numbers and causes of outages, only downtimes", causes));
    Map<String, List<String>> clients = new LinkedHashMap<>();
    solved.forEach((run, operation) -> clients.put(run, operation.clientsMissing()));
    lines.addAll(gaps.lines("no exact values of what clients see", clients));
    return lines;
  }

  /**
   * The same for values of another kind.
   *
   * @param reasons by the label of the run
   */
  public List<String> gaps(String what, Map<String, List<String>> reasons) {
    return new Gaps(policies).lines(what, reasons);
  }
}
