package hebe.sim.study;

import java.io.Serializable;
import java.util.List;

/**
 * One replication to run: small enough to be sent anywhere.
 *
 * @param seed master seed of the study
 * @param replication its number, from 0
 * @param horizonSeconds its length, finite and above 0
 * @param gridSeconds instants at which availability over time is noted, ascending
 * @param traced whether every outage is kept
 */
public record WorkUnit(
    long seed, int replication, double horizonSeconds, List<Double> gridSeconds, boolean traced)
    implements Serializable {
  public WorkUnit {
    gridSeconds = List.copyOf(gridSeconds);
    if (replication < 0) {
      throw new IllegalArgumentException("replications are numbered from 0; got " + replication);
    }
    if (!(horizonSeconds > 0) || Double.isInfinite(horizonSeconds)) {
      throw new IllegalArgumentException(
          "a horizon is finite and above 0 s; got " + horizonSeconds);
    }
  }
}
