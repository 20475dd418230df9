package hebe.sim.model;

import hebe.sim.trend.Forecast;
import java.util.List;
import java.util.function.Consumer;

/**
 * A condition on the state, as data: it knows the variables that it reads, so what a transition
 * depends on cannot be declared wrongly, and the same object can be evaluated, explored, drawn and
 * compared.
 */
public sealed interface Guard {
  /** The condition that always holds. */
  static Guard always() {
    return new All(List.of());
  }

  /** Whether it holds in this state, as seen from a scope copy with these bases. */
  boolean holds(int[] values, int[] bases);

  /** Tells every variable that the condition reads; one may come several times. */
  void reads(Consumer<Variable> reader);

  /** The condition for people, for example {@code platform in {up, failed}}. */
  String describe();

  /** Both this and another condition. */
  default Guard and(Guard other) {
    return new All(List.of(this, other));
  }

  /** This or another condition. */
  default Guard or(Guard other) {
    return new Any(List.of(this, other));
  }

  /** The opposite of this condition. */
  default Guard negated() {
    return new Not(this);
  }

  /** The variable has one of at most 64 values; bit k of the mask stands for {@code least + k}. */
  record In(Variable variable, long mask) implements Guard {
    public In {
      if ((long) variable.most() - variable.least() > 63) {
        throw new IllegalArgumentException(variable.name() + " has more than 64 values");
      }
    }

    @Override
    public boolean holds(int[] values, int[] bases) {
      return (mask >>> (variable.in(values, bases) - variable.least()) & 1L) != 0;
    }

    @Override
    public void reads(Consumer<Variable> reader) {
      reader.accept(variable);
    }

    @Override
    public String describe() {
      var names = new java.util.StringJoiner(", ", "{", "}");
      for (int value = variable.least(); value <= variable.most(); value++) {
        if ((mask >>> (value - variable.least()) & 1L) != 0) {
          names.add(variable.show(value));
        }
      }
      return variable.name() + " in " + names;
    }
  }

  /** The variable is at least the bound. */
  record AtLeast(Variable variable, int bound) implements Guard {
    @Override
    public boolean holds(int[] values, int[] bases) {
      return variable.in(values, bases) >= bound;
    }

    @Override
    public void reads(Consumer<Variable> reader) {
      reader.accept(variable);
    }

    @Override
    public String describe() {
      return variable.name() + " >= " + bound;
    }
  }

  /** Every one of the parts holds; an empty list always does. */
  record All(List<Guard> parts) implements Guard {
    public All {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean holds(int[] values, int[] bases) {
      for (int i = 0; i < parts.size(); i++) {
        if (!parts.get(i).holds(values, bases)) {
          return false;
        }
      }
      return true;
    }

    @Override
    public void reads(Consumer<Variable> reader) {
      parts.forEach(part -> part.reads(reader));
    }

    @Override
    public String describe() {
      var stated = parts.stream().map(Guard::describe).filter(text -> !text.isEmpty()).toList();
      return String.join(" and ", stated);
    }
  }

  /** At least one of the parts holds; an empty list never does. */
  record Any(List<Guard> parts) implements Guard {
    public Any {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean holds(int[] values, int[] bases) {
      for (int i = 0; i < parts.size(); i++) {
        if (parts.get(i).holds(values, bases)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public void reads(Consumer<Variable> reader) {
      parts.forEach(part -> part.reads(reader));
    }

    @Override
    public String describe() {
      return "(" + String.join(" or ", parts.stream().map(Guard::describe).toList()) + ")";
    }
  }

  /** The part does not hold. */
  record Not(Guard part) implements Guard {
    @Override
    public boolean holds(int[] values, int[] bases) {
      return !part.holds(values, bases);
    }

    @Override
    public void reads(Consumer<Variable> reader) {
      part.reads(reader);
    }

    @Override
    public String describe() {
      return "not (" + part.describe() + ")";
    }
  }

  /**
   * The variables, taken as measurements at equal distances, rise significantly and their trend
   * reaches a limit within so many distances.
   *
   * @param samples from the oldest to the newest
   * @param forecast when it holds
   */
  record Rising(List<Variable> samples, Forecast forecast) implements Guard {
    public Rising {
      samples = List.copyOf(samples);
      if (samples.size() < 2) {
        throw new IllegalArgumentException("a trend needs two measurements or more");
      }
    }

    @Override
    public boolean holds(int[] values, int[] bases) {
      int[] measured = new int[samples.size()];
      for (int i = 0; i < measured.length; i++) {
        measured[i] = samples.get(i).in(values, bases);
      }
      return forecast.holds(measured);
    }

    @Override
    public void reads(Consumer<Variable> reader) {
      samples.forEach(reader);
    }

    @Override
    public String describe() {
      return samples.get(0).name() + "... rise to " + forecast.limit();
    }
  }
}
