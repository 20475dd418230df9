package hebe.sim.exact;

import hebe.sim.model.Model;
import hebe.sim.model.Reward;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/**
 * The reachable states of a model in which time passes, and the rates between them: a Markov chain
 * in continuous time.
 *
 * <p>A state is the model's variables and the phase of every clock that has more than one. What
 * fires without time passing is eliminated: a rate is the rate of a timed firing times the
 * probability of the way to the next state in which time passes. Impulse rewards earned on the way
 * are kept as a rate of each state. Fixed delays above 0 s have no rates; {@link Periods} has what
 * they add. The memory of an observer belongs to the state. Of states that differ by an exchange of
 * interchangeable copies one stands for all.
 */
public final class StateSpace {
  private final Model model;
  private final Observer observer;
  private final PhaseClocks clocks;
  private final Symmetry symmetry;
  private final int[][] orbits;
  private final StateTable table;
  private final Chain chain;
  private final Periods periods;
  private final double[] initial;
  private final boolean marksAtStart;
  private final boolean earnsAtStart;
  private final Impulses initialImpulses;
  private final Impulses impulses;
  private final Impulses firingImpulses;

  /** What an exploration has found. */
  StateSpace(Exploration found) {
    model = found.model;
    observer = found.observer;
    clocks = found.clocks;
    symmetry = found.symmetry;
    orbits = symmetry.orbits();
    table = found.table;
    chain = found.rows.chain();
    periods = found.writing.build();
    initial = Arrays.copyOf(found.initial, table.size());
    marksAtStart = found.marksAtStart;
    earnsAtStart = found.earnsAtStart;
    initialImpulses = found.initialImpulses;
    impulses = found.impulses;
    firingImpulses = found.firingImpulses;
  }

  /**
   * Explores a model from its initial state, each copy by itself.
   *
   * @param limit most states that are worth the memory, at least 1; some 100 bytes each
   * @throws UnsolvableException if a delay has no phases and is not fixed, if two fixed clocks
   *     remember an age at a time, if transitions that take no time form a cycle, or if there are
   *     more states than the limit
   */
  public static StateSpace explore(Model model, int limit) throws UnsolvableException {
    return explore(model, Observer.none(), limit, Symmetry.none(model));
  }

  /**
   * Explores a model together with the memory of an observer, and with states that differ by an
   * exchange of copies as one; where it turns out that an exchange is not harmless, its scope is
   * left as it is.
   */
  static StateSpace explore(Model model, Observer observer, int limit, Symmetry symmetry)
      throws UnsolvableException {
    if (limit < 1) {
      throw new IllegalArgumentException("a limit is at least 1 state; got " + limit);
    }
    return Exploration.of(model, observer, limit, Integer.MAX_VALUE, symmetry);
  }

  /** The same, or as many states as were found when there turned out to be more than tried. */
  static StateSpace probe(Model model, Observer observer, int tried, Symmetry symmetry)
      throws UnsolvableException {
    return Exploration.of(model, observer, Integer.MAX_VALUE, tried, symmetry);
  }

  /** Explores the same model again, which finds the same states in the same order, and tells. */
  void replay(Tap listener) throws UnsolvableException {
    Exploration.again(model, observer, size(), symmetry, listener);
  }

  /** Number of states. */
  public int size() {
    return table.size();
  }

  /** Number of pairs of different states with a rate from the one to the other. */
  public int rates() {
    return chain.entries() + periods.starts.entries();
  }

  /** Number of rewards, those of the observer included. */
  int rewards() {
    return model.rewardCount() + observer.rewards();
  }

  Model model() {
    return model;
  }

  PhaseClocks clocks() {
    return clocks;
  }

  Symmetry symmetry() {
    return symmetry;
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
    clocks.fixed().checkNone();
  }

  /** The distribution once what happens at time 0 has settled. */
  double[] initial() {
    return initial.clone();
  }

  /** Whether at time 0 a firing changed what the observer remembers for others that were due. */
  boolean marksAtStart() {
    return marksAtStart;
  }

  /** Whether at time 0 the observer earned by a firing. */
  boolean earnsAtStart() {
    return earnsAtStart;
  }

  /**
   * What an impulse reward earns on average at time 0; with interchangeable copies their mean, as
   * each earns the same.
   */
  double initialImpulse(int reward) {
    return mean(reward, each -> initialImpulses.of(each, 1))[0];
  }

  /**
   * What a reward earns per second in each state, impulses included; with interchangeable copies
   * their mean.
   */
  double[] rateOf(int reward) {
    return mean(reward, this::ownRateOf);
  }

  /**
   * What a reward earns on average when the fixed clock of a state fires there; with
   * interchangeable copies their mean.
   */
  double[] firingImpulse(int reward) {
    int states = fixedClocks().size() > 0 ? size() : 0;
    return mean(reward, each -> firingImpulses.of(each, states));
  }

  /** The rewards that an exchange of copies can turn a reward into, itself included. */
  int[] orbit(int reward) {
    return reward < orbits.length ? orbits[reward] : new int[] {reward};
  }

  private double[] mean(int reward, IntFunction<double[]> of) {
    int[] orbit = orbit(reward);
    double[] mean = of.apply(orbit[0]);
    for (int k = 1; k < orbit.length; k++) {
      double[] other = of.apply(orbit[k]);
      for (int s = 0; s < mean.length; s++) {
        mean[s] += other[s];
      }
    }
    for (int s = 0; s < mean.length && orbit.length > 1; s++) {
      mean[s] /= orbit.length;
    }
    return mean;
  }

  private double[] ownRateOf(int reward) {
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

  private boolean isImpulse(int reward) {
    return reward < model.rewardCount() && model.reward(reward) instanceof Reward.Impulse;
  }

  /** What rewards, each so many times, together earn per second in each state. */
  double[] rateOf(List<Islands.Piece> pieces) {
    double[] sum = new double[size()];
    for (Islands.Piece piece : pieces) {
      double[] rate = rateOf(piece.reward());
      for (int i = 0; i < sum.length; i++) {
        sum[i] += piece.times() * rate[i];
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
}
