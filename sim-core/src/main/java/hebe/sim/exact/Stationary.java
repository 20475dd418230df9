package hebe.sim.exact;

import java.util.List;

/** The stationary distribution of an irreducible chain. */
final class Stationary {
  /** Up to so many states the chain is solved by elimination, above by iteration. */
  static final int MOST_ELIMINATED = 2000;

  final double[] share;
  final double residual;

  private Stationary(double[] share, double residual) {
    this.share = share;
    this.residual = residual;
  }

  static Stationary of(Chain chain) throws UnsolvableException {
    if (chain.size <= MOST_ELIMINATED) {
      return eliminated(chain);
    }
    return iterated(chain);
  }

  static Stationary eliminated(Chain chain) {
    double[][] rates = new double[chain.size][chain.size];
    for (int i = 0; i < chain.size; i++) {
      for (int e = chain.first[i]; e < chain.first[i + 1]; e++) {
        rates[i][chain.other[e]] = chain.perSecond[e];
      }
    }
    double[] share = Elimination.stationary(rates);
    return new Stationary(share, residual(chain.transposed(), share));
  }

  static Stationary iterated(Chain chain) throws UnsolvableException {
    Chain incoming = chain.transposed();
    double[] share = Multilevel.solve(incoming).orElseThrow(() -> restless(chain.size));
    return new Stationary(share, residual(incoming, share));
  }

  private static UnsolvableException restless(int states) {
    return new UnsolvableException(
        List.of(
            "the iteration for the steady state of "
                + states
                + " states did not converge; make the model smaller, or simulate"));
  }

  /** The largest difference between what flows into a state and out of it, over what flows out. */
  static double residual(Chain incoming, double[] share) {
    double worst = 0;
    for (int j = 0; j < incoming.size; j++) {
      double out = share[j] * incoming.exit[j];
      double in = 0;
      for (int e = incoming.first[j]; e < incoming.first[j + 1]; e++) {
        in += share[incoming.other[e]] * incoming.perSecond[e];
      }
      if (out > Multilevel.TINY) {
        worst = Math.max(worst, Math.abs(in - out) / out);
      }
    }
    return worst;
  }
}
