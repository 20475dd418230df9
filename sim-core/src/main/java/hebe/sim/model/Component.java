package hebe.sim.model;

/** A named part of a scope with a closed set of states. */
public final class Component {
  private final Scope scope;
  private final Variable state;

  Component(Scope scope, Variable state) {
    this.scope = scope;
    this.state = state;
  }

  /** The variable that holds its state. */
  public Variable state() {
    return state;
  }

  /** The condition that it is in one of these states. */
  public Guard in(String... labels) {
    long mask = 0;
    for (String label : labels) {
      mask |= 1L << (state.valueOf(label) - state.least());
    }
    return new Guard.In(state, mask);
  }

  /** The effect that puts it into a state. */
  public Effect become(String label) {
    return new Effect.Set(state, state.valueOf(label));
  }

  /** The effect that puts it so many states back in their order, but not before the first. */
  public Effect back(int states) {
    return new Effect.Back(state, states);
  }

  /**
   * The effect that puts it to the state whose number, counted from 0, is that of its present one
   * times a share from 0 to 1, rounded down.
   */
  public Effect keep(double share) {
    return Effect.Keep.share(state, share, 0);
  }

  /** Begins a transition that moves this component, in the component's own scope. */
  public TransitionBuilder transition(String name) {
    return scope.begin(this, name);
  }
}
