package hebe.sim.exact;

import java.util.Arrays;
import java.util.List;

/**
 * How what the rewards of one chain earn from time 0 until an instant depends on the pace of every
 * timed transition.
 *
 * <p>Uniformization of the distribution and its derivatives together: with v_k = p(0) P^k and d_k
 * its derivative, d_(k+1) = d_k P + v_k dP, d_0 = 0, dP = dQ / q with q held, and the derivative of
 * the time in each state is the sum over k of W_k d_k / q, with the weights of {@link
 * Uniformization}. Nothing is approximated; it costs as much time as one {@link Transient} for each
 * parameter. When all vectors have come to rest, the steps left are added at once, which leaves out
 * less than {@link #STILL} of the largest.
 *
 * <p>Source: Heidelberger and Goyal (1988), "Sensitivity analysis of continuous time Markov chains
 * using uniformization", Computer Performance and Reliability.
 */
final class IslandHorizonSensitivity {
  private static final double STILL = 1e-13;

  private final StateSpace space;
  private final Firings firings;
  private final double[] until;
  private final double[][] derivative;

  IslandHorizonSensitivity(StateSpace space, double seconds) throws UnsolvableException {
    this.space = space;
    firings = Firings.of(space);
    until = new double[space.size()];
    derivative = new double[firings.parameters()][space.size()];
    solve(seconds);
  }

  /** What some rewards together have earned. */
  double value(List<Islands.Piece> pieces) {
    double value = Vectors.product(until, space.rateOf(pieces));
    for (Islands.Piece piece : pieces) {
      value += piece.times() * space.initialImpulse(piece.reward());
    }
    return value;
  }

  /** Adds the derivatives of it by the logarithm of each parameter. */
  void add(List<Islands.Piece> pieces, double[] sums, Parameters parameters) {
    double[] rate = space.rateOf(pieces);
    double[] own = new double[derivative.length];
    firings.addImpulses(own, until, pieces);
    for (int p = 0; p < own.length; p++) {
      own[p] += Vectors.product(derivative[p], rate);
    }
    firings.addTo(sums, own, parameters);
  }

  private void solve(double seconds) {
    Uniformization step = new Uniformization(space.chain());
    double fastest = step.fastest();
    if (fastest == 0) {
      Uniformization.add(until, space.initial(), seconds);
      return;
    }
    PoissonWeights weights = new PoissonWeights(fastest * seconds);
    double[][] now = new double[derivative.length + 1][space.size()];
    double[][] next = new double[derivative.length + 1][space.size()];
    now[derivative.length] = space.initial();
    double left = fastest * seconds;
    for (int k = 0; k <= weights.last(); k++) {
      if (k % 64 == 63 && atRest(now, next, weights.last() - k)) {
        add(now, left / fastest);
        return;
      }
      double beyond = weights.beyond(k);
      add(now, beyond / fastest);
      left -= beyond;
      for (int v = 0; v < now.length; v++) {
        step.step(now[v], next[v]);
      }
      firings.addFlows(next, now[derivative.length], 1 / fastest);
      double[][] swap = now;
      now = next;
      next = swap;
    }
  }

  private void add(double[][] vectors, double factor) {
    for (int p = 0; p < derivative.length && factor > 0; p++) {
      Uniformization.add(derivative[p], vectors[p], factor);
    }
    Uniformization.add(until, vectors[derivative.length], factor);
  }

  /** Whether all steps left together would hardly change any vector. */
  private static boolean atRest(double[][] now, double[][] before, int stepsLeft) {
    for (int v = 0; v < now.length; v++) {
      double size = Arrays.stream(now[v]).map(Math::abs).sum();
      if (stepsLeft * Uniformization.distance(now[v], before[v]) > STILL * size) {
        return false;
      }
    }
    return true;
  }
}
