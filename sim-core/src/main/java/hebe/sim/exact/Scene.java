package hebe.sim.exact;

import hebe.sim.model.Guard;
import hebe.sim.model.Model;
import hebe.sim.model.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The states that a first passage is looked for in.
 *
 * @param space of the islands that the target lies in, with the copies that it names told apart
 * @param rewards for the rewards of the space their numbers in the model
 */
record Scene(StateSpace space, List<Integer> rewards) {
  private static final int[] OUTERMOST = {0};

  /**
   * Explores what a first passage needs.
   *
   * @param rewards of the model, that the target depends on
   */
  static Scene of(Model model, Observer observer, Part part, List<Integer> rewards, int limit)
      throws UnsolvableException {
    if (part.transitions().size() == model.transitionCount()) {
      Symmetry symmetry = Symmetry.of(model, observer).telling(rewards);
      return of(StateSpace.explore(model, observer, limit, symmetry), observer);
    }
    Observer its = new PartObserver(observer, part);
    List<Integer> local = rewards.stream().map(part.rewards()::indexOf).toList();
    Symmetry symmetry = Symmetry.of(part.model(), its).telling(local);
    List<Integer> numbers = new ArrayList<>(part.rewards());
    // What the observer earns is all earned here if it watches nothing else.
    for (int r = 0; r < observer.rewards() && its.slots().size() == observer.slots().size(); r++) {
      numbers.add(model.rewardCount() + r);
    }
    return new Scene(StateSpace.explore(part.model(), its, limit, symmetry), numbers);
  }

  /** A space of a whole model. */
  static Scene of(StateSpace space, Observer observer) {
    int rewards = space.model().rewardCount() + observer.rewards();
    return new Scene(space, IntStream.range(0, rewards).boxed().toList());
  }

  Passage passage(boolean[] target, boolean[] avoid) throws UnsolvableException {
    return new Passage(space, rewards, target, avoid);
  }

  boolean[] nowhere() {
    return new boolean[space.size()];
  }

  /** The states in which a reward earns. */
  boolean[] positive(int reward) {
    double[] rate = space.rateOf(rewards.indexOf(reward));
    boolean[] positive = new boolean[rate.length];
    for (int i = 0; i < rate.length; i++) {
      positive[i] = rate[i] > 0;
    }
    return positive;
  }

  /** The states in which a condition on the outermost scope holds. */
  boolean[] holding(Guard condition) {
    boolean[] holding = nowhere();
    for (int i = 0; i < holding.length; i++) {
      holding[i] = condition.holds(space.state(i), OUTERMOST);
    }
    return holding;
  }
}
