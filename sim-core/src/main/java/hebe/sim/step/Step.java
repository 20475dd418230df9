package hebe.sim.step;

import hebe.sim.model.Changes;
import hebe.sim.model.Model;

/**
 * A state of a model as it goes from firing to firing within one instant.
 *
 * <p>The rule of every engine: a firing applies its effects, renews and ages clocks; immediate
 * transitions fire until none is enabled; then the clocks that were touched are looked at, once. So
 * a timed transition that is disabled and at once enabled again has never stopped. Touched are the
 * clock that fired, the renewed and the aged ones, and those whose guards read what changed.
 */
public final class Step {
  private final Model model;
  private final int[] values;
  private final Changes changes = new Changes();
  private final Immediates immediates;
  private final Touched touched;

  /**
   * A step from a state.
   *
   * @param values begins with the variables of the model; changed in place by every firing
   */
  public Step(Model model, int[] values) {
    this.model = model;
    this.values = values;
    immediates = new Immediates(model);
    touched = new Touched(model);
  }

  /** Finds the enabled immediate transitions of the present state. */
  public void look() {
    immediates.look(values);
  }

  /** Touches every clock: at the start none has been looked at. */
  public void touchAll() {
    for (int t = 0; t < model.transitionCount(); t++) {
      touched.add(t);
    }
  }

  /** Fires a transition: its effects are applied, and what depends on them is noted. */
  public void fire(int transition) {
    changes.clear();
    model.fire(transition, values, changes);
    touched.add(transition);
    for (int k = 0; k < model.renewalCount(transition); k++) {
      touched.add(model.renewal(transition, k));
    }
    for (int k = 0; k < model.ageingCount(transition); k++) {
      touched.add(model.aged(transition, k));
    }
    immediates.changed(changes, values);
    touched.addReaders(changes);
  }

  /** What the last firing changed. */
  public Changes changes() {
    return changes;
  }

  /** The enabled immediate transitions. */
  public Immediates immediates() {
    return immediates;
  }

  /** The clocks to look at once no immediate transition is enabled. */
  public Touched touched() {
    return touched;
  }
}
