package hebe.scenarios.build;

import hebe.models.fleet.ExactOperation;
import hebe.models.fleet.FleetModel;
import hebe.models.policy.Policy;
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
 * @param solved by the policy's name
 * @param refused why the others have none, by the policy's name; the reasons say what would help
 */
public record ExactStudy(Map<String, ExactOperation> solved, Map<String, List<String>> refused) {
  /** Reasons that are shown for a policy: copies of one part have the same. */
  private static final int MOST_REASONS = 8;

  /**
   * Solves a scenario.
   *
   * @param limit most states of a policy's model
   */
  public static ExactStudy of(Scenario scenario, int limit) {
    Map<String, ExactOperation> solved = new LinkedHashMap<>();
    Map<String, List<String>> refused = new LinkedHashMap<>();
    double horizonSeconds = scenario.study().horizonSeconds();
    for (Policy policy : scenario.policyList()) {
      FleetModel fleet = FleetModel.build(scenario.datacenter(), policy);
      try {
        solved.put(policy.name(), ExactOperation.solve(fleet, horizonSeconds, limit));
      } catch (UnsolvableException e) {
        refused.put(policy.name(), e.reasons());
      }
    }
    return new ExactStudy(solved, refused);
  }

  /** No solution of any policy, as nobody asked for it. */
  public static ExactStudy none() {
    return new ExactStudy(Map.of(), Map.of());
  }

  /** The simulated study with the exact values beside. */
  public StudyResult beside(StudyResult study) {
    return new StudyResult(
        study.scenario(),
        study.description(),
        study.sha256(),
        study.seed(),
        study.confidence(),
        study.horizonSeconds(),
        study.policies().stream().map(this::beside).toList(),
        study.comparisons(),
        study.scalings());
  }

  private PolicyResult beside(PolicyResult policy) {
    if (!solved.containsKey(policy.policy())) {
      return policy;
    }
    ExactOperation exact = solved.get(policy.policy());
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
        policy.timelines());
  }

  /** Why policies have no exact solution, in lines; empty if all have one. */
  public List<String> refusals() {
    List<String> lines = new ArrayList<>();
    refused.forEach(
        (policy, reasons) -> {
          reasons.stream()
              .limit(MOST_REASONS)
              .forEach(reason -> lines.add("policy " + policy + ": " + reason));
          if (reasons.size() > MOST_REASONS) {
            lines.add(
                "policy "
                    + policy
                    + ": and "
                    + (reasons.size() - MOST_REASONS)
                    + " more transitions like these");
          }
        });
    return lines;
  }
}
