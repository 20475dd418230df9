package hebe.sim.run;

import hebe.sim.model.Model;

/** Notes what the rewards have earned at fixed instants. */
final class Grid {
  private final double[] instants;
  private final double[][] earned;
  private final double[][] rates;
  private int next;

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
