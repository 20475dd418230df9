package hebe.sim.model;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * The variables that the inside of a scope may read and write: its own and those of the scopes
 * around it. They count by identity, as siblings may own variables that are equal in every part.
 */
final class Visible {
  private final Set<Variable> variables = Collections.newSetFromMap(new IdentityHashMap<>());

  private Visible() {}

  /** What is visible outside the outermost scope: nothing. */
  static Visible none() {
    return new Visible();
  }

  Visible with(List<Variable> own) {
    Visible inner = new Visible();
    inner.variables.addAll(variables);
    inner.variables.addAll(own);
    return inner;
  }

  void check(Transition transition) {
    transition.guard().reads(variable -> check(transition.label(), "read", variable));
    transition.effects().forEach(e -> check(transition.label(), "write", e.variable()));
    transition.effects().forEach(e -> e.reads(v -> check(transition.label(), "read", v)));
  }

  void check(Reward reward) {
    if (reward instanceof Reward.Rate rate) {
      rate.terms().forEach(t -> t.condition().reads(v -> check(rate.name(), "read", v)));
    }
  }

  private void check(String who, String does, Variable variable) {
    if (!variables.contains(variable)) {
      throw new IllegalArgumentException(
          who + " cannot " + does + " " + variable.name() + ", which is of another scope");
    }
  }
}
