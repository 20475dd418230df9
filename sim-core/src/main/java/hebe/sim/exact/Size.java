package hebe.sim.exact;

import hebe.sim.model.Copies;
import hebe.sim.model.Effect;
import hebe.sim.model.Model;
import hebe.sim.model.Variable;
import hebe.sim.model.Wiring;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ObjIntConsumer;

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
    List<Set<Integer>> given = given(model);
    boolean[] counted = counted(model);
    for (int v = 0; v < given.size(); v++) {
      Variable variable = model.variable(v);
      values[v] =
          BigInteger.valueOf(
              counted[v] ? (long) variable.most() - variable.least() + 1 : given.get(v).size());
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

  /** The values that each variable starts with or is given. */
  private static List<Set<Integer>> given(Model model) {
    List<Set<Integer>> given = new ArrayList<>();
    for (int v = 0; v < model.variableCount(); v++) {
      given.add(new HashSet<>(Set.of(model.variable(v).initial())));
    }
    forEffects(
        model,
        (effect, variable) -> {
          if (effect instanceof Effect.Set set) {
            given.get(variable).add(set.value());
          }
        });
    return given;
  }

  /** The variables that some effect counts with: they can get any value within their bounds. */
  private static boolean[] counted(Model model) {
    boolean[] counted = new boolean[model.variableCount()];
    forEffects(model, (effect, variable) -> counted[variable] |= !(effect instanceof Effect.Set));
    return counted;
  }

  private static void forEffects(Model model, ObjIntConsumer<Effect> told) {
    Wiring wiring = new Wiring(model);
    for (int t = 0; t < model.transitionCount(); t++) {
      List<Integer> writes = wiring.writes(t);
      for (int k = 0; k < writes.size(); k++) {
        told.accept(model.transition(t).effects().get(k), writes.get(k));
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
