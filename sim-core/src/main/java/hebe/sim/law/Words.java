package hebe.sim.law;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers and durations for people: six significant digits, the same text on every platform. */
final class Words {
  private static final MathContext DIGITS = new MathContext(6);

  private Words() {}

  static String number(double value) {
    BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
    return Math.abs(rounded.precision() - rounded.scale()) > 9
        ? rounded.toString()
        : rounded.toPlainString();
  }

  /** A duration in the largest unit, up to days, of which it holds at least two; or in seconds. */
  static String duration(double seconds) {
    if (seconds >= 2 * 86_400.0) {
      return number(seconds / 86_400.0) + " d";
    }
    if (seconds >= 2 * 3_600.0) {
      return number(seconds / 3_600.0) + " h";
    }
    if (seconds >= 2 * 60.0) {
      return number(seconds / 60.0) + " min";
    }
    return seconds == 0 || seconds >= 1 ? number(seconds) + " s" : number(seconds * 1e3) + " ms";
  }
}
