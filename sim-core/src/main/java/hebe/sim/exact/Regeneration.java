package hebe.sim.exact;

import java.util.ArrayList;
import java.util.List;

/**
 * A model with fixed clocks as a Markov chain over its regeneration points: the states without a
 * clock, and the starts of clocks.
 *
 * <p>A period that begins in state e, of mean length m_e, and leads to the state j with probability
 * K_ej counts as one visit to e that is left for j at the rate K_ej / m_e: that is the chain whose
 * long run, endings and mean times are those of the regeneration points. States that no clock
 * starts in have no moves there; {@link #occupation} gives each its part of the periods. Without
 * fixed clocks the chain is that of the model.
 *
 * <p>Sources: Ajmone Marsan and Chiola (1987), "On Petri nets with deterministic and exponentially
 * distributed firing times", LNCS 266; Choi, Kulkarni and Trivedi (1994), "Markov regenerative
 * stochastic Petri nets", Performance Evaluation 20.
 */
final class Regeneration {
  private static final double MOST_WORK = 3e11;
  private static final int MOST_ENTRIES = 50_000_000;
  private static final int MOST_PAUSED = 3000;

  private final FixedClocks fixed;
  private final Chain moves;
  private final Periods periods;
  private final List<Period> byClock = new ArrayList<>();
  private final double[] meanSeconds;
  private final Chain chain;

  /** Of the moves of a model, its periods, and the distribution at its start. */
  Regeneration(FixedClocks fixed, Chain moves, Periods periods, double[] initial)
      throws UnsolvableException {
    this.fixed = fixed;
    this.moves = moves;
    if (fixed.size() == 0) {
      this.periods = periods;
      meanSeconds = new double[0];
      chain = moves;
      return;
    }
    this.periods = periods.pruned(moves);
    meanSeconds = new double[moves.size];
    boolean[] entered = entered(initial);
    split(entered);
    chain = embedded(entered);
  }

  /** The chain over the regeneration points, with the states of the model. */
  Chain chain() {
    return chain;
  }

  /** What the times at the regeneration points are as times in the states. */
  Occupation occupation(double[] times) throws UnsolvableException {
    if (fixed.size() == 0) {
      return new Occupation(times, new double[0]);
    }
    double[] seconds = new double[moves.size];
    double[] firings = new double[moves.size];
    double[] entering = new double[moves.size];
    for (int s = 0; s < moves.size; s++) {
      if (periods.clock(s) == Periods.NONE) {
        seconds[s] = times[s];
      } else if (times[s] > 0) {
        entering[s] = times[s] / meanSeconds[s];
      }
    }
    for (Period period : byClock) {
      period.addOccupation(period.visit(entering), entering, seconds, firings);
    }
    return new Occupation(seconds, firings);
  }

  /** The states in which a clock can start. */
  private boolean[] entered(double[] initial) {
    boolean[] entered = new boolean[moves.size];
    for (int e = 0; e < periods.starts.entries(); e++) {
      entered[periods.starts.other[e]] = true;
    }
    for (int e = 0; e < periods.firings.entries(); e++) {
      entered[periods.firings.other[e]] = true;
    }
    for (int s = 0; s < entered.length; s++) {
      entered[s] = (entered[s] || initial[s] > 0) && periods.clock(s) != Periods.NONE;
    }
    return entered;
  }

  private void split(boolean[] entered) throws UnsolvableException {
    int[] at = new int[moves.size];
    for (int clock = 0; clock < fixed.size(); clock++) {
      IntList running = new IntList();
      IntList paused = new IntList();
      int entries = 0;
      for (int s = 0; s < moves.size; s++) {
        if (periods.clock(s) == clock) {
          IntList list = periods.running(s) ? running : paused;
          at[s] = list.size();
          list.add(s);
          entries += entered[s] ? 1 : 0;
        }
      }
      checkPauses(clock, paused.size());
      Period period =
          new Period(running.saved(), paused.saved(), at, fixed.seconds(clock), moves, periods);
      checkCost(clock, period, entries);
      period.expect(entries);
      byClock.add(period);
    }
  }

  private void checkPauses(int clock, int paused) throws UnsolvableException {
    if (paused > MOST_PAUSED) {
      throw tooLarge(clock, "keeps its age in " + paused + " states, more than " + MOST_PAUSED);
    }
  }

  private void checkCost(int clock, Period period, int entries) throws UnsolvableException {
    if (period.work(entries) + (double) moves.size * entries > MOST_WORK) {
      throw tooLarge(
          clock,
          "takes "
              + (long) period.steps()
              + " steps, its fixed delay times the fastest rate beside it, over "
              + period.rates()
              + " rates for each of "
              + entries
              + " states in which it starts");
    }
  }

  private UnsolvableException tooLarge(int clock, String why) {
    return new UnsolvableException(
        List.of(
            fixed.name(clock)
                + " "
                + why
                + ": too much; make the model smaller, let fast delays beside it take no time, use"
                + " an Erlang law of the same mean as an approximation, or simulate"));
  }

  private Chain embedded(boolean[] entered) throws UnsolvableException {
    Rows rows = new Rows();
    double[] values = new double[moves.size];
    long entries = 0;
    for (int s = 0; s < moves.size; s++) {
      if (periods.clock(s) == Periods.NONE) {
        copy(rows, moves, s);
        copy(rows, periods.starts, s);
      } else if (entered[s]) {
        entries += addPeriod(rows, s, values);
      }
      rows.endRow();
      if (entries > MOST_ENTRIES) {
        throw tooLarge(
            periods.clock(s), "leads to more than " + MOST_ENTRIES + " pairs of start and end");
      }
    }
    return rows.chain();
  }

  private static void copy(Rows rows, Chain from, int state) {
    for (int e = from.first[state]; e < from.first[state + 1]; e++) {
      if (from.other[e] != state) {
        rows.add(from.other[e], from.perSecond[e]);
      }
    }
  }

  /** Adds the row of a state in which a clock starts; the values are 0 before and after. */
  private int addPeriod(Rows rows, int state, double[] values) throws UnsolvableException {
    values[state] = 1;
    Period period = byClock.get(periods.clock(state));
    Period.Visit visit = period.visit(values);
    meanSeconds[state] = period.meanSeconds(visit);
    values[state] = 0;
    period.addNext(visit, values);
    int entries = 0;
    for (int to = 0; to < values.length; to++) {
      if (values[to] > 0 && to != state) {
        rows.addNew(to, values[to] / meanSeconds[state]);
        entries++;
      }
      values[to] = 0;
    }
    return entries;
  }
}
