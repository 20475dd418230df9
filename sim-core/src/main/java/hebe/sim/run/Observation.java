package hebe.sim.run;

import java.util.Arrays;

/**
 * What one replication earned, by reward and by time. Rewards are numbered as in the model.
 *
 * <p>Integrals of rate rewards are in units of the rate times seconds, impulse rewards in their own
 * unit.
 */
public final class Observation {
  private final double[] gridSeconds;
  private final double[][] earned;
  private final double[][] rates;
  private final double[] total;
  private final long firings;
  private final boolean drew;

  Observation(
      double[] gridSeconds,
      double[][] earned,
      double[][] rates,
      double[] total,
      long firings,
      boolean drew) {
    this.gridSeconds = gridSeconds;
    this.earned = earned;
    this.rates = rates;
    this.total = total;
    this.firings = firings;
    this.drew = drew;
  }

  /** Number of instants of the grid. */
  public int gridSize() {
    return gridSeconds.length;
  }

  /** An instant of the grid. */
  public double gridSeconds(int instant) {
    return gridSeconds[instant];
  }

  /** What a reward had earned at an instant of the grid. */
  public double earnedAt(int instant, int reward) {
    return earned[instant][reward];
  }

  /** The rate of a reward at an instant of the grid, events of that instant included. */
  public double rateAt(int instant, int reward) {
    return rates[instant][reward];
  }

  /** What a reward earned over the whole replication. */
  public double total(int reward) {
    return total[reward];
  }

  /** Number of firings, immediate ones included. */
  public long firings() {
    return firings;
  }

  /** Whether any random number was drawn; if not, every replication is the same. */
  public boolean drew() {
    return drew;
  }

  @Override
  public String toString() {
    return "earned " + Arrays.toString(total) + " in " + firings + " firings";
  }
}
