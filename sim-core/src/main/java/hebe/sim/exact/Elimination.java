package hebe.sim.exact;

/**
 * Stationary distribution of an irreducible chain by elimination of one state after another,
 * without any subtraction: every share has a relative error of some units in the last place times
 * the number of states, however small it is.
 *
 * <p>Source: Grassmann, Taksar and Heyman (1985), "Regenerative analysis and steady state
 * distributions for Markov chains", Operations Research 33(5).
 */
final class Elimination {
  private static final double LARGE = 0x1p500;

  private Elimination() {}

  /** The shares of the states; the rates are by row and column, and are overwritten. */
  static double[] stationary(double[][] rates) {
    int[] columns = new int[rates.length];
    for (int last = rates.length - 1; last > 0; last--) {
      eliminate(rates, last, columns);
    }
    double[] share = new double[rates.length];
    share[0] = 1;
    for (int k = 1; k < share.length; k++) {
      for (int i = 0; i < k; i++) {
        share[k] += share[i] * rates[i][k];
      }
      if (share[k] > LARGE) {
        scale(share, 1 / share[k]);
      }
    }
    double sum = 0;
    for (double each : share) {
      sum += each;
    }
    scale(share, 1 / sum);
    return share;
  }

  private static void eliminate(double[][] rates, int last, int[] columns) {
    double[] leaving = rates[last];
    double exit = 0;
    int count = 0;
    for (int j = 0; j < last; j++) {
      if (leaving[j] > 0) {
        exit += leaving[j];
        columns[count++] = j;
      }
    }
    for (int i = 0; i < last; i++) {
      double[] row = rates[i];
      if (row[last] > 0) {
        double factor = row[last] / exit;
        row[last] = factor;
        for (int c = 0; c < count; c++) {
          row[columns[c]] += factor * leaving[columns[c]];
        }
      }
    }
  }

  private static void scale(double[] share, double factor) {
    for (int i = 0; i < share.length; i++) {
      share[i] *= factor;
    }
  }
}
