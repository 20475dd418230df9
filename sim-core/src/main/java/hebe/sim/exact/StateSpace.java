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
 * are kept as a rate of each state.
 */
public final class StateSpace {
  private final Model model;
  private final PhaseClocks clocks;
  private final StateTable table;
  private final Rows rows = new Rows();
  private final double[] initialImpulses;
  private final double[][] impulses;
  private final int limit;
  private int[] initialStates = {};
  private double[] initialShares = {};
  private Chain chain;

  private StateSpace(Model model, int limit) throws UnsolvableException {
    this.model = model;
    clocks = new PhaseClocks(model);
    table = new StateTable(clocks.packing());
    this.limit = Math.min(limit, table.mostStates());
    initialImpulses = new double[model.rewardCount()];
    impulses = new double[model.rewardCount()][];
    for (int r = 0; r < impulses.length; r++) {
      impulses[r] = new double[model.reward(r) instanceof Reward.Impulse ? 64 : 0];
    }
    chain = rows.chain();
  }

  /**
   * Explores a model from its initial state.
   *
   * @param limit most states that are worth the memory, at least 1; some 100 bytes each
   * @throws UnsolvableException if a delay has no phases, if transitions that take no time form a
   *     cycle, or if there are more states than the limit
   */
  public static StateSpace explore(Model model, int limit) throws UnsolvableException {
    if (limit < 1) {
      throw new IllegalArgumentException("a limit is at least 1 state; got " + limit);
    }
    StateSpace space = new StateSpace(model, limit);
    space.explore();
    return space;
  }

  /** Number of states. */
  public int size() {
    return table.size();
  }

  /** Number of pairs of different states with a rate from the one to the other. */
  public int rates() {
    return chain.entries();
  }

  Model model() {
    return model;
  }

  Chain chain() {
    return chain;
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
    return initialImpulses[reward];
  }

  /** What a reward earns per second in each state, impulses included. */
  double[] rateOf(int reward) {
    double[] rate = Arrays.copyOf(impulses[reward], size());
    int[] state = new int[clocks.length()];
    for (int s = 0; s < rate.length && model.reward(reward) instanceof Reward.Rate; s++) {
      table.get(s, state);
      rate[s] = model.rate(reward, state);
    }
    return rate;
  }

  /** The values of the model's variables in a state, and after them the phases of clocks. */
  int[] state(int number) {
    int[] state = new int[clocks.length()];
    table.get(number, state);
    return state;
  }

  private void explore() throws UnsolvableException {
    new Instant(model, clocks, new AtStart()).begin();
    AfterFiring after = new AfterFiring();
    Instant instant = new Instant(model, clocks, after);
    int[] state = new int[clocks.length()];
    for (int s = 0; s < table.size(); s++) {
      table.get(s, state);
      after.from = s;
      for (int transition : clocks.timed()) {
        if (model.enabled(transition, state)) {
          after.perSecond = pass(s, transition, state);
          if (after.perSecond > 0) {
            instant.fire(state, transition);
          }
        }
      }
      rows.endRow();
    }
    chain = rows.chain();
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
    int number = number(to);
    if (number != from) {
      rows.add(number, perSecond);
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
      for (int k = 0; k < model.impulseCount(transition); k++) {
        int reward = model.impulse(transition, k);
        initialImpulses[reward] += share * amount(reward);
      }
    }

    @Override
    public void settled(int[] state, double share) throws UnsolvableException {
      int count = initialStates.length;
      initialStates = Arrays.copyOf(initialStates, count + 1);
      initialShares = Arrays.copyOf(initialShares, count + 1);
      initialStates[count] = number(state);
      initialShares[count] = share;
    }
  }

  private final class AfterFiring implements Instant.Listener {
    private int from;
    private double perSecond;

    @Override
    public void fired(int transition, double share) {
      for (int k = 0; k < model.impulseCount(transition); k++) {
        int reward = model.impulse(transition, k);
        if (from >= impulses[reward].length) {
          impulses[reward] =
              Arrays.copyOf(impulses[reward], Math.max(table.size(), Rows.grown(from)));
        }
        impulses[reward][from] += perSecond * share * amount(reward);
      }
    }

    @Override
    public void settled(int[] state, double share) throws UnsolvableException {
      move(from, state, perSecond * share);
    }
  }

  private double amount(int reward) {
    return ((Reward.Impulse) model.reward(reward)).amount();
  }
}
