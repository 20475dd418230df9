package hebe.sim.exact;

import java.util.List;

/**
 * The potentials of an irreducible chain: by how much more a start in one state earns, over all
 * time, than a start in another.
 *
 * <p>For rewards r with the long-run mean g, h solves Q h = g - r; h is 0 in the most probable
 * state, so that differences between usual states are small numbers. Up to {@link
 * Stationary#MOST_ELIMINATED} states it is solved by elimination, above by iteration.
 */
interface Potential {
  /** The potentials for what is earned per second in each state, of a long-run mean of 0. */
  double[] of(double[] surplus) throws UnsolvableException;

  /**
   * The potentials of a chain.
   *
   * @param share its stationary distribution
   */
  static Potential of(Chain chain, double[] share) {
    return chain.size <= Stationary.MOST_ELIMINATED
        ? eliminated(chain, share)
        : iterated(chain, share);
  }

  /** By elimination. */
  static Potential eliminated(Chain chain, double[] share) {
    return new Factors(chain, usual(share))::solve;
  }

  /** By iteration. */
  static Potential iterated(Chain chain, double[] share) {
    AdjointMultilevel multilevel = new AdjointMultilevel(chain, share);
    int usual = usual(share);
    return surplus -> {
      double[] potential = new double[chain.size];
      if (!multilevel.solve(surplus, potential)) {
        throw new UnsolvableException(
            List.of(
                "the iteration for the sensitivities of "
                    + chain.size
                    + " states did not converge; make the model smaller"));
      }
      double base = potential[usual];
      for (int i = 0; i < potential.length; i++) {
        potential[i] -= base;
      }
      return potential;
    };
  }

  private static int usual(double[] share) {
    int usual = 0;
    for (int i = 1; i < share.length; i++) {
      if (share[i] > share[usual]) {
        usual = i;
      }
    }
    return usual;
  }
}
