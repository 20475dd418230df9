package hebe.sim.exact;

import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * What a model does in the long run, averaged over the ways in which it can end: the distribution
 * of the states is the sum over the bottom components of the probability of ending in it times its
 * stationary distribution.
 *
 * <p>Error: for components of up to 2,000 states, and all shares that belong to them, about 1e-16
 * times the number of states, relative; for larger ones the iteration ends when no share changes by
 * more than 1e-13, relative, and {@link #residual} says how well the flows balance. Of a model with
 * fixed clocks these are the components of the chain over its regeneration points; a period of a
 * clock adds an error of about 1e-16 times its steps, relative.
 */
public final class Steady {
  private final IntToDoubleFunction rate;
  private final int endings;
  private final double residual;

  /** The long run of islands, whose rewards add up. */
  Steady(Islands islands, List<Steady> solved) {
    rate =
        reward -> islands.sum(reward, 1, piece -> solved.get(piece.island()).rate(piece.reward()));
    endings = solved.stream().mapToInt(Steady::endings).sum();
    residual = solved.stream().mapToDouble(Steady::residual).max().orElse(0);
  }

  Steady(StateSpace space) throws UnsolvableException {
    double[] initial = space.initial();
    Regeneration regeneration =
        new Regeneration(space.fixedClocks(), space.chain(), space.periods(), initial);
    Absorption absorption = new Absorption(regeneration.chain(), initial);
    double[] share = new double[initial.length];
    double worst = absorption.residual();
    int count = 0;
    for (int c = 0; c < absorption.components(); c++) {
      double mass = absorption.mass(c);
      if (absorption.bottom(c) && mass > 0) {
        count++;
        worst = Math.max(worst, add(absorption, c, mass, share));
      }
    }
    endings = count;
    residual = worst;
    Occupation occupation = regeneration.occupation(share);
    rate = reward -> occupation.earned(space, reward);
  }

  private static double add(Absorption absorption, int component, double mass, double[] share)
      throws UnsolvableException {
    int[] members = absorption.members(component);
    if (members.length == 1) {
      share[members[0]] = mass;
      return 0;
    }
    Stationary solved = Stationary.of(absorption.within(component));
    for (int i = 0; i < members.length; i++) {
      share[members[i]] = mass * solved.share[i];
    }
    return solved.residual;
  }

  /** What a reward earns per second in the long run; impulses count with their amounts. */
  public double rate(int reward) {
    return rate.applyAsDouble(reward);
  }

  /**
   * Number of sets of states in one of which the model ends up and stays; of several islands, the
   * sum over the different ones.
   */
  public int endings() {
    return endings;
  }

  /**
   * The largest difference, over all states, between the flow in and the flow out, divided by the
   * flow out.
   */
  public double residual() {
    return residual;
  }
}
