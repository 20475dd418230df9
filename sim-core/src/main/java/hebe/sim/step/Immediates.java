package hebe.sim.step;

import hebe.sim.model.Changes;
import hebe.sim.model.Model;
import hebe.sim.model.Timing;
import java.util.stream.IntStream;

/**
 * The enabled immediate transitions of one state, kept in ascending order of their numbers, and
 * those of them that compete to fire next.
 */
public final class Immediates {
  private final Model model;
  private final int[] all;
  private final boolean[] enabled;
  private final int[] list;
  private final int[] rivals;
  private int size;
  private int contest;
  private double totalWeight;

  Immediates(Model model) {
    this.model = model;
    all =
        IntStream.range(0, model.transitionCount())
            .filter(t -> model.transition(t).immediate())
            .toArray();
    enabled = new boolean[all.length == 0 ? 0 : model.transitionCount()];
    list = new int[all.length];
    rivals = new int[all.length];
  }

  void look(int[] values) {
    for (int transition : all) {
      update(transition, values);
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

  /** Whether none is enabled: time may pass. */
  public boolean none() {
    return size == 0;
  }

  /**
   * Finds those that compete to fire next and returns their number. The highest priority goes
   * first; within it components go in the order of their numbers, and the transitions of one
   * component compete, each with a probability proportional to its weight.
   */
  public int contest() {
    int first = list[0];
    for (int i = 1; i < size; i++) {
      if (priority(list[i]) > priority(first)) {
        first = list[i];
      }
    }
    totalWeight = 0;
    contest = 0;
    for (int i = 0; i < size; i++) {
      if (competes(list[i], first)) {
        totalWeight += timing(list[i]).weight();
        rivals[contest++] = list[i];
      }
    }
    return contest;
  }

  /** One of the competitors of the last {@link #contest}, in ascending order of their numbers. */
  public int rival(int index) {
    return rivals[index];
  }

  /** The weight of a competitor. */
  public double weight(int index) {
    return timing(rivals[index]).weight();
  }

  /** The sum of the competitors' weights. */
  public double totalWeight() {
    return totalWeight;
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
