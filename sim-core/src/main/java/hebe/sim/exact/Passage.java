package hebe.sim.exact;

import java.util.List;

/**
 * The first time at which a model, from its start, enters one of some states in which time passes.
 *
 * <p>The target and the states to avoid both stop it; what counts as arrival is the target alone.
 * Without states to avoid, {@link #meanSeconds} is the mean time to absorption (mean time to
 * failure when the target is failure).
 */
public final class Passage {
  private final StateSpace space;
  private final List<Integer> rewards;
  private final boolean[] target;
  private final Chain stopped;
  private final Absorption absorption;
  private final Occupation occupation;
  private final boolean certain;

  /** With the numbers in the model of the rewards of the space. */
  Passage(StateSpace space, List<Integer> rewards, boolean[] target, boolean[] avoid)
      throws UnsolvableException {
    this.space = space;
    this.rewards = rewards;
    this.target = target;
    boolean[] stop = target.clone();
    for (int i = 0; i < stop.length; i++) {
      stop[i] |= avoid[i];
    }
    stopped = space.chain().absorbedIn(stop);
    Periods periods = space.periods();
    if (space.fixedClocks().size() > 0) {
      periods = periods.absorbedIn(stop);
    }
    Regeneration regeneration =
        new Regeneration(space.fixedClocks(), stopped, periods, space.initial());
    absorption = new Absorption(regeneration.chain(), space.initial());
    occupation = regeneration.occupation(absorption.seconds());
    boolean surely = true;
    for (int c = 0; c < absorption.components(); c++) {
      surely &= !absorption.bottom(c) || absorption.mass(c) == 0 || stop[absorption.member(c)];
    }
    certain = surely;
  }

  /** Probability that the target is entered at all, and before a state to avoid. */
  public double probability() {
    double sum = 0;
    for (int c = 0; c < absorption.components(); c++) {
      sum += target[absorption.member(c)] ? absorption.mass(c) : 0;
    }
    return Math.min(1, sum);
  }

  /**
   * Probability that the target is entered by an instant, and before a state to avoid.
   *
   * @throws UnsolvableException if the model has fixed clocks
   */
  public double probabilityBy(double seconds) throws UnsolvableException {
    space.checkNoFixedClock();
    return new Transient(space, stopped, seconds).share(target);
  }

  /**
   * Mean time in seconds until the target or a state to avoid is entered; infinite if that may
   * never happen.
   */
  public double meanSeconds() {
    double sum = 0;
    for (double each : occupation.time) {
      sum += each;
    }
    return certain ? sum : Double.POSITIVE_INFINITY;
  }

  /**
   * Mean of what a reward earns until then, the impulse of the last firing included.
   *
   * @throws IllegalStateException if it may never happen
   * @throws IllegalArgumentException if some of the reward is earned in islands that the target
   *     does not lie in; {@link Solution#unreduced} has all
   */
  public double accumulated(int reward) {
    if (!certain) {
      throw new IllegalStateException("the target may never be entered, so there is no end");
    }
    int own = rewards.indexOf(reward);
    if (own < 0) {
      throw new IllegalArgumentException(
          "reward "
              + reward
              + " is earned in islands that the target does not lie in; ask the unreduced solution");
    }
    return space.initialImpulse(own) + occupation.earned(space, own);
  }

  /** As of {@link Steady#residual}. */
  public double residual() {
    return absorption.residual();
  }
}
