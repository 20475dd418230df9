package hebe.models.timing;

/**
 * A number that is known within bounds, with interval arithmetic.
 *
 * <p>A sum or product lies in the interval of the sums or products of all members. Errors of cells
 * measured on one machine are common to them (clock, kernel, compiler), so they are not taken as
 * independent, and no root of squares is drawn.
 *
 * @param value the value to use
 * @param low no greater than the value
 * @param high no less than the value
 */
public record Bounds(double value, double low, double high) {
  /** Nothing. */
  public static final Bounds ZERO = exact(0);

  public Bounds {
    if (!(low <= value && value <= high) || Double.isInfinite(low) || Double.isInfinite(high)) {
      throw new IllegalArgumentException(
          "bounds need low <= value <= high; got " + low + ", " + value + ", " + high);
    }
  }

  /** A number without uncertainty. */
  public static Bounds exact(double value) {
    return new Bounds(value, value, value);
  }

  /** This plus the other. */
  public Bounds plus(Bounds other) {
    return new Bounds(value + other.value, low + other.low, high + other.high);
  }

  /** This minus the other. */
  public Bounds minus(Bounds other) {
    return new Bounds(value - other.value, low - other.high, high - other.low);
  }

  /** This times a number without uncertainty. */
  public Bounds times(double factor) {
    return factor >= 0
        ? new Bounds(value * factor, low * factor, high * factor)
        : new Bounds(value * factor, high * factor, low * factor);
  }

  /** This times the other. */
  public Bounds times(Bounds other) {
    double a = low * other.low;
    double b = low * other.high;
    double c = high * other.low;
    double d = high * other.high;
    return new Bounds(
        value * other.value,
        Math.min(Math.min(a, b), Math.min(c, d)),
        Math.max(Math.max(a, b), Math.max(c, d)));
  }

  /**
   * This without the part of the interval that has the other sign than the value: which of two
   * costs on one host is the greater was measured, however uncertain both are.
   */
  Bounds keepingSign() {
    return value > 0
        ? new Bounds(value, Math.max(low, 0), high)
        : new Bounds(value, low, value < 0 ? Math.min(high, 0) : high);
  }

  /** One over this, which must lie above 0. */
  public Bounds reciprocal() {
    if (!(low > 0)) {
      throw new IllegalArgumentException("the reciprocal needs bounds above 0; got " + this);
    }
    return new Bounds(1 / value, 1 / high, 1 / low);
  }
}
