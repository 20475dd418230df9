package hebe.sim.exact;

import hebe.sim.model.Changes;
import hebe.sim.model.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * What an observer of a whole model sees in a part of it. Numbers of transitions, variables and
 * rewards are those of the part on the outside, and those of the whole for the observer; of the
 * memory only the slots of the part are kept. Its own rewards keep their numbers.
 */
final class PartObserver implements Observer {
  private final Observer whole;
  private final Part part;
  private final List<Slot> slots = new ArrayList<>();
  private final IntList kept = new IntList();

  /** A state of the whole, of which only the part ever changes, and the memory behind it. */
  private final int[] state;

  private final int first;
  private final int scratchAt;
  private final Changes changes = new Changes();

  /** For an observer that watches the whole. */
  PartObserver(Observer observer, Part part) {
    Set<Integer> rewards = new HashSet<>(part.rewards());
    whole = observer.only(rewards::contains);
    this.part = part;
    int[] initial = part.whole().initialState();
    first = initial.length;
    List<Slot> all = whole.slots();
    scratchAt = first + all.size();
    state = Arrays.copyOf(initial, scratchAt + whole.scratch());
    for (int m = 0; m < all.size(); m++) {
      Slot slot = all.get(m);
      if (rewards.contains(slot.reward())) {
        kept.add(m);
        int own = part.rewards().indexOf(slot.reward());
        slots.add(new Slot(slot.name(), slot.most(), own, slot.kind()));
      }
    }
  }

  @Override
  public List<Slot> slots() {
    return List.copyOf(slots);
  }

  @Override
  public int scratch() {
    return whole.scratch();
  }

  @Override
  public int rewards() {
    return whole.rewards();
  }

  @Override
  public void started(int[] own, int ownFirst, Earnings earnings) {
    enter(own, ownFirst);
    enterScratch(own, ownFirst);
    whole.started(state, first, earnings);
    leave(own, ownFirst);
  }

  @Override
  public void fired(int transition, Changes own, int[] values, int ownFirst, Earnings earnings) {
    enter(values, ownFirst);
    enterScratch(values, ownFirst);
    part.translate(own, changes);
    whole.fired(part.transitions().get(transition), changes, state, first, earnings);
    leave(values, ownFirst);
  }

  @Override
  public boolean marks(int transition) {
    return whole.marks(part.transitions().get(transition));
  }

  @Override
  public double rate(int reward, int[] own, int ownFirst) {
    enter(own, ownFirst);
    return whole.rate(reward, state, first);
  }

  @Override
  public Observer only(IntPredicate rewards) {
    return new PartObserver(whole.only(r -> rewards.test(part.rewards().indexOf(r))), part);
  }

  private void enter(int[] own, int ownFirst) {
    for (int v = 0; v < part.variables().size(); v++) {
      state[part.variables().get(v)] = own[v];
    }
    for (int k = 0; k < kept.size(); k++) {
      state[first + kept.get(k)] = own[ownFirst + k];
    }
  }

  private void enterScratch(int[] own, int ownFirst) {
    System.arraycopy(own, ownFirst + kept.size(), state, scratchAt, whole.scratch());
  }

  private void leave(int[] own, int ownFirst) {
    for (int k = 0; k < kept.size(); k++) {
      own[ownFirst + k] = state[first + kept.get(k)];
    }
    System.arraycopy(state, scratchAt, own, ownFirst + kept.size(), whole.scratch());
  }
}
