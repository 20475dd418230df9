package hebe.sim.exact;

import hebe.sim.model.Guard;
import hebe.sim.model.Model;
import java.util.List;

/**
 * The exact solution of a model: values of its rewards without chance and without intervals.
 *
 * <p>Rewards are numbered as in the model. Rates are per second; a rate reward of 1 while a
 * condition holds has the probability of the condition as its rate. Rewards of an observer follow.
 */
public final class Solution {
  private final StateSpace space;

  private Solution(StateSpace space) {
    this.space = space;
  }

  /**
   * Explores the states of a model.
   *
   * @param limit most states
   * @throws UnsolvableException saying every reason and what would help
   */
  public static Solution of(Model model, int limit) throws UnsolvableException {
    return of(model, Observer.none(), limit);
  }

  /**
   * Explores the states of a model together with the memory of an observer.
   *
   * @param limit most states
   * @throws UnsolvableException saying every reason and what would help
   */
  public static Solution of(Model model, Observer observer, int limit) throws UnsolvableException {
    return new Solution(StateSpace.explore(model, observer, limit));
  }

  /** Number of states in which time passes. */
  public int states() {
    return space.size();
  }

  /** Number of pairs of states with a rate from the one to the other. */
  public int rates() {
    return space.rates();
  }

  /** The explored chain. */
  public StateSpace space() {
    return space;
  }

  /**
   * The long run.
   *
   * @throws UnsolvableException if the iteration for a large chain does not converge, or if fixed
   *     delays cost too much
   */
  public Steady steady() throws UnsolvableException {
    return new Steady(space);
  }

  /**
   * The transitions with fixed delays above 0 s, by name. If there are any, the long run and what
   * comes until a first passage have a solution, an instant has none.
   */
  public List<String> fixedClocks() {
    return space.fixedClocks().names();
  }

  /**
   * An instant, in seconds from the start, and the time until then.
   *
   * @throws UnsolvableException if the model has fixed clocks
   */
  public Transient until(double seconds) throws UnsolvableException {
    space.checkNoFixedClock();
    return new Transient(space, space.chain(), seconds);
  }

  /**
   * How the long-run values of rewards depend on the delays.
   *
   * @throws UnsolvableException if the model may end up in more than one set of states
   */
  public Sensitivity sensitivity() throws UnsolvableException {
    return new Sensitivity(space);
  }

  /**
   * How what rewards earn from time 0 until an instant, in seconds, depends on the delays.
   *
   * @throws UnsolvableException if a clock of the model has no phases
   */
  public HorizonSensitivity sensitivityUntil(double seconds) throws UnsolvableException {
    return new HorizonSensitivity(space, seconds);
  }

  /** The long-run rate of one reward; for several, {@link #steady()} solves once. */
  public double steady(int reward) throws UnsolvableException {
    return steady().rate(reward);
  }

  /** The rate of one reward at an instant; for several, {@link #until} solves once. */
  public double at(int reward, double seconds) throws UnsolvableException {
    return until(seconds).rate(reward);
  }

  /** What one reward earns until an instant; for several, {@link #until} solves once. */
  public double accumulated(int reward, double seconds) throws UnsolvableException {
    return until(seconds).accumulated(reward);
  }

  /** The first entry into a state in which a rate reward has a rate above 0. */
  public Passage passage(int target) throws UnsolvableException {
    return new Passage(space, positive(target), new boolean[states()]);
  }

  /** The first entry into a state in which the target, not the other, has a rate above 0. */
  public Passage passage(int target, int avoid) throws UnsolvableException {
    return new Passage(space, positive(target), positive(avoid));
  }

  /** The first entry into a state in which a condition on the outermost scope holds. */
  public Passage passage(Guard target) throws UnsolvableException {
    return new Passage(space, holding(target), new boolean[states()]);
  }

  /** The first entry into a state in which the target holds, before one in which the other does. */
  public Passage passage(Guard target, Guard avoid) throws UnsolvableException {
    return new Passage(space, holding(target), holding(avoid));
  }

  private boolean[] positive(int reward) {
    double[] rate = space.rateOf(reward);
    boolean[] positive = new boolean[rate.length];
    for (int i = 0; i < rate.length; i++) {
      positive[i] = rate[i] > 0;
    }
    return positive;
  }

  private boolean[] holding(Guard condition) {
    condition.reads(
        variable -> {
          if (variable.level() > 0) {
            throw new IllegalArgumentException(
                variable.name()
                    + " is of an inner scope, which has copies; name a rate reward instead");
          }
        });
    boolean[] holding = new boolean[states()];
    int[] outermost = {0};
    for (int i = 0; i < holding.length; i++) {
      holding[i] = condition.holds(space.state(i), outermost);
    }
    return holding;
  }
}
