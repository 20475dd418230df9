package hebe.sim.exact;

import hebe.sim.model.Model;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The states in which no time passes on the way through one instant, and what fires in each: a
 * state that comes again is a cycle.
 *
 * <p>The first few are not kept: a cycle comes round again, and short ways are the usual ones.
 */
final class Path {
  private static final int FREE = 16;
  private static final int LONGEST = 4096;

  private final Model model;
  private final List<int[]> states = new ArrayList<>();
  private final List<Integer> fired = new ArrayList<>();

  Path(Model model) {
    this.model = model;
  }

  /**
   * Notes that a transition fires in a state as the one of this number on the way.
   *
   * @throws UnsolvableException if the state was there before
   */
  void visit(int depth, int[] state, IntList pending, int transition) throws UnsolvableException {
    if (depth < FREE) {
      return;
    }
    int length = depth - FREE;
    while (states.size() > length) {
      states.remove(states.size() - 1);
      fired.remove(fired.size() - 1);
    }
    int[] waiting = pending.saved();
    int[] all = Arrays.copyOf(state, state.length + waiting.length);
    System.arraycopy(waiting, 0, all, state.length, waiting.length);
    for (int i = 0; i < length; i++) {
      if (Arrays.equals(states.get(i), all)) {
        throw cycle(fired.subList(i, length));
      }
    }
    if (length >= LONGEST) {
      throw new UnsolvableException(
          List.of(
              "more than "
                  + depth
                  + " firings at one instant, the last of them of "
                  + model.transitionName(transition)));
    }
    states.add(all);
    fired.add(transition);
  }

  private UnsolvableException cycle(List<Integer> transitions) {
    Set<String> names = new LinkedHashSet<>();
    transitions.forEach(transition -> names.add(model.transitionName(transition)));
    return new UnsolvableException(
        List.of(
            "a cycle of transitions that take no time: "
                + String.join(", ", names)
                + "; give one of them a delay, or a guard that ends it"));
  }
}
