package hebe.sim.exact;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The period of one fixed clock: the chain over the states in which it runs, left where the clock
 * is disabled or starts anew.
 *
 * <p>With Q the rates among these states, x where the clock starts and T its delay, the clock fires
 * in the states x exp(Q T), and the mean time in each is the integral over (0, T) of x exp(Q t). A
 * pause on the way is a jump of the clock's time: its rate goes at once to where the clock goes on,
 * and its mean time is added.
 */
final class Period {
  /** One period, or a mixture of periods. */
  static final class Visit {
    /** Probability that the clock fires in each running state. */
    private final double[] firing;

    /** Mean time in each running state. */
    private final double[] seconds;

    /** The pause at its start, if there is one. */
    private final Pauses.Detour first;

    private Visit(Pauses.Detour first, int running) {
      this.first = first;
      firing = new double[running];
      seconds = new double[running];
    }
  }

  private static final double MOST_STEPS = 1e7;

  private final int[] running;
  private final int[] paused;
  private final int[] at;
  private final double delaySeconds;
  private final Chain moves;
  private final Periods periods;
  private final Pauses pauses;
  private final Chain inner;
  private final Uniformization uniformization;
  private final Chain outward;
  private final double[] secondsPerSecond;
  private Optional<Doubling> doubling = Optional.empty();

  /**
   * The period of a clock.
   *
   * @param running the states in which it runs
   * @param paused those in which it has stopped and keeps its age
   * @param at the position of each state in its list
   */
  Period(int[] running, int[] paused, int[] at, double delaySeconds, Chain moves, Periods periods)
      throws UnsolvableException {
    this.running = running;
    this.paused = paused;
    this.at = at;
    this.delaySeconds = delaySeconds;
    this.moves = moves;
    this.periods = periods;
    pauses = new Pauses(paused, at, moves, periods);
    secondsPerSecond = new double[running.length];
    Rows within = new Rows();
    Rows out = new Rows();
    Map<Integer, Pauses.Detour> known = new HashMap<>();
    for (int i = 0; i < running.length; i++) {
      secondsPerSecond[i] = 1;
      addMoves(i, within, out, known);
      within.endRow();
      out.endRow();
    }
    outward = out.chain();
    Chain among = within.chain();
    double[] exit = among.exit.clone();
    for (int i = 0; i < exit.length; i++) {
      exit[i] += outward.exit[i];
    }
    inner = new Chain(among.first, among.other, among.perSecond, exit);
    uniformization = Uniformization.relative(inner);
  }

  private void addMoves(int i, Rows within, Rows out, Map<Integer, Pauses.Detour> known)
      throws UnsolvableException {
    int state = running[i];
    for (int e = moves.first[state]; e < moves.first[state + 1]; e++) {
      int to = moves.other[e];
      double rate = moves.perSecond[e];
      if (periods.clock(to) != periods.clock(state)) {
        out.add(to, rate);
      } else if (periods.running(to)) {
        within.add(at[to], rate);
      } else {
        if (!known.containsKey(to)) {
          known.put(to, pauses.from(at[to]));
        }
        addPause(i, rate, known.get(to), within, out);
      }
    }
    Chain starts = periods.starts;
    for (int e = starts.first[state]; e < starts.first[state + 1]; e++) {
      out.add(starts.other[e], starts.perSecond[e]);
    }
  }

  private void addPause(int i, double rate, Pauses.Detour detour, Rows within, Rows out) {
    secondsPerSecond[i] += rate * detour.total();
    for (int n = 0; n < detour.ends.length; n++) {
      double share = rate * detour.ends[n];
      int end = pauses.end(n);
      if (share > 0 && !pauses.resumed(n)) {
        out.add(end, share);
      } else if (share > 0 && at[end] != i) {
        within.add(at[end], share);
      }
    }
  }

  /** About how many steps a visit takes. */
  double steps() {
    return uniformization.steps(delaySeconds);
  }

  /** Rates, and states with them, that a step passes over. */
  int rates() {
    return inner.entries() + inner.size;
  }

  /** About how many multiplications so many visits take. */
  double work(int visits) {
    return Math.min(stepping(visits), Doubling.work(inner.size, steps()));
  }

  private double stepping(int visits) {
    return steps() > MOST_STEPS ? Double.POSITIVE_INFINITY : visits * steps() * rates();
  }

  /** Gets ready for so many visits. */
  void expect(int visits) {
    if (Doubling.work(inner.size, steps()) < stepping(visits)) {
      doubling = Optional.of(new Doubling(inner, outward.exit, delaySeconds));
    }
  }

  /** The period that begins in some states of it. */
  Visit visit(double[] entering) throws UnsolvableException {
    double[] start = new double[running.length];
    for (int i = 0; i < start.length; i++) {
      start[i] = entering[running[i]];
    }
    Pauses.Detour first = pauses.from(of(paused, entering));
    for (int n = 0; n < first.ends.length; n++) {
      if (pauses.resumed(n)) {
        start[at[pauses.end(n)]] += first.ends[n];
      }
    }
    Visit visit = new Visit(first, start.length);
    if (doubling.isPresent()) {
      doubling.get().solve(start, visit.firing, visit.seconds);
    } else {
      uniformization.solve(start, delaySeconds, visit.firing, visit.seconds);
    }
    return visit;
  }

  /** Mean length of a period, pauses included. */
  double meanSeconds(Visit visit) {
    return visit.first.total() + Vectors.product(visit.seconds, secondsPerSecond);
  }

  /** Adds the probabilities of the states that come after a period. */
  void addNext(Visit visit, double[] next) {
    for (int n = 0; n < visit.first.ends.length; n++) {
      if (!pauses.resumed(n)) {
        next[pauses.end(n)] += visit.first.ends[n];
      }
    }
    Chain firings = periods.firings;
    for (int i = 0; i < running.length; i++) {
      for (int e = outward.first[i]; e < outward.first[i + 1]; e++) {
        next[outward.other[e]] += visit.seconds[i] * outward.perSecond[e];
      }
      for (int e = firings.first[running[i]]; e < firings.first[running[i] + 1]; e++) {
        next[firings.other[e]] += visit.firing[i] * firings.perSecond[e];
      }
    }
  }

  /** Adds the mean time in each state, given where the periods began, and the firings there. */
  void addOccupation(Visit visit, double[] entering, double[] seconds, double[] firings)
      throws UnsolvableException {
    double[] inflow = of(paused, entering);
    for (int i = 0; i < running.length; i++) {
      int state = running[i];
      seconds[state] += visit.seconds[i];
      firings[state] += visit.firing[i];
      for (int e = moves.first[state]; e < moves.first[state + 1]; e++) {
        int to = moves.other[e];
        if (periods.clock(to) == periods.clock(state) && !periods.running(to)) {
          inflow[at[to]] += visit.seconds[i] * moves.perSecond[e];
        }
      }
    }
    double[] stopped = pauses.from(inflow).seconds;
    for (int i = 0; i < paused.length; i++) {
      seconds[paused[i]] += stopped[i];
    }
  }

  private static double[] of(int[] states, double[] values) {
    double[] picked = new double[states.length];
    for (int i = 0; i < picked.length; i++) {
      picked[i] = values[states[i]];
    }
    return picked;
  }
}
