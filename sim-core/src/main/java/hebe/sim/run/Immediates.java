package hebe.sim.run;

import hebe.sim.model.Changes;
import hebe.sim.model.Model;
import hebe.sim.model.Timing;
import hebe.sim.random.Streams;

/** The enabled immediate transitions of one state, kept in ascending order of their numbers. */
final class Immediates {
  private final Model model;
  private final boolean[] enabled;
  private final int[] list;
  private int size;
  private boolean drew;

  Immediates(Model model) {
    this.model = model;
    int count = 0;
    for (int t = 0; t < model.transitionCount(); t++) {
      count += model.transition(t).immediate() ? 1 : 0;
    }
    enabled = new boolean[count == 0 ? 0 : model.transitionCount()];
    list = new int[count];
  }

  void start(int[] values) {
    for (int t = 0; t < enabled.length; t++) {
      if (model.transition(t).immediate()) {
        update(t, values);
      }
    }
  }

  /** Takes in what a firing changed. */
  void changed(Changes changes, int[] values) {
    if (enabled.length == 0) {
      return;
    }
    for (int c = 0; c < changes.size(); c++) {
      int variable = changes.variable(c);
      for (int p = model.firstReader(variable); p < model.endReader(variable); p++) {
        int transition = model.reader(p);
        if (model.transition(transition).immediate()) {
          update(transition, values);
        }
      }
    }
  }

  boolean none() {
    return size == 0;
  }

  /**
   * The one to fire next. The highest priority goes first; within it components go in the order of
   * their numbers, and the transitions of one component compete by their weights. Only a real
   * competition draws a number.
   */
  int next(Streams streams) {
    int first = list[0];
    for (int i = 1; i < size; i++) {
      if (priority(list[i]) > priority(first)) {
        first = list[i];
      }
    }
    double weights = 0;
    int competitors = 0;
    for (int i = 0; i < size; i++) {
      if (competes(list[i], first)) {
        weights += timing(list[i]).weight();
        competitors++;
      }
    }
    if (competitors == 1) {
      return first;
    }
    drew = true;
    return chosen(first, streams.nextUniform(first) * weights);
  }

  /** Whether any choice was made at random. */
  boolean drew() {
    return drew;
  }

  private int chosen(int first, double target) {
    double passed = 0;
    int last = first;
    for (int i = 0; i < size; i++) {
      if (competes(list[i], first)) {
        last = list[i];
        passed += timing(last).weight();
        if (passed > target) {
          return last;
        }
      }
    }
    return last;
  }

  private boolean competes(int transition, int first) {
    return priority(transition) == priority(first)
        && model.componentOf(transition) == model.componentOf(first);
  }

  private int priority(int transition) {
    return timing(transition).priority();
  }

  private Timing.Immediate timing(int transition) {
    return (Timing.Immediate) model.transition(transition).timing();
  }

  private void update(int transition, int[] values) {
    boolean now = model.enabled(transition, values);
    if (now == enabled[transition]) {
      return;
    }
    enabled[transition] = now;
    if (now) {
      insert(transition);
    } else {
      remove(transition);
    }
  }

  private void insert(int transition) {
    int i = size++;
    while (i > 0 && list[i - 1] > transition) {
      list[i] = list[i - 1];
      i--;
    }
    list[i] = transition;
  }

  private void remove(int transition) {
    int i = 0;
    while (list[i] != transition) {
      i++;
    }
    size--;
    System.arraycopy(list, i + 1, list, i, size - i);
  }
}
