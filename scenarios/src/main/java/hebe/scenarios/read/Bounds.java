package hebe.scenarios.read;

/**
 * The range that a number must lie in.
 *
 * @param lowAllowed whether {@code low} itself lies in the range
 * @param highAllowed whether {@code high} itself lies in the range
 */
public record Bounds(double low, boolean lowAllowed, double high, boolean highAllowed) {

  public Bounds {
    if (!(low < high || (low == high && lowAllowed && highAllowed))) {
      throw new IllegalArgumentException(
          "a range needs low < high; got " + Amount.shown(low) + " and " + Amount.shown(high));
    }
  }

  /** Above 0. */
  public static Bounds positive() {
    return above(0);
  }

  /** At least 0. */
  public static Bounds notNegative() {
    return atLeast(0);
  }

  /** Above a number. */
  public static Bounds above(double low) {
    return new Bounds(low, false, Double.POSITIVE_INFINITY, false);
  }

  /** A number or more. */
  public static Bounds atLeast(double low) {
    return new Bounds(low, true, Double.POSITIVE_INFINITY, false);
  }

  /** From one number to the other, both included. */
  public static Bounds closed(double low, double high) {
    return new Bounds(low, true, high, true);
  }

  /** Between two numbers, both excluded. */
  public static Bounds open(double low, double high) {
    return new Bounds(low, false, high, false);
  }

  /** Any finite number. */
  public static Bounds none() {
    return open(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  boolean contains(double value) {
    return (value > low || (lowAllowed && value == low))
        && (value < high || (highAllowed && value == high));
  }

  /** In words, with a leading blank, for numbers in a unit; empty where everything is allowed. */
  String phrase(String unit) {
    if (lowAllowed && highAllowed) {
      return " from " + number(low, unit) + " to " + number(high, unit);
    }
    String below = low == Double.NEGATIVE_INFINITY ? "" : (lowAllowed ? "at least " : "above ");
    String above = high == Double.POSITIVE_INFINITY ? "" : (highAllowed ? "at most " : "below ");
    String lows = below.isEmpty() ? "" : " " + below + number(low, unit);
    String highs = above.isEmpty() ? "" : " " + above + number(high, unit);
    return lows + (lows.isEmpty() || highs.isEmpty() ? "" : " and") + highs;
  }

  private static String number(double value, String unit) {
    if (unit.equals("of 1")) {
      return Amount.shown(100 * value) + " %";
    }
    boolean bare = value == 0 || unit.isEmpty();
    return Amount.shown(value) + (bare ? "" : " " + unit);
  }
}
