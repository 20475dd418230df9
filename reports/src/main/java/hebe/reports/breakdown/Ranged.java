package hebe.reports.breakdown;

import hebe.reports.number.Numbers;

/**
 * A number with the range that its inputs leave it.
 *
 * @param value the value to use
 * @param low no greater than the value
 * @param high no less than the value
 */
public record Ranged(double value, double low, double high) {
  /** Significant digits that a table shows. */
  private static final int DIGITS = 4;

  public Ranged {
    if (!(low <= value && value <= high)) {
      throw new IllegalArgumentException(
          "a range needs low <= value <= high; got " + low + ", " + value + ", " + high);
    }
  }

  /** The value alone, as tables show it. */
  public String text() {
    return Numbers.significant(value, DIGITS);
  }

  /** The range, for example {@code 1.02 .. 1.07}; empty where the value is certain. */
  public String range() {
    return low == high
        ? ""
        : Numbers.significant(low, DIGITS) + " .. " + Numbers.significant(high, DIGITS);
  }

  /** This in another unit. */
  public Ranged times(double factor) {
    return factor >= 0
        ? new Ranged(value * factor, low * factor, high * factor)
        : new Ranged(value * factor, high * factor, low * factor);
  }
}
