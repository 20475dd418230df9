package hebe.sim.exact;

import hebe.sim.model.Model;
import hebe.sim.model.Reward;
import java.util.Arrays;

/** What impulse rewards earn by state, added up while the states are explored. */
final class Impulses {
  private final Model model;
  private final double[][] earned;

  Impulses(Model model) {
    this.model = model;
    earned = new double[model.rewardCount()][0];
  }

  /** Adds to a state what the firing of a transition earns, times a factor. */
  void earn(int state, int transition, double factor) {
    for (int k = 0; k < model.impulseCount(transition); k++) {
      int reward = model.impulse(transition, k);
      if (state >= earned[reward].length) {
        earned[reward] = Arrays.copyOf(earned[reward], Rows.grown(state));
      }
      double amount = ((Reward.Impulse) model.reward(reward)).amount();
      earned[reward][state] += factor * amount;
    }
  }

  /** What a reward earns in each of so many states. */
  double[] of(int reward, int states) {
    return Arrays.copyOf(earned[reward], states);
  }
}
