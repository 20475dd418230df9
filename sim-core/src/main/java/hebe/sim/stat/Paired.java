package hebe.sim.stat;

import hebe.sim.stat.Estimate.Method;
import java.util.List;

/** Differences of two samples that share their random numbers, replication by replication. */
public final class Paired {
  private Paired() {}

  /**
   * Mean of a_i - b_i with its Student interval.
   *
   * @param a values of one system, in order of replication, finite
   * @param b values of the other, as many
   * @param level nominal coverage, in (0, 1)
   */
  public static Estimate estimate(List<Double> a, List<Double> b, double level) {
    if (a.size() != b.size()) {
      throw new IllegalArgumentException(
          "samples: expected as many values in each, got " + a.size() + " and " + b.size());
    }
    Tally differences = new Tally();
    for (int i = 0; i < a.size(); i++) {
      differences.add(a.get(i) - b.get(i));
    }
    return differences.estimate(level, Method.PAIRED_STUDENT);
  }
}
