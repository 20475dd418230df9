package hebe.sim.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A compiled model: variables, transitions and rewards of all copies, numbered from 0. Immutable,
 * and shared by all replications and by every engine.
 *
 * <p>A state is a vector of {@link #variableCount()} integers. What an engine needs of the model's
 * meaning is here: whether a transition is enabled in a state, what its firing writes, and who
 * depends on what was written.
 */
public final class Model {
  private final Variable[] variables;
  private final Frame[] variableFrames;
  private final Transition[] transitions;
  private final Frame[] transitionFrames;
  private final Reward[] rewards;
  private final Frame[] rewardFrames;
  private final Index transitionsReading;
  private final Index rewardsReading;
  private final int[][] renewedBy;
  private final int[][] agedBy;
  private final boolean[] partlyAged;
  private final int[][] impulsesOf;

  Model(Layout layout) {
    variables = layout.variables.toArray(Variable[]::new);
    variableFrames = layout.variableFrames.toArray(Frame[]::new);
    transitions = layout.transitions.toArray(Transition[]::new);
    transitionFrames = layout.transitionFrames.toArray(Frame[]::new);
    rewards = layout.rewards.toArray(Reward[]::new);
    rewardFrames = layout.rewardFrames.toArray(Frame[]::new);
    transitionsReading = new Index(layout.transitionsReading);
    rewardsReading = new Index(layout.rewardsReading);
    renewedBy = toArrays(layout.renewedBy);
    agedBy = toArrays(layout.agedBy);
    partlyAged = partlyAged();
    impulsesOf = toArrays(layout.impulsesOf);
  }

  private Model(Model other, Transition[] retimed) {
    variables = other.variables;
    variableFrames = other.variableFrames;
    transitions = retimed;
    transitionFrames = other.transitionFrames;
    rewards = other.rewards;
    rewardFrames = other.rewardFrames;
    transitionsReading = other.transitionsReading;
    rewardsReading = other.rewardsReading;
    renewedBy = other.renewedBy;
    agedBy = other.agedBy;
    partlyAged = other.partlyAged;
    impulsesOf = other.impulsesOf;
  }

  /**
   * The same model with other timings and memories; all copies of a shape change together.
   *
   * @param change of a transition's shape: of its timing, for as many copies, and of its memory
   */
  public Model retimed(UnaryOperator<Transition> change) {
    Map<Integer, Transition> changed = new HashMap<>();
    return new Model(
        this,
        Arrays.stream(transitions)
            .map(shape -> changed.computeIfAbsent(shape.number(), n -> retimed(shape, change)))
            .toArray(Transition[]::new));
  }

  private static Transition retimed(Transition shape, UnaryOperator<Transition> change) {
    Transition after = change.apply(shape);
    if (!shape.equals(after.with(shape.timing(), shape.memory()))
        || after.timing().parameters() != shape.timing().parameters()) {
      throw new IllegalArgumentException(shape.label() + " may change in timing and memory only");
    }
    return after;
  }

  /** Length of the state vector. */
  public int variableCount() {
    return variables.length;
  }

  /** The shape of a variable. */
  public Variable variable(int variable) {
    return variables[variable];
  }

  Frame variableFrame(int variable) {
    return variableFrames[variable];
  }

  Frame transitionFrame(int transition) {
    return transitionFrames[transition];
  }

  Frame rewardFrame(int reward) {
    return rewardFrames[reward];
  }

  /** Full name of a variable, for example {@code host/web-3/run}. */
  public String variableName(int variable) {
    return variableFrames[variable].qualify(variables[variable].name());
  }

  /** A fresh copy of the state at the start of a replication. */
  public int[] initialState() {
    int[] values = new int[variables.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = variables[i].initial();
    }
    return values;
  }

  /** Number of transitions, copies included. */
  public int transitionCount() {
    return transitions.length;
  }

  /** The shape of a transition. */
  public Transition transition(int transition) {
    return transitions[transition];
  }

  /** Which copy of its scope a transition belongs to, from 0. */
  public int copyOf(int transition) {
    return transitionFrames[transition].copy;
  }

  /**
   * Full name of a transition, for example {@code host/web-3/run/crash}; its random stream is
   * called so.
   */
  public String transitionName(int transition) {
    return transitionFrames[transition].qualify(transitions[transition].label());
  }

  /** The variable that holds the state of the component which a transition moves. */
  public int componentOf(int transition) {
    Variable component = transitions[transition].component();
    return transitionFrames[transition].bases[component.level()] + component.offset();
  }

  /** Whether a transition is enabled in a state. */
  public boolean enabled(int transition, int[] values) {
    return transitions[transition].guard().holds(values, transitionFrames[transition].bases);
  }

  /**
   * Applies what the firing of a transition writes, and notes what changed.
   *
   * @throws IllegalStateException if a variable leaves its bounds
   */
  public void fire(int transition, int[] values, Changes changes) {
    List<Effect> effects = transitions[transition].effects();
    int[] bases = transitionFrames[transition].bases;
    for (int i = 0; i < effects.size(); i++) {
      Effect effect = effects.get(i);
      Variable variable = effect.variable();
      int at = bases[variable.level()] + variable.offset();
      int old = values[at];
      int value = effect.apply(values, bases);
      if (value < variable.least() || value > variable.most()) {
        throw new IllegalStateException(
            transitionName(transition)
                + " takes "
                + variableName(at)
                + " to "
                + value
                + ", outside "
                + variable.least()
                + " to "
                + variable.most());
      }
      if (value != old) {
        values[at] = value;
        changes.add(at, old, value);
      }
    }
  }

  /** Number of rewards, copies included. */
  public int rewardCount() {
    return rewards.length;
  }

  /** The shape of a reward. */
  public Reward reward(int reward) {
    return rewards[reward];
  }

  /** Full name of a reward, for example {@code host/web-3/up}. */
  public String rewardName(int reward) {
    return rewardFrames[reward].qualify(rewards[reward].name());
  }

  /** Path of the scope copy that a reward belongs to, for example {@code host/web-3}. */
  public String rewardScope(int reward) {
    return rewardFrames[reward].path;
  }

  /** The rate of a rate reward in a state; 0 for an impulse reward. */
  public double rate(int reward, int[] values) {
    return rewards[reward] instanceof Reward.Rate rate
        ? rate.in(values, rewardFrames[reward].bases)
        : 0;
  }

  /** First position of the transitions whose guards read a variable; see {@link #reader}. */
  public int firstReader(int variable) {
    return transitionsReading.first(variable);
  }

  /** Position after the last of the transitions whose guards read a variable. */
  public int endReader(int variable) {
    return transitionsReading.end(variable);
  }

  /** The transition at a position between {@link #firstReader} and {@link #endReader}. */
  public int reader(int position) {
    return transitionsReading.at(position);
  }

  /** First position of the rate rewards that read a variable; see {@link #rewardReader}. */
  public int firstRewardReader(int variable) {
    return rewardsReading.first(variable);
  }

  /** Position after the last of the rate rewards that read a variable. */
  public int endRewardReader(int variable) {
    return rewardsReading.end(variable);
  }

  /** The reward at a position between {@link #firstRewardReader} and {@link #endRewardReader}. */
  public int rewardReader(int position) {
    return rewardsReading.at(position);
  }

  /** How many clocks the firing of a transition renews. */
  public int renewalCount(int transition) {
    return renewedBy[transition].length;
  }

  /** One of the transitions whose clocks the firing of a transition renews. */
  public int renewal(int transition, int index) {
    return renewedBy[transition][index];
  }

  /** How many virtual ages the firing of a transition changes. */
  public int ageingCount(int transition) {
    return agedBy[transition].length;
  }

  /** One of the transitions of whose clocks the firing of a transition changes the virtual age. */
  public int aged(int transition, int index) {
    return agedBy[transition][index];
  }

  /** What the firing of a transition makes of that virtual age. */
  public Ageing ageing(int transition, int index) {
    return transitions[transition].ages().get(index);
  }

  /** Whether anything changes a virtual age. */
  public boolean agesClocks() {
    return Arrays.stream(agedBy).anyMatch(aged -> aged.length > 0);
  }

  /** Whether something leaves the clock of a transition a part of its virtual age. */
  public boolean keepsAge(int transition) {
    return partlyAged[transition];
  }

  private boolean[] partlyAged() {
    boolean[] partly = new boolean[transitions.length];
    for (int t = 0; t < transitions.length; t++) {
      for (int k = 0; k < agedBy[t].length; k++) {
        partly[agedBy[t][k]] |= !ageing(t, k).full();
      }
    }
    return partly;
  }

  /** How many impulse rewards the firing of a transition earns. */
  public int impulseCount(int transition) {
    return impulsesOf[transition].length;
  }

  /** One of the impulse rewards that the firing of a transition earns. */
  public int impulse(int transition, int index) {
    return impulsesOf[transition][index];
  }

  private static int[][] toArrays(List<? extends List<Integer>> lists) {
    return lists.stream()
        .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }
}
