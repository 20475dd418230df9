package hebe.sim.law;

/** Inverts distribution functions that have no closed inverse, to full double accuracy. */
final class Inversion {
  /** Relative length of the last step: Newton's error is then of the order of its square. */
  private static final double LAST_STEP = 1e-9;

  private static final int MOST_STEPS = 2000;

  /** Of an age that is exceeded less often than this, what is left is that of the age at it. */
  static final double LEAST_SURVIVAL = 1e-250;

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
    return inverse(law, u, 1 - u, start);
  }

  /**
   * What is left beyond an age, at the uniform u in (0, 1).
   *
   * @param start a first guess of the whole delay, above 0
   */
  static double remaining(SmoothLaw law, double age, double u, double start) {
    if (age <= 0) {
      return quantile(law, u, start);
    }
    Point point = law.at(age);
    if (point.survival() < LEAST_SURVIVAL) {
      return remaining(law, inverse(law, 1, 2 * LEAST_SURVIVAL, start), u, start);
    }
    double cdf = point.cdf() + u * point.survival();
    double survival = (1 - u) * point.survival();
    return Math.max(0, inverse(law, cdf, survival, Math.max(age, start)) - age);
  }

  /** The time at which the law has this cdf and survival, which add up to 1. */
  private static double inverse(SmoothLaw law, double cdf, double survival, double start) {
    double low = 0;
    double high = Double.POSITIVE_INFINITY;
    double time = start;
    for (int step = 0; step < MOST_STEPS; step++) {
      Point point = law.at(time);
      boolean early = cdf <= 0.5 ? point.cdf() < cdf : point.survival() > survival;
      double next = cdf <= 0.5 ? lowerStep(point, cdf, time) : upperStep(point, survival, time);
      if (Math.abs(next - time) <= LAST_STEP * time) {
        return next;
      }
      low = early ? time : low;
      high = early ? high : time;
      time = next > low && next < high ? next : between(low, high);
    }
    throw new IllegalStateException(
        "no delay found at u = " + cdf + " between " + low + " and " + high);
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
