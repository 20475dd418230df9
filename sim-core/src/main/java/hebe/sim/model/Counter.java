package hebe.sim.model;

/** A bounded integer of a scope. */
public final class Counter {
  private final Variable variable;

  Counter(Variable variable) {
    this.variable = variable;
  }

  /** The variable that holds its value. */
  public Variable variable() {
    return variable;
  }

  /** The condition that it is at least the bound. */
  public Guard atLeast(int bound) {
    return new Guard.AtLeast(variable, bound);
  }

  /** The condition that it is below the bound. */
  public Guard below(int bound) {
    return atLeast(bound).negated();
  }

  /** The effect that adds an amount. */
  public Effect plus(int amount) {
    return new Effect.Add(variable, amount);
  }

  /** The effect that takes an amount away. */
  public Effect minus(int amount) {
    return new Effect.Add(variable, -amount);
  }

  /** The effect that keeps a share of it, from 0 to 1, rounded down, and then adds an amount. */
  public Effect keep(double share, int added) {
    return Effect.Keep.share(variable, share, added);
  }

  /** The effect that gives it a value. */
  public Effect set(int value) {
    return new Effect.Set(variable, value);
  }

  /** The effect that adds one, but not beyond the bounds. */
  public Effect count() {
    return new Effect.Count(variable);
  }

  /** The effect that gives it the value of another counter and an amount. */
  public Effect copyOf(Counter source, int amount) {
    return new Effect.Copy(variable, source.variable, amount);
  }
}
