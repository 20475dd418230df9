package hebe.sim.exact;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The states in which a clock has stopped and keeps its age: how long they last, and whether the
 * clock then goes on or its period ends. That time does not age the clock.
 */
final class Pauses {
  /** What becomes of a flow into paused states. */
  static final class Detour {
    /** Mean time in each paused state. */
    final double[] seconds;

    /** Share of the flow that comes to each {@link #end}. */
    final double[] ends;

    private Detour(double[] seconds, double[] ends) {
      this.seconds = seconds;
      this.ends = ends;
    }

    double total() {
      return Arrays.stream(seconds).sum();
    }
  }

  private final int paused;
  private final IntList ends = new IntList();
  private final Map<Integer, Integer> numbers = new HashMap<>();
  private final Chain chain;

  /**
   * The paused states of a clock.
   *
   * @param states the paused states
   * @param at the position of each of them in that list
   */
  Pauses(int[] states, int[] at, Chain moves, Periods periods) {
    paused = states.length;
    Rows rows = new Rows();
    for (int state : states) {
      int clock = periods.clock(state);
      for (int e = moves.first[state]; e < moves.first[state + 1]; e++) {
        int to = moves.other[e];
        boolean within = periods.clock(to) == clock;
        boolean stays = within && !periods.running(to);
        rows.add(stays ? at[to] : number(to, within), moves.perSecond[e]);
      }
      for (int e = periods.starts.first[state]; e < periods.starts.first[state + 1]; e++) {
        rows.add(number(periods.starts.other[e], false), periods.starts.perSecond[e]);
      }
      rows.endRow();
    }
    for (int i = 0; i < ends.size(); i++) {
      rows.endRow();
    }
    chain = rows.chain();
  }

  private int number(int state, boolean resumed) {
    int key = 2 * state + (resumed ? 1 : 0);
    return numbers.computeIfAbsent(
        key,
        each -> {
          ends.add(each);
          return paused + ends.size() - 1;
        });
  }

  /** The state after a pause. */
  int end(int number) {
    return ends.get(number) / 2;
  }

  /** Whether the clock goes on there, at the age that it had. */
  boolean resumed(int number) {
    return ends.get(number) % 2 == 1;
  }

  /** What becomes of a flow into the paused states. */
  Detour from(double[] inflow) throws UnsolvableException {
    if (Arrays.stream(inflow).sum() == 0) {
      return new Detour(new double[paused], new double[ends.size()]);
    }
    Absorption absorption = new Absorption(chain, Arrays.copyOf(inflow, chain.size));
    double[] shares = new double[ends.size()];
    for (int c = 0; c < absorption.components(); c++) {
      if (absorption.bottom(c)) {
        shares[absorption.member(c) - paused] = absorption.mass(c);
      }
    }
    return new Detour(Arrays.copyOf(absorption.seconds(), paused), shares);
  }

  /** What becomes of one who enters one of the paused states. */
  Detour from(int position) throws UnsolvableException {
    double[] inflow = new double[paused];
    inflow[position] = 1;
    return from(inflow);
  }
}
