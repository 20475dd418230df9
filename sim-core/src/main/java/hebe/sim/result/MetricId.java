package hebe.sim.result;

import java.util.Optional;

/**
 * What a number measures.
 *
 * @param name the metric, for example {@code availability}
 * @param subject a named part, a group, or {@code all}
 * @param cause the cause that a split metric is restricted to; empty for the total
 * @param unit unit of the value; {@code 1} for a share or a count
 */
public record MetricId(String name, String subject, Optional<String> cause, String unit) {
  /** The total of a metric over all causes. */
  public static MetricId total(String name, String subject, String unit) {
    return new MetricId(name, subject, Optional.empty(), unit);
  }

  /** The part of a metric that is due to one cause. */
  public static MetricId byCause(String name, String subject, String cause, String unit) {
    return new MetricId(name, subject, Optional.of(cause), unit);
  }
}
