package hebe.sim.exact;

import hebe.sim.law.PhaseType;
import hebe.sim.model.Model;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Finds the states of a model and the moves between them; {@link StateSpace} is the result. */
final class Exploration {
  private static final int STATES_BETWEEN_LOOKS_AT_MEMORY = 4096;

  final Model model;
  final Observer observer;
  final PhaseClocks clocks;
  final Symmetry symmetry;
  final StateTable table;
  final Rows rows = new Rows();
  final Periods.Builder writing;
  final Impulses initialImpulses;
  final Impulses impulses;
  final Impulses firingImpulses;
  double[] initial = {};

  /** Whether at time 0 a firing changed what the observer remembers for others that were due. */
  boolean marksAtStart;

  /** Whether at time 0 the observer earned by a firing. */
  boolean earnsAtStart;

  private final Canonical canonical;
  private final Contests contests;
  private final int limit;
  private final Tap tap;

  private Exploration(Model model, Observer observer, int limit, Symmetry symmetry, Tap tap)
      throws UnsolvableException {
    this.model = model;
    this.observer = observer;
    this.symmetry = symmetry;
    this.tap = tap;
    clocks = new PhaseClocks(model, observer.slots());
    canonical = new Canonical(symmetry, clocks);
    contests = new Contests(model, observer, canonical);
    table = new StateTable(clocks.packing());
    this.limit = Math.min(limit, table.mostStates());
    initialImpulses = new Impulses(model, observer.rewards());
    impulses = new Impulses(model, observer.rewards());
    firingImpulses = new Impulses(model, observer.rewards());
    writing = new Periods.Builder(clocks.fixed());
  }

  /**
   * Explores until there are no new states, or more than tried.
   *
   * @throws UnsolvableException if there are more states than the limit
   */
  static StateSpace of(Model model, Observer observer, int limit, int tried, Symmetry symmetry)
      throws UnsolvableException {
    Exploration exploration = new Exploration(model, observer, limit, symmetry, new Tap() {});
    exploration.run(tried);
    Optional<Contests.Verdict> verdict = exploration.contests.verdict();
    if (verdict.isEmpty()) {
      return new StateSpace(exploration);
    }
    Symmetry less = symmetry.without(verdict.get().scope(), verdict.get().why());
    return of(model, observer, limit, tried, less);
  }

  /** Explores once more, with a symmetry that was found to be harmless, and tells. */
  static void again(Model model, Observer observer, int states, Symmetry symmetry, Tap listener)
      throws UnsolvableException {
    new Exploration(model, observer, states, symmetry, listener).run(states);
  }

  private void run(int tried) throws UnsolvableException {
    new Instant(model, clocks, observer, new AtStart()).begin();
    AfterFiring after = new AfterFiring();
    Instant instant = new Instant(model, clocks, observer, after);
    AfterFixedDelay afterFixed = new AfterFixedDelay();
    Instant fixedInstant = new Instant(model, clocks, observer, afterFixed);
    int[] state = new int[clocks.length()];
    for (int s = 0; s < table.size() && goesOn(tried); s++) {
      table.get(s, state);
      after.from = s;
      for (int transition : clocks.timed()) {
        if (model.enabled(transition, state)) {
          tap.timed(transition);
          after.perSecond = pass(s, transition, state);
          if (after.perSecond > 0) {
            instant.fire(state, transition);
          }
        }
      }
      rows.endRow();
      afterFixed.from = s;
      fireFixed(fixedInstant, state);
      if ((s + 1) % STATES_BETWEEN_LOOKS_AT_MEMORY == 0) {
        requireMemory();
      }
    }
  }

  private boolean goesOn(int tried) {
    return table.size() <= tried && contests.verdict().isEmpty();
  }

  private void fireFixed(Instant instant, int[] state) throws UnsolvableException {
    FixedClocks fixed = clocks.fixed();
    for (int clock = 0; clock < fixed.size(); clock++) {
      if (model.enabled(fixed.transition(clock), state)) {
        instant.fire(state, fixed.transition(clock));
      }
    }
    if (fixed.size() > 0) {
      writing.endState(model, state);
    }
  }

