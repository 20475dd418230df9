package hebe.sim.exact;

import hebe.sim.model.Copies;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns a state into the one that stands for all states which differ from it by an exchange of
 * copies: the copies of each scope are sorted by all that belongs to them, inner scopes first.
 */
final class Canonical {
  private final List<Copies> scopes;

  /** Of each scope, for each copy the places of a state that belong to it. */
  private final List<List<int[]>> blocks = new ArrayList<>();

  private final int[] sorted;

  /** For a symmetry and the places where states keep variables and clocks. */
  Canonical(Symmetry symmetry, PhaseClocks clocks) {
    scopes = symmetry.lumped();
    for (Copies copies : scopes) {
      blocks.add(copies.copies().stream().map(one -> slots(one, clocks)).toList());
    }
    sorted = new int[clocks.length()];
  }

  /** The places of a state that belong to a copy: variables, phases of clocks, memory. */
  static int[] slots(Copies.One one, PhaseClocks clocks) {
    IntList slots = new IntList();
    one.variables().forEach(slots::add);
    one.transitions().stream().filter(clocks::kept).map(clocks::slot).forEach(slots::add);
    for (int reward : one.rewards()) {
      for (int m = 0; m < clocks.slots().size(); m++) {
        if (clocks.slots().get(m).reward() == reward) {
          slots.add(clocks.memory() + m);
        }
      }
    }
    return slots.saved();
  }

  /** The state that stands for this one: itself, or an array that the next call overwrites. */
  int[] of(int[] state) {
    if (blocks.isEmpty()) {
      return state;
    }
    System.arraycopy(state, 0, sorted, 0, sorted.length);
    for (List<int[]> block : blocks) {
      sort(block, sorted);
    }
    return sorted;
  }

  /** The scopes whose copies are sorted, inner ones first. */
  List<Copies> scopes() {
    return scopes;
  }

  /** Whether two copies of a scope are in the same state, up to an exchange of what is inside. */
  boolean same(int scope, int one, int other, int[] state) {
    System.arraycopy(state, 0, sorted, 0, sorted.length);
    for (int inner = 0; inner < scope; inner++) {
      sort(blocks.get(inner), sorted);
    }
    return compare(blocks.get(scope).get(one), blocks.get(scope).get(other), sorted) == 0;
  }

  /** By insertion: a state is mostly one firing away from a sorted one. */
  private static void sort(List<int[]> slots, int[] state) {
    for (int i = 1; i < slots.size(); i++) {
      for (int k = i; k > 0 && compare(slots.get(k), slots.get(k - 1), state) < 0; k--) {
        exchange(slots.get(k), slots.get(k - 1), state);
      }
    }
  }

  private static int compare(int[] one, int[] other, int[] state) {
    for (int i = 0; i < one.length; i++) {
      if (state[one[i]] != state[other[i]]) {
        return Integer.compare(state[one[i]], state[other[i]]);
      }
    }
    return 0;
  }

  private static void exchange(int[] one, int[] other, int[] state) {
    for (int i = 0; i < one.length; i++) {
      int value = state[one[i]];
      state[one[i]] = state[other[i]];
      state[other[i]] = value;
    }
  }
}
