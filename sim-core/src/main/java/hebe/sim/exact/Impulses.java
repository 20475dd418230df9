package hebe.sim.exact;

import hebe.sim.model.Model;
import hebe.sim.model.Reward;
import java.util.Arrays;

/** What impulse rewards earn by state, added up while the states are explored. */
final class Impulses {
  private final Model model;
  private final double[][] earned;

  /**
   * Nothing earned yet.
   *
   * @param more rewards beyond those of the model
   */
  Impulses(Model model, int more) {
    this.model = model;
    earned = new double[model.rewardCount() + more][0];
  }

  /** Adds to a state what the firing of a transition earns, times a factor. */
  void earn(int state, int transition, double factor) {
    for (int k = 0; k < model.impulseCount(transition); k++) {
      int reward = model.impulse(transition, k);
      add(state, reward, factor * amount(reward));
    }
  }

  /** What one firing earns of an impulse reward of the model. */
  double amount(int reward) {
    return ((Reward.Impulse) model.reward(reward)).amount();
  }

  /** Adds to a state what one reward earns there. */
  void add(int state, int reward, double amount) {
    if (state >= earned[reward].length) {
      earned[reward] = Arrays.copyOf(earned[reward], Rows.grown(state));
    }
    earned[reward][state] += amount;
  }

  /** What a reward earns in each of so many states. */
  double[] of(int reward, int states) {
    return Arrays.copyOf(earned[reward], states);
  }
}
