package hebe.sim.exact;

import hebe.sim.model.Model;
import java.util.Arrays;

/**
 * What fixed delays add to the moves of a chain.
 *
 * <p>The period of a clock lasts from its start until it fires, forgets or starts anew. Every state
 * belongs to the period of one clock, in which that clock runs or has stopped and keeps its age, or
 * to none. The chain has the moves in which no clock starts; here are those that start one, and
 * what the firing of the clock of a state leads to and earns.
 */
final class Periods {
  /** The clock of a state that is in no period. */
  static final int NONE = -1;

  /** Rates of the moves that start a clock, also one that runs already. */
  final Chain starts;

  /** Probabilities of the states after the clock of a state has fired. */
  final Chain firings;

  private final int[] clock;
  private final boolean[] running;

  private Periods(Chain starts, Chain firings, int[] clock, boolean[] running) {
    this.starts = starts;
    this.firings = firings;
    this.clock = clock;
    this.running = running;
  }

  /** The number of the fixed clock in whose period a state is, or {@link #NONE}. */
  int clock(int state) {
    return clock[state];
  }

  /** Whether the clock of a state runs in it. */
  boolean running(int state) {
    return running[state];
  }

  /** The same without what happens in some states, which are in no period. */
  Periods absorbedIn(boolean[] stop) {
    int[] left = clock.clone();
    boolean[] goes = running.clone();
    for (int i = 0; i < left.length; i++) {
      if (stop[i]) {
        left[i] = NONE;
        goes[i] = false;
      }
    }
    return new Periods(starts.absorbedIn(stop), firings.absorbedIn(stop), left, goes);
  }

  /**
   * The same where a clock that has stopped and cannot run again before it forgets is in no period:
   * its age does not matter.
   */
  Periods pruned(Chain moves) {
    int[] left = new int[clock.length];
    Arrays.fill(left, NONE);
    Chain incoming = moves.transposed();
    IntList open = new IntList();
    for (int i = 0; i < left.length; i++) {
      if (running[i]) {
        left[i] = clock[i];
        open.add(i);
      }
    }
    while (!open.isEmpty()) {
      int state = open.pop();
      for (int e = incoming.first[state]; e < incoming.first[state + 1]; e++) {
        int before = incoming.other[e];
        if (left[before] == NONE && clock[before] == clock[state]) {
          left[before] = clock[before];
          open.add(before);
        }
      }
    }
    return new Periods(starts, firings, left, running);
  }

  /** Periods while the states are explored, one after the other. */
  static final class Builder {
    private final FixedClocks fixed;
    private final Rows starts = new Rows();
    private final Rows firings = new Rows();
    private final IntList clock = new IntList();
    private final IntList running = new IntList();

    Builder(FixedClocks fixed) {
      this.fixed = fixed;
    }

    /** Adds a move of the present state that starts a clock. */
    void start(int to, double perSecond) {
      starts.add(to, perSecond);
    }

    /** Adds a state that the firing of the clock of the present state leads to. */
    void fired(int to, double probability) {
      firings.add(to, probability);
    }

    /** Ends the present state. */
    void endState(Model model, int[] state) {
      starts.endRow();
      firings.endRow();
      int found = NONE;
      for (int c = 0; c < fixed.size(); c++) {
        found = fixed.remembers(c, state) ? c : found;
      }
      clock.add(found);
      boolean runs = found != NONE && model.enabled(fixed.transition(found), state);
      running.add(runs ? 1 : 0);
    }

    Periods build() {
      int[] clocks = clock.saved();
      boolean[] runs = new boolean[clocks.length];
      for (int i = 0; i < runs.length; i++) {
        runs[i] = running.get(i) > 0;
      }
      return new Periods(starts.chain(), firings.chain(), clocks, runs);
    }
  }
}
