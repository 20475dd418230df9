package hebe.sim.exact;

import hebe.sim.model.Copies;
import hebe.sim.model.Effect;
import hebe.sim.model.Model;
import hebe.sim.model.Variable;
import hebe.sim.model.Wiring;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How many states a model can have at most, and what memory they take. */
final class Size {
  /** Share of the heap that states and rates may take: the solution needs more than that again. */
  private static final double SHARE = 0.25;

  private static final long MEBIBYTE = 1 << 20;
  private static final BigInteger PLAIN = BigInteger.valueOf(10_000_000);

  private Size() {}

  /**
   * A bound on the number of states: the product over the variables of the number of values that
   * they can get, over the clocks of the number of their phases and 1, and over the memory. For n
   * interchangeable copies of m states each the factor is C(n + m - 1, n), the number of multisets.
   */
  static BigInteger most(Model model, PhaseClocks clocks, Symmetry symmetry) {
    BigInteger[] values = values(model, clocks);
    for (Copies copies : symmetry.lumped()) {
      List<Copies.One> all = copies.copies();
      BigInteger each = BigInteger.ONE;
      for (Copies.One one : all) {
        each = each.max(take(values, Canonical.slots(one, clocks)));
      }
      if (Canonical.slots(all.get(0), clocks).length > 0) {
        values[Canonical.slots(all.get(0), clocks)[0]] = multisets(all.size(), each);
      }
    }
    return Arrays.stream(values).reduce(BigInteger.ONE, BigInteger::multiply);
  }

  /** The product of some factors, which are then 1. */
  private static BigInteger take(BigInteger[] values, int[] slots) {
    BigInteger product = BigInteger.ONE;
    for (int slot : slots) {
      product = product.multiply(values[slot]);
      values[slot] = BigInteger.ONE;
    }
    return product;
  }

  private static BigInteger[] values(Model model, PhaseClocks clocks) {
    BigInteger[] values = new BigInteger[clocks.length()];
    List<Set<Integer>> reached = reached(model);
    for (int v = 0; v < reached.size(); v++) {
      values[v] = BigInteger.valueOf(reached.get(v).size());
    }
    for (int t = 0; t < model.transitionCount(); t++) {
      if (clocks.kept(t)) {
        values[clocks.slot(t)] = BigInteger.valueOf(clocks.mostPhase(t) + 1L);
      }
    }
    for (int m = 0; m < clocks.slots().size(); m++) {
      values[clocks.memory() + m] = BigInteger.valueOf(clocks.slots().get(m).most() + 1L);
    }
    return values;
  }

  /** The values that each variable starts with or is given; all in its bounds if it is counted. */
  private static List<Set<Integer>> reached(Model model) {
    List<Set<Integer>> reached = new java.util.ArrayList<>();
    for (int v = 0; v < model.variableCount(); v++) {
      reached.add(new HashSet<>(Set.of(model.variable(v).initial())));
    }
    Wiring wiring = new Wiring(model);
    for (int t = 0; t < model.transitionCount(); t++) {
      List<Integer> writes = wiring.writes(t);
      for (int k = 0; k < writes.size(); k++) {
        add(model.transition(t).effects().get(k), reached.get(writes.get(k)));
      }
    }
    return reached;
  }

  private static void add(Effect effect, Set<Integer> values) {
    if (effect instanceof Effect.Set set) {
      values.add(set.value());
    } else {
      Variable counted = effect.variable();
      for (int value = counted.least(); value <= counted.most(); value++) {
        values.add(value);
      }
    }
  }

  /** Ways to give n equal things one of m states each: C(n + m - 1, n). */
  static BigInteger multisets(int n, BigInteger m) {
    BigInteger ways = BigInteger.ONE;
    for (int i = 1; i <= n; i++) {
      ways = ways.multiply(m.add(BigInteger.valueOf(i - 1L))).divide(BigInteger.valueOf(i));
    }
    return ways;
  }

  /** A number of states for people. */
  static String show(BigInteger states) {
    return states.compareTo(PLAIN) < 0
        ? states.toString()
        : "about " + new BigDecimal(states).round(new MathContext(2)).toString();
  }

  /**
   * Bytes that states and rates take while they are explored: words of 64 bits and up to 4 places
   * of the index per state, an offset and an exit rate per row, a target and a rate per move, half
   * as much again where arrays grow.
   */
  static long bytes(long states, long rates, int words) {
    return states * (12L * words + 16 + 18) + 18 * rates;
  }

  /** Most bytes that states and rates may take of this heap. */
  static long mostBytes(long heapBytes) {
    return (long) (SHARE * heapBytes);
  }

  /** The heap that leaves so many bytes to states and rates. */
  static long heapFor(long bytes) {
    return (long) (bytes / SHARE);
  }

  /** Bytes for people. */
  static String showBytes(long bytes) {
    return Math.max(1, (bytes + MEBIBYTE - 1) / MEBIBYTE) + " MiB";
  }
}
