package hebe.sim.trend;

import java.util.Arrays;

/**
 * The line through a series y_0, ..., y_(n-1) at equal distances whose slope is the median of the
 * slopes between two of its points, and whose height is the median of y_i - slope i. Outliers move
 * it little: almost 29 % of the values may be arbitrary. Source: Sen, Journal of the American
 * Statistical Association 63 (1968) 1379; the height is by Conover.
 *
 * @param slope rise per distance
 * @param last height of the line at the last point
 */
public record SenSlope(double slope, double last) {
  /** The line of a series of two values or more, oldest first. */
  public static SenSlope of(int[] values) {
    int n = values.length;
    if (n < 2) {
      throw new IllegalArgumentException("a slope needs two values or more; got " + n);
    }
    double[] slopes = new double[n * (n - 1) / 2];
    int filled = 0;
    for (int j = 1; j < n; j++) {
      for (int i = 0; i < j; i++) {
        slopes[filled++] = ((double) values[j] - values[i]) / (j - i);
      }
    }
    double slope = median(slopes);
    double[] heights = new double[n];
    for (int i = 0; i < n; i++) {
      heights[i] = values[i] + slope * (n - 1 - i);
    }
    return new SenSlope(slope, median(heights));
  }

  /**
   * After how many distances from the last point the line reaches a height from below: 0 if it has,
   * infinite if it never will.
   */
  public double stepsTo(double height) {
    if (last >= height) {
      return 0;
    }
    return slope > 0 ? (height - last) / slope : Double.POSITIVE_INFINITY;
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    int middle = values.length / 2;
    return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  }
}
