package hebe.sim.exact;

/**
 * The factors that {@link Elimination} leaves behind, used to solve Q h = -b for an irreducible
 * chain with one h fixed at 0. The factors have no cancellation; b has signs, so h may.
 */
final class Factors {
  private final int[] order;
  private final double[][] factors;
  private final double[] exit;

  /** Eliminates all states but one, whose h is 0. */
  Factors(Chain chain, int last) {
    int size = chain.size;
    order = new int[size];
    for (int i = 0; i < size; i++) {
      order[i] = i;
    }
    order[0] = last;
    order[last] = 0;
    factors = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int e = chain.first[i]; e < chain.first[i + 1]; e++) {
        // The order is its own inverse.
        factors[order[i]][order[chain.other[e]]] = chain.perSecond[e];
      }
    }
    Elimination.stationary(factors);
    exit = new double[size];
    for (int k = 1; k < size; k++) {
      for (int j = 0; j < k; j++) {
        exit[k] += factors[k][j];
      }
    }
  }

  double[] solve(double[] surplus) {
    int size = order.length;
    double[] b = new double[size];
    for (int i = 0; i < size; i++) {
      b[i] = surplus[order[i]];
    }
    for (int k = size - 1; k > 0; k--) {
      for (int i = 1; i < k; i++) {
        b[i] += factors[i][k] * b[k];
      }
    }
    double[] h = new double[size];
    double[] solved = new double[size];
    for (int k = 1; k < size; k++) {
      double sum = b[k];
      for (int j = 1; j < k; j++) {
        sum += factors[k][j] * h[j];
      }
      h[k] = sum / exit[k];
      solved[order[k]] = h[k];
    }
    return solved;
  }
}
