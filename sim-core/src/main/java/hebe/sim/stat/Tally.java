package hebe.sim.stat;

import hebe.sim.stat.Estimate.Method;

/**
 * Count, mean, variance, least and greatest of observations, by Welford's recurrence; two tallies
 * merge by that of Chan, Golub and LeVeque (1983), The American Statistician 37(3).
 *
 * <p>All in the unit of the observations, which are finite. Not safe for use by several threads.
 */
public final class Tally {
  private int count;
  private double mean;
  private double squares; // sum of squared deviations from the mean
  private double min = Double.POSITIVE_INFINITY;
  private double max = Double.NEGATIVE_INFINITY;

  /** Creates a tally without observations. */
  public Tally() {}

  /** Adds an observation, finite. */
  public void add(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("observation: expected a finite number, got " + value);
    }
    count = Math.addExact(count, 1);
    double deviation = value - mean;
    mean += deviation / count;
    squares += deviation * (value - mean);
    min = Math.min(min, value);
    max = Math.max(max, value);
  }

  /** Adds all observations of another tally; equals having fed them here, up to rounding. */
  public void merge(Tally other) {
    if (other.count == 0) {
      return;
    }
    int total = Math.addExact(count, other.count);
    double deviation = other.mean - mean;
    double share = (double) other.count / total;
    squares += other.squares + deviation * deviation * count * share;
    mean += deviation * share;
    count = total;
    min = Math.min(min, other.min);
    max = Math.max(max, other.max);
  }

  /** Number of observations. */
  public int count() {
    return count;
  }

  /** Mean of at least one observation. */
  public double mean() {
    require(1);
    return mean;
  }

  /** Sample variance (divisor n - 1) of at least two observations. */
  public double variance() {
    require(2);
    return squares / (count - 1);
  }

  /** Standard error of the mean, sqrt(variance / n), of at least two observations. */
  public double standardError() {
    return Math.sqrt(variance() / count);
  }

  /** The least of at least one observation. */
  public double min() {
    require(1);
    return min;
  }

  /** The greatest of at least one observation. */
  public double max() {
    require(1);
    return max;
  }

  /**
   * The mean with its Student interval, mean +- t(level, n - 1) standard errors: exact for
   * independent normal observations, else asymptotically so.
   *
   * @param level nominal coverage, in (0, 1)
   */
  public Estimate estimate(double level) {
    return estimate(level, Method.STUDENT);
  }

  Estimate estimate(double level, Method method) {
    double width = count < 2 ? 0 : Student.quantile(level, count) * standardError();
    return Student.estimate(mean, width, level, method, count);
  }

  private void require(int least) {
    if (count < least) {
      throw new IllegalStateException(
          "observations: expected at least " + least + ", got " + count);
    }
  }
}
