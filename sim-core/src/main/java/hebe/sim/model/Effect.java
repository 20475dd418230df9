package hebe.sim.model;

import java.math.BigDecimal;
import java.util.function.Consumer;

/**
 * One write of a firing, as data. All effects of a firing are applied before anything is examined
 * again; what an effect reads is what was there before the firing.
 */
public sealed interface Effect {
  /** The variable that is written. */
  Variable variable();

  /** The value that the variable gets in this state, as seen from a scope copy with these bases. */
  int apply(int[] values, int[] bases);

  /** Tells every other variable that the new value is made from. */
  default void reads(Consumer<Variable> reader) {}

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
    public int apply(int[] values, int[] bases) {
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
    public int apply(int[] values, int[] bases) {
      return Math.addExact(variable.in(values, bases), amount);
    }

    @Override
    public String describe() {
      return variable.name() + (amount < 0 ? " -= " : " += ") + Math.abs(amount);
    }
  }

  /** The variable grows by one, but not beyond its bounds. */
  record Count(Variable variable) implements Effect {
    @Override
    public int apply(int[] values, int[] bases) {
      return Math.min(variable.most(), Math.addExact(variable.in(values, bases), 1));
    }

    @Override
    public String describe() {
      return variable.name() + " counts up to " + variable.most();
    }
  }

  /**
   * The variable gets the value of another and an amount, which may be negative. Leaving the bounds
   * is an error of the model.
   */
  record Copy(Variable variable, Variable source, int amount) implements Effect {
    @Override
    public int apply(int[] values, int[] bases) {
      return Math.addExact(source.in(values, bases), amount);
    }

    @Override
    public void reads(Consumer<Variable> reader) {
      reader.accept(source);
    }

    @Override
    public String describe() {
      String more = amount == 0 ? "" : (amount < 0 ? " - " : " + ") + Math.abs(amount);
      return variable.name() + " := " + source.name() + more;
    }
  }

  /**
   * The variable goes down by an amount, but not below its least value.
   *
   * @param amount at least 0
   */
  record Back(Variable variable, int amount) implements Effect {
    public Back {
      if (amount < 0) {
        throw new IllegalArgumentException("a variable goes back by at least 0; got " + amount);
      }
    }

    @Override
    public int apply(int[] values, int[] bases) {
      return (int) Math.max(variable.least(), (long) variable.in(values, bases) - amount);
    }

    @Override
    public String describe() {
      return variable.name() + " -= " + amount + ", at least " + variable.show(variable.least());
    }
  }

  /**
   * The variable keeps a share of its value, rounded down, and then grows by an amount: floor(value
   * x millionths / 1,000,000) + added, in whole numbers, but not beyond its bounds.
   *
   * @param millionths what is kept, from 0 to 1,000,000
   */
  record Keep(Variable variable, int millionths, int added) implements Effect {
    private static final int WHOLE = 1_000_000;

    public Keep {
      if (millionths < 0 || millionths > WHOLE) {
        throw new IllegalArgumentException(
            "what is kept is from 0 to " + WHOLE + " millionths; got " + millionths);
      }
    }

    /** Keeps a share, from 0 to 1, to the nearest millionth. */
    public static Keep share(Variable variable, double share, int added) {
      return new Keep(variable, Math.toIntExact(Math.round(share * WHOLE)), added);
    }

    @Override
    public int apply(int[] values, int[] bases) {
      long kept = (long) variable.in(values, bases) * millionths / WHOLE;
      return (int) Math.min(variable.most(), kept + added);
    }

    @Override
    public String describe() {
      return variable.name()
          + " := "
          + variable.name()
          + " * "
          + new BigDecimal(millionths).movePointLeft(6).stripTrailingZeros().toPlainString()
          + (added == 0 ? "" : " + " + added);
    }
  }
}
