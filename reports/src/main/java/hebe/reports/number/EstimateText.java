package hebe.reports.number;

import hebe.sim.stat.Estimate;
import hebe.sim.stat.Estimate.Deterministic;
import hebe.sim.stat.Estimate.Interval;
import hebe.sim.stat.Estimate.NoData;
import hebe.sim.stat.Estimate.NoInterval;
import java.util.OptionalDouble;

/**
 * Text of an estimate with the digits that its interval justifies: two significant digits of the
 * half-width, and the mean to the same place. A value without randomness shows four significant
 * digits and no interval.
 */
public final class EstimateText {
  /** Significant digits of values that have no interval. */
  private static final int PLAIN_DIGITS = 4;

  /** Relative half-width below which an interval is rounding of the clock, not chance. */
  private static final double NOISE = 1e-7;

  private EstimateText() {}

  /** The point estimate; empty if nothing was observed. */
  public static OptionalDouble mean(Estimate estimate) {
    if (estimate instanceof Interval interval) {
      return OptionalDouble.of(interval.mean());
    }
    if (estimate instanceof Deterministic deterministic) {
      return OptionalDouble.of(deterministic.mean());
    }
    if (estimate instanceof NoInterval noInterval) {
      return OptionalDouble.of(noInterval.mean());
    }
    return OptionalDouble.empty();
  }

  /** Half the width of the interval, in the estimate's unit; 0 if there is none. */
  public static double halfWidth(Estimate estimate) {
    return estimate instanceof Interval interval ? (interval.high() - interval.low()) / 2 : 0;
  }

  /** The same estimate in another unit: every value times a positive factor. */
  public static Estimate times(Estimate estimate, double factor) {
    return linear(estimate, factor, 0);
  }

  /** The difference seen from the other side: every value with its sign changed. */
  public static Estimate negated(Estimate estimate) {
    return linear(estimate, -1, 0);
  }

  /** The unavailability that belongs to an availability: 1 minus every value. */
  public static Estimate complement(Estimate estimate) {
    return linear(estimate, -1, 1);
  }

  private static Estimate linear(Estimate estimate, double factor, double offset) {
    if (estimate instanceof Interval i) {
      double one = offset + factor * i.low();
      double two = offset + factor * i.high();
      return new Interval(
          offset + factor * i.mean(),
          Math.min(one, two),
          Math.max(one, two),
          i.level(),
          i.method(),
          i.count());
    }
    if (estimate instanceof Deterministic d) {
      return new Deterministic(offset + factor * d.mean(), d.count());
    }
    if (estimate instanceof NoInterval n) {
      return new NoInterval(offset + factor * n.mean(), n.count());
    }
    return estimate;
  }

  /**
   * For example {@code 41.62 ± 0.12}, {@code 41.62}, {@code 41.62 (no interval)}, {@code no data}.
   */
  public static String of(Estimate estimate) {
    return of(estimate, "");
  }

  /**
   * Like {@link #of(Estimate)} with a unit behind the numbers: {@code 41.62 ± 0.12 s}, {@code 41.62
   * s (no interval)}.
   */
  public static String of(Estimate estimate, String unit) {
    String suffix = unit.isEmpty() ? "" : " " + unit;
    if (estimate instanceof NoData) {
      return "no data";
    }
    double mean = mean(estimate).getAsDouble();
    double halfWidth = halfWidth(estimate);
    if (halfWidth > NOISE * Math.abs(mean)) {
      int decimals = Numbers.decimals(halfWidth, 2);
      return Numbers.fixed(mean, decimals) + " ± " + Numbers.fixed(halfWidth, decimals) + suffix;
    }
    String text =
        Numbers.significant(mean, halfWidth > 0 ? 2 * PLAIN_DIGITS : PLAIN_DIGITS) + suffix;
    return estimate instanceof NoInterval ? text + " (no interval)" : text;
  }

  /**
   * An availability in percent with enough nines: the digits of its interval, or, without one, as
   * many as show the unavailability with three significant digits.
   */
  public static String percent(Estimate availability) {
    OptionalDouble mean = mean(availability);
    if (mean.isEmpty()) {
      return "no data";
    }
    double percent = 100 * mean.getAsDouble();
    double halfWidth = 100 * halfWidth(availability);
    if (halfWidth > 0) {
      return Numbers.fixed(percent, Math.max(2, Numbers.decimals(halfWidth, 2)));
    }
    double missing = 100 * (1 - mean.getAsDouble());
    return missing <= 0
        ? Numbers.fixed(percent, 0)
        : Numbers.fixed(percent, Math.max(2, Numbers.decimals(missing, 3)));
  }

  /** A share in percent; the digits that a clock rounds off are not shown. */
  public static String share(Estimate share) {
    Estimate percent = times(share, 100);
    boolean certain = halfWidth(percent) <= NOISE * Math.abs(mean(percent).orElse(0));
    return percent instanceof Interval interval && certain
        ? Numbers.significant(interval.mean(), PLAIN_DIGITS)
        : of(percent);
  }

  /**
   * An unavailability: {@code (1.462 ± 0.012)e-4}, {@code 1.462e-4}, {@code 0}, {@code no data}.
   */
  public static String unavailability(Estimate estimate) {
    OptionalDouble mean = mean(estimate);
    if (mean.isEmpty()) {
      return "no data";
    }
    double halfWidth = halfWidth(estimate);
    double size = Math.max(Math.abs(mean.getAsDouble()), halfWidth);
    if (size == 0) {
      return "0";
    }
    int exponent = -Numbers.decimals(size, PLAIN_DIGITS) + PLAIN_DIGITS - 1;
    if (halfWidth == 0) {
      String suffix = estimate instanceof NoInterval ? " (no interval)" : "";
      return Numbers.scientific(mean.getAsDouble(), PLAIN_DIGITS) + suffix;
    }
    double scale = StrictMath.pow(10, -exponent);
    return "(" + of(times(estimate, scale)) + ")e" + exponent;
  }
}
