package hebe.sim.exact;

import hebe.sim.model.Changes;
import java.util.List;
import java.util.function.IntPredicate;

/** An observer without memory and rewards. */
record Blind() implements Observer {
  @Override
  public List<Slot> slots() {
    return List.of();
  }

  @Override
  public int scratch() {
    return 0;
  }

  @Override
  public int rewards() {
    return 0;
  }

  @Override
  public void started(int[] state, int first, Earnings earnings) {}

  @Override
  public void fired(int transition, Changes changes, int[] state, int first, Earnings earnings) {}

  @Override
  public boolean marks(int transition) {
    return false;
  }

  @Override
  public double rate(int reward, int[] state, int first) {
    throw new IllegalArgumentException("no observer has a reward " + reward);
  }

  @Override
  public Observer only(IntPredicate rewards) {
    return this;
  }
}
