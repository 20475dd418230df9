package hebe.scenarios.build;

import hebe.reports.number.DurationUnit;
import hebe.reports.number.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers in messages. */
final class Shown {
  private Shown() {}

  /** A time in seconds, with an exponent where it is long. */
  static String seconds(double value) {
    if (Double.isInfinite(value)) {
      return "more seconds than there are numbers";
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(6)).stripTrailingZeros();
    return (rounded.scale() > -9 ? rounded.toPlainString() : rounded.toString()) + " s";
  }

  /** A number with at most six significant digits, without an exponent where it can be avoided. */
  static String number(double value) {
    return new BigDecimal(value).round(new MathContext(6)).stripTrailingZeros().toPlainString();
  }

  /** A duration in seconds, and in the unit that fits it. */
  static String duration(double seconds) {
    return Numbers.exact(seconds) + " s (" + DurationUnit.text(seconds) + ")";
  }
}
