package hebe.sim.stat;

import org.apache.commons.math3.distribution.TDistribution;

/** Student intervals. */
final class Student {
  private Student() {}

  /** The t with P(|T| at most t) = level, T of Student's law with n - 1 degrees of freedom. */
  static double quantile(double level, int n) {
    checkLevel(level);
    return new TDistribution(null, n - 1.0, 1e-13).inverseCumulativeProbability((1 + level) / 2);
  }

  /** Value +- half width, or as much as so few observations allow. */
  static Estimate estimate(
      double value, double halfWidth, double level, Estimate.Method method, int count) {
    checkLevel(level);
    return switch (count) {
      case 0 -> new Estimate.NoData();
      case 1 -> new Estimate.NoInterval(value, 1);
      default ->
          new Estimate.Interval(value, value - halfWidth, value + halfWidth, level, method, count);
    };
  }

  private static void checkLevel(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level: expected in (0, 1), got " + level);
    }
  }
}
