package hebe.sim.stat;

import hebe.sim.stat.Estimate.Method;

/**
 * Ratio of the means of independent pairs, r = sum of y / sum of c: for example downtime over
 * length of regenerative cycles, or downtime over number of outages of replications.
 *
 * <p>Interval: r +- t(level, n - 1) s / (sqrt(n) mean of c), where s is the standard deviation of
 * y_i - r c_i; asymptotically right. Source: Crane and Iglehart (1975), "Simulating stable
 * stochastic systems III", Operations Research 23(1). No pairs, or no c above 0, is no data. Not
 * safe for use by several threads.
 */
public final class Ratio {
  private int count;
  private double meanY;
  private double meanC;
  private double squaresY; // sums of products of deviations from the means
  private double squaresC;
  private double products;

  /** Creates a ratio without pairs. */
  public Ratio() {}

  /**
   * Adds a pair.
   *
   * @param y numerator, finite
   * @param c denominator, finite and at least 0
   */
  public void add(double y, double c) {
    if (!(Double.isFinite(y) && Double.isFinite(c) && c >= 0)) {
      throw new IllegalArgumentException(
          "pair: expected y finite and c finite and at least 0, got " + y + " and " + c);
    }
    count = Math.addExact(count, 1);
    double deviationY = y - meanY;
    double deviationC = c - meanC;
    meanY += deviationY / count;
    meanC += deviationC / count;
    squaresY += deviationY * (y - meanY);
    squaresC += deviationC * (c - meanC);
    products += deviationY * (c - meanC);
  }

  /** Number of pairs. */
  public int count() {
    return count;
  }

  /**
   * The ratio with its interval.
   *
   * @param level nominal coverage, in (0, 1)
   */
  public Estimate estimate(double level) {
    boolean empty = count == 0 || meanC == 0;
    double ratio = empty ? 0 : meanY / meanC;
    double width = empty || count < 2 ? 0 : halfWidth(ratio, level);
    return Student.estimate(ratio, width, level, Method.RATIO_STUDENT, empty ? 0 : count);
  }

  private double halfWidth(double ratio, double level) {
    double squares = squaresY - 2 * ratio * products + ratio * ratio * squaresC;
    double variance = Math.max(0, squares) / (count - 1); // rounding may leave it below 0
    return Student.quantile(level, count) * Math.sqrt(variance / count) / meanC;
  }
}
