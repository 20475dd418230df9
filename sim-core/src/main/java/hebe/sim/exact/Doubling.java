package hebe.sim.exact;

import java.util.Arrays;

/**
 * The distributions of a chain after a fixed time from every state at once, and the mean times in
 * each state until then, by doubling a short time: with E(t) = exp(Q t) and I(t) its integral over
 * (0, t),
 *
 * <p>E(2t) = E(t) E(t) and I(2t) = I(t) + E(t) I(t).
 *
 * <p>The short time is at most one mean step of {@link Uniformization}. All terms are positive, and
 * what has left the chain is kept beside, so that after each doubling every row is scaled to add up
 * to 1. Cost: two products of matrices for each doubling, however fast the rates are.
 */
final class Doubling {
  private final int size;
  private double[][] at;
  private double[][] until;
  private double[] left;

  /**
   * For a chain from which more is lost than its moves say.
   *
   * @param lossPerSecond the rate at which each state is left for good; part of its exit rate
   */
  Doubling(Chain chain, double[] lossPerSecond, double seconds) {
    size = chain.size;
    at = new double[size][size];
    until = new double[size][size];
    left = new double[size];
    Uniformization uniformization = Uniformization.relative(chain);
    int doublings = doublings(uniformization.steps(seconds));
    double little = seconds / Math.scalb(1.0, doublings);
    for (int i = 0; i < size; i++) {
      double[] start = new double[size];
      start[i] = 1;
      uniformization.solve(start, little, at[i], until[i]);
      left[i] = Vectors.product(until[i], lossPerSecond);
      normalize(i);
    }
    for (int d = 0; d < doublings; d++) {
      twice();
    }
  }

  /** How often so many steps are halved until at most one is left. */
  private static int doublings(double steps) {
    return Math.max(0, Math.getExponent(steps) + 1);
  }

  /** About how many multiplications it takes. */
  static double work(int size, double steps) {
    return 2.0 * size * size * size * (1 + doublings(steps));
  }

  /** Puts what {@link Uniformization#solve} does into two vectors that hold 0. */
  void solve(double[] initial, double[] distribution, double[] seconds) {
    for (int i = 0; i < size; i++) {
      if (initial[i] > 0) {
        add(distribution, at[i], initial[i]);
        add(seconds, until[i], initial[i]);
      }
    }
  }

  private void twice() {
    double[][] nextUntil = new double[size][];
    double[][] nextAt = new double[size][size];
    double[] nextLeft = left.clone();
    for (int i = 0; i < size; i++) {
      nextUntil[i] = until[i].clone();
      for (int k = 0; k < size; k++) {
        if (at[i][k] > 0) {
          add(nextAt[i], at[k], at[i][k]);
          add(nextUntil[i], until[k], at[i][k]);
          nextLeft[i] += at[i][k] * left[k];
        }
      }
    }
    at = nextAt;
    until = nextUntil;
    left = nextLeft;
    for (int i = 0; i < size; i++) {
      normalize(i);
    }
  }

  private void normalize(int row) {
    double sum = left[row] + Arrays.stream(at[row]).sum();
    left[row] /= sum;
    for (int j = 0; j < size; j++) {
      at[row][j] /= sum;
    }
  }

  private static void add(double[] sum, double[] vector, double factor) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += factor * vector[i];
    }
  }
}
