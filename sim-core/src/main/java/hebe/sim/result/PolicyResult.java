package hebe.sim.result;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * All that a study found about one policy at one sweep point.
 *
 * @param policy its name
 * @param point the sweep point: path in the scenario to the value there; only what is part of this
 *     policy, so empty without a sweep; in the order of the sweep
 * @param replications independent replications that were run
 * @param metrics in the fixed order of the result files
 * @param curves metrics over time
 * @param outages every outage of the traced replication (the first), in order of time
 * @param timelines what happens in one rejuvenation of this policy
 * @param longRun exact values in the steady state, of the metrics where they were asked for and are
 *     known
 */
public record PolicyResult(
    String policy,
    Map<String, SweepValue> point,
    int replications,
    List<Metric> metrics,
    List<Curve> curves,
    List<Outage> outages,
    List<Timeline> timelines,
    Map<MetricId, Double> longRun) {
  public PolicyResult {
    point = Collections.unmodifiableMap(new LinkedHashMap<>(point));
    longRun = Collections.unmodifiableMap(new LinkedHashMap<>(longRun));
    metrics = List.copyOf(metrics);
    curves = List.copyOf(curves);
    outages = List.copyOf(outages);
    timelines = List.copyOf(timelines);
  }

  /** A result without values in the steady state. */
  public PolicyResult(
      String policy,
      Map<String, SweepValue> point,
      int replications,
      List<Metric> metrics,
      List<Curve> curves,
      List<Outage> outages,
      List<Timeline> timelines) {
    this(policy, point, replications, metrics, curves, outages, timelines, Map.of());
  }

  /**
   * The name of the policy with its sweep point if there is one, the same for no two results of a
   * study: {@code warm [vmm.every=2 weeks]}.
   */
  public String label() {
    return label(policy, point);
  }

  /** The label of a policy at a sweep point. */
  public static String label(String policy, Map<String, SweepValue> point) {
    if (point.isEmpty()) {
      return policy;
    }
    StringJoiner parts = new StringJoiner(", ", policy + " [", "]");
    point.forEach((path, value) -> parts.add(shortened(policy, path) + "=" + value.text()));
    return parts.toString();
  }

  /** A swept path without the words that say of which policy it is part. */
  public static String shortened(String policy, String path) {
    for (String begin : List.of("policies." + policy + ".", "policies.*.")) {
      if (path.startsWith(begin)) {
        return path.substring(begin.length());
      }
    }
    return path;
  }
}
