package hebe.sim.run;

import hebe.sim.model.Changes;
import hebe.sim.model.Model;

/**
 * What each reward has earned so far: integrals of the rate rewards, sums of the impulse rewards.
 */
final class RewardAccounts {
  private final Model model;
  private final double[] earned;
  private final double[] rate;
  private final double[] since;

  RewardAccounts(Model model) {
    this.model = model;
    earned = new double[model.rewardCount()];
    rate = new double[earned.length];
    since = new double[earned.length];
  }

  void start(int[] values) {
    for (int r = 0; r < rate.length; r++) {
      rate[r] = model.rate(r, values);
    }
  }

  void fired(double now, int transition, int[] values, Changes changes) {
    for (int k = model.impulseCount(transition) - 1; k >= 0; k--) {
      int reward = model.impulse(transition, k);
      earned[reward] += ((hebe.sim.model.Reward.Impulse) model.reward(reward)).amount();
    }
    for (int c = 0; c < changes.size(); c++) {
      int variable = changes.variable(c);
      for (int p = model.firstRewardReader(variable); p < model.endRewardReader(variable); p++) {
        int reward = model.rewardReader(p);
        earned[reward] += rate[reward] * (now - since[reward]);
        since[reward] = now;
        rate[reward] = model.rate(reward, values);
      }
    }
  }

  /** What a reward has earned until now. */
  double earnedUntil(int reward, double now) {
    return earned[reward] + rate[reward] * (now - since[reward]);
  }

  /** The present rate of a reward. */
  double rate(int reward) {
    return rate[reward];
  }
}
