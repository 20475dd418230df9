package hebe.sim.study;

import hebe.sim.result.Outage;
import java.io.Serializable;
import java.util.List;

/**
 * What one replication found.
 *
 * @param replication its number
 * @param values one for each measure, in their order
 * @param curves one for each group, in their order
 * @param outages every outage in the order of their begins, if they were kept
 * @param random whether the replication drew any random number; if not, every other replication is
 *     the same
 */
public record WorkResult(
    int replication,
    List<Measure.Value> values,
    List<Samples> curves,
    List<Outage> outages,
    boolean random)
    implements Serializable {
  public WorkResult {
    values = List.copyOf(values);
    curves = List.copyOf(curves);
    outages = List.copyOf(outages);
  }

  /**
   * A group's availability over time.
   *
   * @param means time averages over the bins of the grid
   * @param ends values at the instants of the grid
   */
  public record Samples(List<Double> means, List<Double> ends) implements Serializable {
    public Samples {
      means = List.copyOf(means);
      ends = List.copyOf(ends);
    }
  }
}
