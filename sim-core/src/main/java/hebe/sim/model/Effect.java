package hebe.sim.model;

/**
 * One write of a firing, as data. All effects of a firing are applied before anything is examined
 * again.
 */
public sealed interface Effect {
  /** The variable that is written. */
  Variable variable();

  /** The value that the variable gets, given the one that it has. */
  int apply(int value);

  /** The effect for people, for example {@code aging := robust}. */
  String describe();

  /** The variable gets a value. */
  record Set(Variable variable, int value) implements Effect {
    public Set {
      if (value < variable.least() || value > variable.most()) {
        throw new IllegalArgumentException(
            variable.name()
                + " cannot be "
                + value
                + ", only "
                + variable.least()
                + " to "
                + variable.most());
      }
    }

    @Override
    public int apply(int old) {
      return value;
    }

    @Override
    public String describe() {
      return variable.name() + " := " + variable.show(value);
    }
  }

  /**
   * The variable grows by an amount, which may be negative. Leaving the bounds is an error of the
   * model.
   */
  record Add(Variable variable, int amount) implements Effect {
    @Override
    public int apply(int old) {
      return Math.addExact(old, amount);
    }

    @Override
    public String describe() {
      return variable.name() + (amount < 0 ? " -= " : " += ") + Math.abs(amount);
    }
  }
}
