package hebe.sim.step;

import hebe.sim.model.Changes;
import hebe.sim.model.Model;
import java.util.Arrays;

/**
 * The timed transitions to look at again after an instant: each once, in the order in which they
 * were touched.
 */
public final class Touched {
  private final Model model;
  private final boolean[] in;
  private int[] list = new int[16];
  private int size;

  Touched(Model model) {
    this.model = model;
    in = new boolean[model.transitionCount()];
  }

  /** Number of clocks touched. */
  public int size() {
    return size;
  }

  /** A touched clock. */
  public int get(int index) {
    return list[index];
  }

  /** Touches the clock of a transition; an immediate one has none. */
  public void add(int transition) {
    if (in[transition] || model.transition(transition).immediate()) {
      return;
    }
    if (size == list.length) {
      list = Arrays.copyOf(list, 2 * size);
    }
    in[transition] = true;
    list[size++] = transition;
  }

  void addReaders(Changes changes) {
    for (int c = 0; c < changes.size(); c++) {
      int variable = changes.variable(c);
      for (int p = model.firstReader(variable); p < model.endReader(variable); p++) {
        add(model.reader(p));
      }
    }
  }

  /** Forgets all. */
  public void clear() {
    for (int i = 0; i < size; i++) {
      in[list[i]] = false;
    }
    size = 0;
  }

  /** A copy of the clocks touched, in their order; {@link #restore} takes it back. */
  public int[] saved() {
    return Arrays.copyOf(list, size);
  }

  /** Touches exactly these clocks. */
  public void restore(int[] saved) {
    clear();
    for (int transition : saved) {
      add(transition);
    }
  }
}
