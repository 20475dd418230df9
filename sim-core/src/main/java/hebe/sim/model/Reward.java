package hebe.sim.model;

import java.util.List;

/** A metric of the model; every copy of its scope has one of its own. */
public sealed interface Reward {
  /** Its name within the scope. */
  String name();

  /**
   * A function of the state, integrated over time: the sum of the weights of the conditions that
   * hold.
   *
   * @param terms weighted conditions
   */
  record Rate(String name, List<Term> terms) implements Reward {
    public Rate {
      terms = List.copyOf(terms);
      terms.forEach(term -> requireFinite(name, term.weight()));
    }

    /** The rate in this state, as seen from a scope copy with these bases. */
    public double in(int[] values, int[] bases) {
      double sum = 0;
      for (int i = 0; i < terms.size(); i++) {
        Term term = terms.get(i);
        if (term.condition().holds(values, bases)) {
          sum += term.weight();
        }
      }
      return sum;
    }
  }

  /**
   * An amount earned at each firing of some transitions.
   *
   * @param transitions numbers of the shapes, in the same scope
   * @param amount earned at each firing
   */
  record Impulse(String name, List<Integer> transitions, double amount) implements Reward {
    public Impulse {
      transitions = List.copyOf(transitions);
      requireFinite(name, amount);
    }
  }

  /** A condition and the rate that it is worth while it holds. */
  record Term(Guard condition, double weight) {}

  private static void requireFinite(String name, double worth) {
    if (!Double.isFinite(worth)) {
      throw new IllegalArgumentException(name + " must be worth a finite number; got " + worth);
    }
  }
}
