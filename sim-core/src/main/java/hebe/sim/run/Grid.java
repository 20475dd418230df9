package hebe.sim.run;

import hebe.sim.model.Model;
import java.util.List;

/** Notes what the rewards have earned at fixed instants. */
final class Grid {
  private final double[] instants;
  private final double[][] earned;
  private final double[][] rates;
  private int next;

  /** Refuses instants that are not in ascending order between 0 and the horizon. */
  static void check(List<Double> instants, double horizonSeconds) {
    double previous = Double.NEGATIVE_INFINITY;
    for (double instant : instants) {
      if (!(instant >= 0 && instant <= horizonSeconds && instant > previous)) {
        throw new IllegalArgumentException(
            "instants of a grid ascend from 0 to the horizon, "
                + horizonSeconds
                + " s; got "
                + instants);
      }
      previous = instant;
    }
  }

  Grid(double[] instants, Model model) {
    this.instants = instants.clone();
    earned = new double[instants.length][model.rewardCount()];
    rates = new double[instants.length][model.rewardCount()];
  }

  /**
   * Notes all instants before the given time; one at that time waits until its events have
   * happened.
   */
  void passTo(double timeSeconds, RewardAccounts accounts) {
    while (next < instants.length && instants[next] < timeSeconds) {
      for (int r = 0; r < earned[next].length; r++) {
        earned[next][r] = accounts.earnedUntil(r, instants[next]);
        rates[next][r] = accounts.rate(r);
      }
      next++;
    }
  }

  Observation observation(double[] total, long firings, boolean drew) {
    return new Observation(instants, earned, rates, total, firings, drew);
  }
}
