package hebe.sim.result;

import java.util.ArrayList;
import java.util.List;

/**
 * The whole result of a study; every report is made from it.
 *
 * @param scenario name of the scenario
 * @param description its description
 * @param sha256 hash of the scenario file's bytes, in lower-case hexadecimal
 * @param seed master seed
 * @param confidence nominal coverage of the intervals, in (0, 1)
 * @param horizonSeconds length of a replication
 * @param policies one for each policy and sweep point, in the order of the scenario
 * @param comparisons paired differences, in a fixed order
 * @param scalings predicted series over a number; may be empty
 */
public record StudyResult(
    String scenario,
    String description,
    String sha256,
    long seed,
    double confidence,
    double horizonSeconds,
    List<PolicyResult> policies,
    List<Comparison> comparisons,
    List<Scaling> scalings) {
  public StudyResult {
    policies = List.copyOf(policies);
    comparisons = List.copyOf(comparisons);
    scalings = List.copyOf(scalings);
  }

  /** The same with more predicted series. */
  public StudyResult withMore(List<Scaling> more) {
    List<Scaling> all = new ArrayList<>(scalings);
    all.addAll(more);
    return new StudyResult(
        scenario,
        description,
        sha256,
        seed,
        confidence,
        horizonSeconds,
        policies,
        comparisons,
        all);
  }
}
