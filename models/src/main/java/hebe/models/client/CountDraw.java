package hebe.models.client;

import hebe.models.client.OpenConnections.Constant;
import hebe.models.client.OpenConnections.Geometric;
import hebe.models.client.OpenConnections.Poisson;
import hebe.models.client.OpenConnections.Uniform;
import java.util.Arrays;

/** Draws numbers of open connections, one uniform each, by inversion. */
final class CountDraw {
  /** Terms of Poisson's law that are smaller than this part of the largest are left out. */
  private static final double NEGLIGIBLE = 1e-18;

  private final OpenConnections law;
  private final double[] cumulative; // of Poisson's law, from the number `first` on
  private final int first;

  CountDraw(OpenConnections law) {
    this.law = law;
    int mode = law instanceof Poisson ? (int) law.mean() : 0;
    int low = mode;
    int high = mode;
    double weight = 1;
    while (law instanceof Poisson && low > 0 && weight > NEGLIGIBLE) {
      weight *= low / law.mean();
      low--;
    }
    weight = 1;
    while (law instanceof Poisson && weight > NEGLIGIBLE) {
      high++;
      weight *= law.mean() / high;
    }
    first = low;
    cumulative = law instanceof Poisson ? cumulative(law.mean(), mode, low, high) : new double[0];
  }

  /**
   * Sums of p(k) / p(mode), from which p follows by division by the last: no factorials, no
   * underflow.
   */
  private static double[] cumulative(double mean, int mode, int low, int high) {
    double[] sums = new double[high - low + 1];
    sums[mode - low] = 1;
    for (int k = mode; k > low; k--) {
      sums[k - 1 - low] = sums[k - low] * k / mean;
    }
    for (int k = mode + 1; k <= high; k++) {
      sums[k - low] = sums[k - 1 - low] * mean / k;
    }
    for (int i = 1; i < sums.length; i++) {
      sums[i] += sums[i - 1];
    }
    return sums;
  }

  /** The number at the uniform u in (0, 1); a constant does not look at it. */
  double number(double u) {
    if (law instanceof Constant constant) {
      return constant.mean();
    }
    if (law instanceof Uniform uniform) {
      return uniform.least() + StrictMath.floor(u * (uniform.most() - uniform.least() + 1.0));
    }
    if (law instanceof Geometric geometric) {
      double q = geometric.mean() / (1 + geometric.mean());
      return q == 0 ? 0 : StrictMath.floor(StrictMath.log1p(-u) / StrictMath.log(q));
    }
    int at = Arrays.binarySearch(cumulative, u * cumulative[cumulative.length - 1]);
    return first + (at >= 0 ? at : Math.min(-at - 1, cumulative.length - 1));
  }
}
