package hebe.models.fleet;

import hebe.sim.result.MetricId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Exact values of metrics, or why there are none.
 *
 * @param values by metric, in the order of the results; a ratio is that of the expectations, and
 *     missing where its denominator is 0
 * @param missing why there are no values, with what would help; empty if there are
 */
public record ExactValues(Map<MetricId, Double> values, List<String> missing) {
  public ExactValues {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    missing = List.copyOf(missing);
  }
}
