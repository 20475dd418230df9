package hebe.sim.exact;

import hebe.sim.model.Changes;
import hebe.sim.model.Model;
import hebe.sim.model.Reward;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Remembers of every rate reward that is 0 by which of three causes it became so: timed transitions
 * have cause 1 or 2, some immediate ones 3, and so has the start. For each cause a reward counts
 * how often rewards become 0, and another how many are.
 */
record WhyDown(Model model, IntPredicate watched) implements Observer {
  static final int REWARDS = 6;

  WhyDown(Model model) {
    this(model, reward -> true);
  }

  private List<Integer> rates() {
    return IntStream.range(0, model.rewardCount())
        .filter(r -> model.reward(r) instanceof Reward.Rate)
        .boxed()
        .toList();
  }

  @Override
  public List<Slot> slots() {
    return rates().stream().map(r -> new Slot(model.rewardName(r) + "/why", 3, r, 0)).toList();
  }

  @Override
  public int scratch() {
    return 1;
  }

  @Override
  public int rewards() {
    return REWARDS;
  }

  @Override
  public void started(int[] state, int first, Earnings earnings) {
    state[first + rates().size()] = 3;
    look(state, first, earnings);
  }

  @Override
  public void fired(int transition, Changes changes, int[] state, int first, Earnings earnings) {
    int shape = model.transition(transition).number();
    if (marks(transition)) {
      state[first + rates().size()] = 3;
    } else if (!model.transition(transition).immediate()) {
      state[first + rates().size()] = 1 + shape % 2;
    }
    look(state, first, earnings);
  }

  @Override
  public boolean marks(int transition) {
    return model.transition(transition).immediate()
        && model.transition(transition).number() % 2 == 0;
  }

  private void look(int[] state, int first, Earnings earnings) {
    List<Integer> rates = rates();
    int cause = state[first + rates.size()];
    for (int s = 0; s < rates.size(); s++) {
      if (watched.test(rates.get(s))) {
        boolean down = model.rate(rates.get(s), state) == 0;
        if (down && state[first + s] == 0) {
          earnings.earn(cause - 1, 1);
          state[first + s] = cause;
        } else if (!down) {
          state[first + s] = 0;
        }
      }
    }
  }

  @Override
  public double rate(int reward, int[] state, int first) {
    return IntStream.range(0, rates().size()).filter(s -> state[first + s] == reward - 2).count()
        * (reward < 3 ? 0 : 1);
  }

  @Override
  public Observer only(IntPredicate rewards) {
    return new WhyDown(model, watched.and(rewards));
  }
}
