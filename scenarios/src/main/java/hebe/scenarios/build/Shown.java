package hebe.scenarios.build;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers in messages. */
final class Shown {
  private Shown() {}

  /** A number with at most six significant digits, without an exponent where it can be avoided. */
  static String number(double value) {
    return new BigDecimal(value).round(new MathContext(6)).stripTrailingZeros().toPlainString();
  }
}
