package hebe.sim.result;

import java.util.List;
import java.util.Map;

/**
 * All that a study found about one policy at one sweep point.
 *
 * @param policy its name
 * @param point the sweep point: parameter path to value as written; empty without a sweep; in the
 *     order of the sweep
 * @param replications independent replications that were run
 * @param metrics in the fixed order of the result files
 * @param curves metrics over time
 * @param outages every outage of the traced replication (the first), in order of time
 * @param timelines what happens in one rejuvenation of this policy
 */
public record PolicyResult(
    String policy,
    Map<String, String> point,
    int replications,
    List<Metric> metrics,
    List<Curve> curves,
    List<Outage> outages,
    List<Timeline> timelines) {
  public PolicyResult {
    metrics = List.copyOf(metrics);
    curves = List.copyOf(curves);
    outages = List.copyOf(outages);
    timelines = List.copyOf(timelines);
  }
}
