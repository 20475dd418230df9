package hebe.sim.exact;

/**
 * Takes longer steps than an iteration that creeps: the combination of its last results, with
 * weights that add up to 1, for which the same combination of their last relative changes f_i =
 * (after_i - before_i) / after_i is least in squares.
 *
 * <p>With f_0 the newest change and d_k = f_k - f_0, the weights w_k of the older results solve the
 * sum over l of (d_k d_l) w_l = -d_k f_0; the newest has the rest of 1. A combination that would
 * move any share by more than half of it is not taken, and what is known is forgotten. The next
 * cycle of the iteration starts there, so that mixing decides how soon it comes to rest, not where.
 *
 * <p>Source: D. G. Anderson (1965), "Iterative procedures for nonlinear integral equations",
 * Journal of the ACM 12(4).
 */
final class Mixing {
  private static final int RESULTS = 4;

  /** Mixing begins when a cycle changes no share by more. */
  private static final double NEAR = 0.5;

  private static final double FARTHEST = 0.5;

  /** Least pivot of the products of d_k, scaled to a diagonal of 1, of results told apart. */
  private static final double LEAST_PIVOT = 1e-13;

  private final double[][] result = new double[RESULTS][0];
  private final double[][] change = new double[RESULTS][0];
  private final double[][] product = new double[RESULTS][RESULTS];
  private int known;
  private int newest = RESULTS - 1;

  /** Replaces the result of a cycle by a better one, if there is one. */
  void mix(double[] before, double[] after, double worst) {
    if (worst > NEAR) {
      known = 0;
      return;
    }
    keep(before, after);
    if (known > 1) {
      double[] weight = weights();
      if (weight.length == 0 || farthest(weight, after) > FARTHEST) {
        known = 0;
      } else {
        take(weight, after);
      }
    }
  }

  private void keep(double[] before, double[] after) {
    newest = (newest + 1) % RESULTS;
    known = Math.min(known + 1, RESULTS);
    if (result[newest].length == 0) {
      result[newest] = new double[after.length];
      change[newest] = new double[after.length];
    }
    System.arraycopy(after, 0, result[newest], 0, after.length);
    double[] changed = change[newest];
    for (int i = 0; i < after.length; i++) {
      changed[i] = after[i] > Multilevel.TINY ? (after[i] - before[i]) / after[i] : 0;
    }
    for (int k = 0; k < known; k++) {
      int at = at(k);
      product[newest][at] = product(changed, change[at]);
      product[at][newest] = product[newest][at];
    }
  }

  /** Where the result of so many cycles ago is. */
  private int at(int ago) {
    return (newest + RESULTS - ago) % RESULTS;
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** The weights of the results, the newest first; none if they cannot be told apart. */
  private double[] weights() {
    int others = known - 1;
    double[][] matrix = new double[others][others];
    double[] weight = new double[others];
    double[] scale = new double[others];
    for (int k = 0; k < others; k++) {
      scale[k] = Math.sqrt(apart(k + 1, k + 1));
    }
    for (int k = 0; k < others; k++) {
      for (int l = 0; l < others; l++) {
        matrix[k][l] = apart(k + 1, l + 1) / scale[k] / scale[l];
      }
      weight[k] = (of(0, 0) - of(0, k + 1)) / scale[k];
    }
    if (!solve(matrix, weight)) {
      return new double[0];
    }
    double[] weights = new double[known];
    weights[0] = 1;
    for (int k = 0; k < others; k++) {
      weights[k + 1] = weight[k] / scale[k];
      weights[0] -= weights[k + 1];
    }
    return weights;
  }

  /** The product of two of the changes, each by how many cycles ago. */
  private double of(int k, int l) {
    return product[at(k)][at(l)];
  }

  /** The product of d_k and d_l. */
  private double apart(int k, int l) {
    return of(k, l) - of(k, 0) - of(0, l) + of(0, 0);
  }

  /** Puts the solution of a symmetric positive system into {@code x}, its right side before. */
  private static boolean solve(double[][] a, double[] x) {
    for (int p = 0; p < x.length; p++) {
      if (!(a[p][p] > LEAST_PIVOT)) {
        return false;
      }
      for (int r = p + 1; r < x.length; r++) {
        double factor = a[r][p] / a[p][p];
        for (int c = p; c < x.length; c++) {
          a[r][c] -= factor * a[p][c];
        }
        x[r] -= factor * x[p];
      }
    }
    for (int p = x.length - 1; p >= 0; p--) {
      for (int c = p + 1; c < x.length; c++) {
        x[p] -= a[p][c] * x[c];
      }
      x[p] /= a[p][p];
    }
    return true;
  }

  /** How far the combination is from the newest result, relative, at worst. */
  private double farthest(double[] weight, double[] after) {
    double worst = 0;
    for (int i = 0; i < after.length; i++) {
      if (after[i] > Multilevel.TINY) {
        worst = Math.max(worst, Math.abs(mixed(weight, i) - after[i]) / after[i]);
      }
    }
    return worst;
  }

  private void take(double[] weight, double[] after) {
    for (int i = 0; i < after.length; i++) {
      if (after[i] > Multilevel.TINY) {
        after[i] = mixed(weight, i);
      }
    }
  }

  private double mixed(double[] weight, int state) {
    double sum = 0;
    for (int k = 0; k < weight.length; k++) {
      sum += weight[k] * result[at(k)][state];
    }
    return sum;
  }
}
