package hebe.sim.run;

import hebe.sim.model.Changes;
import hebe.sim.model.Model;
import java.util.Arrays;

/**
 * The timed transitions to look at again after an instant: each once, in the order in which they
 * were touched.
 */
final class Touched {
  private final Model model;
  private final boolean[] in;
  private int[] list = new int[16];
  private int size;

  Touched(Model model) {
    this.model = model;
    in = new boolean[model.transitionCount()];
  }

  int size() {
    return size;
  }

  int get(int index) {
    return list[index];
  }

  void add(int transition) {
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

  void clear() {
    for (int i = 0; i < size; i++) {
      in[list[i]] = false;
    }
    size = 0;
  }
}
