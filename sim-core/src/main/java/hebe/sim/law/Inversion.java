package hebe.sim.law;

/** Inverts distribution functions that have no closed inverse, to full double accuracy. */
final class Inversion {
  /** Relative length of the last step: Newton's error is then of the order of its square. */
  private static final double LAST_STEP = 1e-9;

  private static final int MOST_STEPS = 2000;

  private Inversion() {}

  /** A law with a density above 0 on the whole of (0, infinity). */
  @FunctionalInterface
  interface SmoothLaw {
    Point at(double time);
  }

  /** The law at one time; cdf and survival are accurate relative to themselves in either tail. */
  record Point(double cdf, double survival, double density) {}

  /**
   * The time at which the cdf is u in (0, 1). Newton's method on the logarithm of the tail in which
   * u lies, so that either tail keeps its digits; a step that leaves the bracket bisects it.
   *
   * @param start a first guess, above 0
   */
  static double quantile(SmoothLaw law, double u, double start) {
    double low = 0;
    double high = Double.POSITIVE_INFINITY;
    double time = start;
    for (int step = 0; step < MOST_STEPS; step++) {
      Point point = law.at(time);
      boolean early = u <= 0.5 ? point.cdf() < u : point.survival() > 1 - u;
      double next = u <= 0.5 ? lowerStep(point, u, time) : upperStep(point, 1 - u, time);
      if (Math.abs(next - time) <= LAST_STEP * time) {
        return next;
      }
      low = early ? time : low;
      high = early ? high : time;
      time = next > low && next < high ? next : between(low, high);
    }
    throw new IllegalStateException(
        "no delay found at u = " + u + " between " + low + " and " + high);
  }

  /** Newton on log cdf over log time: a straight line as time goes to 0. */
  private static double lowerStep(Point point, double u, double time) {
    double slope = time * point.density() / point.cdf();
    return time * StrictMath.exp(-StrictMath.log(point.cdf() / u) / slope);
  }

  /** Newton on log survival over time: nearly a straight line as time grows. */
  private static double upperStep(Point point, double tail, double time) {
    double hazard = point.density() / point.survival();
    return time + StrictMath.log(point.survival() / tail) / hazard;
  }

  private static double between(double low, double high) {
    if (low == 0) {
      return high / 16;
    }
    return Double.isInfinite(high) ? 2 * low : Math.sqrt(low) * Math.sqrt(high);
  }
}
