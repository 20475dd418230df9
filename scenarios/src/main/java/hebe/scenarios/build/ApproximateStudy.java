package hebe.scenarios.build;

import hebe.models.fleet.ApproximateOperation;
import hebe.sim.exact.UnsolvableException;
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
 * @param gaps the same in lines; empty if everything has an approximate value
 */
public record ApproximateStudy(
    int order,
    Map<String, ApproximateOperation> solved,
    Map<String, List<String>> refused,
    List<String> gaps) {

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
    List<String> gaps = exact.gaps("no approximate solution", refused);
    return new ApproximateStudy(order, solved, refused, gaps);
  }
}
