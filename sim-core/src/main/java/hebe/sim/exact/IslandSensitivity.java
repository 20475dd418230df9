package hebe.sim.exact;

import java.util.ArrayList;
import java.util.List;

/**
 * How the long-run values of the rewards of one chain depend on the pace of every timed transition.
 *
 * <p>With the stationary distribution p, the rates of a reward r (impulses included) and its
 * long-run value g = p r, let h solve Q h = g - r. Then dg = p (dQ) h + p dr for any change of the
 * rates. So one solution for each reward and one pass over the moves give the derivatives by all
 * parameters at once. A parameter is a factor on all rates of a transition's phases; probabilities
 * of phases and weights of immediate transitions stay as they are.
 *
 * <p>Error: for recurrent classes of up to 2,000 states that of an elimination without subtractions
 * in its factors; for larger ones see {@link AdjointMultilevel}. Source: Cao and Chen (1997),
 * "Perturbation realization, potentials, and sensitivity analysis of Markov processes", IEEE
 * Transactions on Automatic Control 42(10).
 */
final class IslandSensitivity {
  private final StateSpace space;
  private final Firings firings;
  private final int[] recurrent;
  private final double[] share;
  private final double[] localShare;
  private final Potential potential;

  IslandSensitivity(StateSpace space) throws UnsolvableException {
    firings = Firings.of(space);
    this.space = space;
    Chain chain = space.chain();
    Absorption absorption = new Absorption(chain, space.initial());
    int ending = onlyEnding(absorption);
    recurrent = absorption.members(ending);
    Chain within = absorption.within(ending);
    localShare = recurrent.length == 1 ? new double[] {1} : Stationary.of(within).share;
    potential = Potential.of(within, localShare);
    share = spread(localShare);
  }

  /** The long-run value of some rewards together. */
  double value(List<Islands.Piece> pieces) {
    return Vectors.product(share, space.rateOf(pieces));
  }

  /** Adds the derivatives of their long-run value by the logarithm of each parameter. */
  void add(List<Islands.Piece> pieces, double[] sums, Parameters parameters)
      throws UnsolvableException {
    double[] own = firings.product(share, spread(potential.of(surplus(space.rateOf(pieces)))));
    firings.addImpulses(own, share, pieces);
    firings.addTo(sums, own, parameters);
  }

  /**
   * What each recurrent state earns more than the mean. The rate of the most probable state is
   * taken away first: where it is 1 and the mean is 1 less a trifle, only the trifle has digits.
   */
  private double[] surplus(double[] rate) {
    double[] surplus = new double[recurrent.length];
    int usual = 0;
    for (int i = 0; i < surplus.length; i++) {
      usual = localShare[i] > localShare[usual] ? i : usual;
    }
    for (int i = 0; i < surplus.length; i++) {
      surplus[i] = rate[recurrent[i]] - rate[recurrent[usual]];
    }
    double mean = Vectors.product(localShare, surplus);
    for (int i = 0; i < surplus.length; i++) {
      surplus[i] -= mean;
    }
    return surplus;
  }

  private double[] spread(double[] local) {
    double[] all = new double[space.size()];
    for (int i = 0; i < local.length; i++) {
      all[recurrent[i]] = local[i];
    }
    return all;
  }

  private static int onlyEnding(Absorption absorption) throws UnsolvableException {
    List<Integer> endings = new ArrayList<>();
    for (int c = 0; c < absorption.components(); c++) {
      if (absorption.bottom(c) && absorption.mass(c) > 0) {
        endings.add(c);
      }
    }
    if (endings.size() > 1) {
      throw new UnsolvableException(
          List.of(
              "sensitivities need a model that always ends up in the same set of states, and this"
                  + " one has "
                  + endings.size()
                  + " such sets; begin it in each of them"));
    }
    return endings.get(0);
  }
}
