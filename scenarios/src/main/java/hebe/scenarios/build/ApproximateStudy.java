package hebe.scenarios.build;

import hebe.models.fleet.ApproximateOperation;
import hebe.sim.exact.UnsolvableException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The policies of a scenario that have no exact values over its horizon, solved with fits in place
 * of the laws without phases.
 *
 * @param order most phases of a fit
 * @param solved by the label of a run
 * @param refused why the others have no solution even so, by label
 */
public record ApproximateStudy(
    int order, Map<String, ApproximateOperation> solved, Map<String, List<String>> refused) {

  /**
   * Solves what has no exact values over the horizon.
   *
   * @param order most phases of a fit, at least 2
   * @param limit most states of a policy's model
   */
  public static ApproximateStudy of(Scenario scenario, ExactStudy exact, int order, int limit) {
    Map<String, ApproximateOperation> solved = new LinkedHashMap<>();
    Map<String, List<String>> refused = new LinkedHashMap<>();
    for (PolicyRun run : scenario.runs()) {
      if (exact.withoutHorizon().containsKey(run.label())) {
        try {
          double horizonSeconds = scenario.study().horizonSeconds();
          solved.put(
              run.label(), ApproximateOperation.solve(run.fleet(), order, horizonSeconds, limit));
        } catch (UnsolvableException e) {
          refused.put(run.label(), e.reasons());
        }
      }
    }
    return new ApproximateStudy(order, solved, refused);
  }

  /** What has no approximate value, and why, in lines; empty if everything has one. */
  public List<String> gaps() {
    List<String> lines = new ArrayList<>();
    refused.forEach(
        (policy, why) -> lines.addAll(ExactStudy.gap("no approximate solution", policy, why)));
    return lines;
  }
}
