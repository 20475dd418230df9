package hebe.sim.exact;

import hebe.sim.law.PhaseType;
import hebe.sim.model.Model;
import hebe.sim.model.Reward;
import java.util.Arrays;
import java.util.List;

/**
 * The reachable states of a model in which time passes, and the rates between them: a Markov chain
 * in continuous time.
 *
 * <p>A state is the model's variables and the phase of every clock that has more than one. What
 * fires without time passing is eliminated: a rate is the rate of a timed firing times the
 * probability of the way to the next state in which time passes. Impulse rewards earned on the way
 * are kept as a rate of each state. Fixed delays above 0 s have no rates; {@link Periods} has what
 * they add. The memory of an observer belongs to the state.
 */
public final class StateSpace {
  private final Model model;
  private final Observer observer;
  private final PhaseClocks clocks;
  private final StateTable table;
  private final Rows rows = new Rows();
  private final Impulses initialImpulses;
  private final Impulses impulses;
  private final Impulses firingImpulses;
  private final Periods.Builder writing;
  private final int limit;
  private int[] initialStates = {};
  private double[] initialShares = {};
  private Chain chain;
  private Periods periods;
  private Tap tap = new Tap() {};

  private StateSpace(Model model, Observer observer, int limit) throws UnsolvableException {
    this.model = model;
    this.observer = observer;
    clocks = new PhaseClocks(model, observer.slots());
    table = new StateTable(clocks.packing());
    this.limit = Math.min(limit, table.mostStates());
    initialImpulses = new Impulses(model, observer.rewards());
    impulses = new Impulses(model, observer.rewards());
    firingImpulses = new Impulses(model, observer.rewards());
    chain = rows.chain();
    writing = new Periods.Builder(clocks.fixed());
    periods = writing.build();
  }

  /**
   * Explores a model from its initial state.
   *
   * @param limit most states that are worth the memory, at least 1; some 100 bytes each
   * @throws UnsolvableException if a delay has no phases and is not fixed, if two fixed clocks
   *     remember an age at a time, if transitions that take no time form a cycle, or if there are
   *     more states than the limit
   */
  public static StateSpace explore(Model model, int limit) throws UnsolvableException {
    return explore(model, Observer.none(), limit);
  }

  /** Explores a model together with the memory of an observer; see {@link #explore(Model, int)}. */
  public static StateSpace explore(Model model, Observer observer, int limit)
      throws UnsolvableException {
    if (limit < 1) {
      throw new IllegalArgumentException("a limit is at least 1 state; got " + limit);
    }
    StateSpace space = new StateSpace(model, observer, limit);
    space.explore();
    return space;
  }

  /** Explores the same model again, which finds the same states in the same order, and tells. */
  void replay(Tap listener) throws UnsolvableException {
    StateSpace again = new StateSpace(model, observer, size());
    again.tap = listener;
    again.explore();
  }

  /** Number of states. */
  public int size() {
    return table.size();
  }

  /** Number of pairs of different states with a rate from the one to the other. */
  public int rates() {
    return chain.entries() + periods.starts.entries();
  }

  Model model() {
    return model;
  }

  PhaseClocks clocks() {
    return clocks;
  }

  /** The moves in which no fixed clock starts; without fixed clocks all moves. */
  Chain chain() {
    return chain;
  }

  /** What fixed clocks add to the chain; without them nothing. */
  Periods periods() {
    return periods;
  }

  FixedClocks fixedClocks() {
    return clocks.fixed();
  }

  /** Refuses what can be told of chains only. */
  void checkNoFixedClock() throws UnsolvableException {
    if (clocks.fixed().size() > 0) {
      throw new UnsolvableException(clocks.fixed().refusals());
    }
  }

  /** The distribution once what happens at time 0 has settled. */
  double[] initial() {
    double[] initial = new double[size()];
    for (int i = 0; i < initialStates.length; i++) {
      initial[initialStates[i]] += initialShares[i];
    }
    return initial;
  }

  /** What an impulse reward earns on average at time 0. */
  double initialImpulse(int reward) {
    return initialImpulses.of(reward, 1)[0];
  }

  /** What a reward earns per second in each state, impulses included. */
  double[] rateOf(int reward) {
    double[] rate = impulses.of(reward, size());
    int[] state = new int[clocks.length()];
    for (int s = 0; s < rate.length && !isImpulse(reward); s++) {
      table.get(s, state);
      rate[s] +=
          reward < model.rewardCount()
              ? model.rate(reward, state)
              : observer.rate(reward - model.rewardCount(), state, clocks.memory());
    }
    return rate;
  }

  /** What a reward earns on average when the fixed clock of a state fires there. */
  double[] firingImpulse(int reward) {
    return firingImpulses.of(reward, fixedClocks().size() > 0 ? size() : 0);
  }

  private boolean isImpulse(int reward) {
    return reward < model.rewardCount() && model.reward(reward) instanceof Reward.Impulse;
  }

  /** What rewards together earn per second in each state. */
  double[] rateOf(List<Integer> rewards) {
    double[] sum = new double[size()];
    for (int reward : rewards) {
      double[] rate = rateOf(reward);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += rate[i];
      }
    }
    return sum;
  }

  /** The values of the model's variables in a state, after them phases and the memory. */
  int[] state(int number) {
    int[] state = new int[clocks.length()];
    table.get(number, state);
    return state;
  }

  private void explore() throws UnsolvableException {
    new Instant(model, clocks, observer, new AtStart()).begin();
    AfterFiring after = new AfterFiring();
    Instant instant = new Instant(model, clocks, observer, after);
    AfterFixedDelay afterFixed = new AfterFixedDelay();
    Instant fixedInstant = new Instant(model, clocks, observer, afterFixed);
    int[] state = new int[clocks.length()];
    for (int s = 0; s < table.size(); s++) {
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
    }
    chain = rows.chain();
    periods = writing.build();
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

  private int number(int[] state) throws UnsolvableException {
    int number = table.number(state);
    if (number >= limit) {
      throw new UnsolvableException(
          List.of(
              "more than "
                  + limit
                  + " states: so many were found and not all explored; raise the limit, make the"
                  + " model smaller (fewer copies or phases), or simulate"));
    }
    return number;
  }

  private final class AtStart implements Instant.Listener {
    @Override
    public void fired(int transition, double share) {
      initialImpulses.earn(0, transition, share);
    }

    @Override
    public void earned(int reward, double amount) {
      initialImpulses.add(0, model.rewardCount() + reward, amount);
    }

    @Override
    public void settled(int[] state, double share) throws UnsolvableException {
      int count = initialStates.length;
      initialStates = Arrays.copyOf(initialStates, count + 1);
      initialShares = Arrays.copyOf(initialShares, count + 1);
      clocks.fixed().settle(state);
      initialStates[count] = number(state);
      initialShares[count] = share;
    }
  }

  private final class AfterFiring implements Instant.Listener {
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
  private final class AfterFixedDelay implements Instant.Listener {
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