  /** Moves to the next phase if there is one; returns the rate at which the clock ends. */
  private double pass(int number, int transition, int[] state) throws UnsolvableException {
    List<PhaseType.Phase> phases = clocks.phases(transition);
    if (!clocks.kept(transition)) {
      return phases.get(0).endPerSecond();
    }
    int slot = clocks.slot(transition);
    PhaseType.Phase phase = phases.get(state[slot] - 1);
    if (phase.nextPerSecond() > 0) {
      state[slot]++;
      move(number, state, phase.nextPerSecond());
      state[slot]--;
    }
    return phase.endPerSecond();
  }

  private void move(int from, int[] to, double perSecond) throws UnsolvableException {
    boolean starts = clocks.fixed().settle(to);
    int number = number(to);
    if (starts) {
      writing.start(number, perSecond);
    } else if (number != from) {
      rows.add(number, perSecond);
      tap.move(from, number, perSecond);
    }
  }

  /** The number of a state that has settled. */
  private int number(int[] state) throws UnsolvableException {
    int number = table.number(canonical.of(state));
    if (number >= limit) {
      throw tooMany(limit, "raise the limit");
    }
    return number;
  }

  private void requireMemory() throws UnsolvableException {
    long heap = Runtime.getRuntime().maxMemory();
    if (Size.bytes(table.size(), rows.entries(), table.words()) > Size.mostBytes(heap)) {
      throw tooMany(
          table.size(), "the heap of " + Size.showBytes(heap) + " holds no more, give it more");
    }
  }

  private UnsolvableException tooMany(int found, String hindrance) {
    long bytes = Size.bytes(2L * found, 2L * rows.entries(), table.words());
    return new UnsolvableException(
        List.of(
            "more than "
                + found
                + " states: so many were found and not all explored, of at most "
                + Size.show(Size.most(model, clocks, symmetry))
                + "; "
                + hindrance
                + " (twice as many take a heap of some "
                + Size.showBytes(Size.heapFor(bytes))
                + "), make the model smaller (fewer copies or phases), or simulate"));
  }

  /** What is the same at every instant. */
  private abstract class Listener implements Instant.Listener {
    @Override
    public void next(int transition, int[] state) {
      contests.next(transition, state);
    }
  }

  private final class AtStart extends Listener {
    private boolean fired;

    @Override
    public void fired(int transition, double share) {
      fired = true;
      marksAtStart |= observer.marks(transition);
      initialImpulses.earn(0, transition, share);
    }

    @Override
    public void earned(int reward, double amount) {
      earnsAtStart |= fired;
      initialImpulses.add(0, model.rewardCount() + reward, amount);
    }

    @Override
    public void settled(int[] state, double share) throws UnsolvableException {
      clocks.fixed().settle(state);
      int number = number(state);
      if (number >= initial.length) {
        initial = Arrays.copyOf(initial, Rows.grown(number));
      }
      initial[number] += share;
    }
  }

  private final class AfterFiring extends Listener {
    private int from;
    private double perSecond;

    @Override
    public void fired(int transition, double share) {
      impulses.earn(from, transition, perSecond * share);
      for (int k = 0; k < model.impulseCount(transition); k++) {
        int reward = model.impulse(transition, k);
        tap.impulse(from, reward, perSecond * share * impulses.amount(reward));
      }
    }

    @Override
    public void earned(int reward, double amount) {
      int number = model.rewardCount() + reward;
      impulses.add(from, number, perSecond * amount);
      tap.impulse(from, number, perSecond * amount);
    }

    @Override
    public void settled(int[] state, double share) throws UnsolvableException {
      move(from, state, perSecond * share);
    }
  }

  /** What happens when the fixed clock of a state fires there. */
  private final class AfterFixedDelay extends Listener {
    private int from;

    @Override
    public void fired(int transition, double share) {
      firingImpulses.earn(from, transition, share);
    }

    @Override
    public void earned(int reward, double amount) {
      firingImpulses.add(from, model.rewardCount() + reward, amount);
    }

    @Override
    public void settled(int[] state, double share) throws UnsolvableException {
      clocks.fixed().settle(state);
      writing.fired(number(state), share);
    }
  }
}
