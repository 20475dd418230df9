package hebe.sim.study;

import hebe.sim.result.MetricId;
import java.io.Serializable;

/**
 * A metric and how its values over the replications become an estimate.
 *
 * @param id what is measured
 * @param kind how the values are combined
 */
public record Measure(MetricId id, Kind kind) {
  /** The mean of one value per replication. */
  public static Measure mean(MetricId id) {
    return new Measure(id, Kind.MEAN);
  }

  /** The ratio of two sums over all replications. */
  public static Measure ratio(MetricId id) {
    return new Measure(id, Kind.RATIO);
  }

  /** Likewise of a share, whose interval ends at 0 and 1. */
  public static Measure share(MetricId id) {
    return new Measure(id, Kind.SHARE);
  }

  /** How values are combined. */
  public enum Kind {
    /** Mean of the numerators; the denominators are 1. */
    MEAN,
    /** Sum of the numerators over sum of the denominators. */
    RATIO,
    /** The same, where every numerator lies between 0 and its denominator. */
    SHARE
  }

  /** What a replication says about a measure. */
  public record Value(double numerator, double denominator) implements Serializable {
    /** A plain value. */
    public static Value of(double value) {
      return new Value(value, 1);
    }
  }
}
