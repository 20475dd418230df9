package hebe.sim.exact;

import java.math.BigDecimal;
import java.math.MathContext;

/** Decimal text of a double from which the same double is read back. */
final class Decimal {
  /** So many significant digits tell any two doubles apart. */
  private static final int ENOUGH = 17;

  private static final int OFTEN_ENOUGH = 15;

  private Decimal() {}

  /** The shortest rounded decimal of at least 15 digits that is read as the same value. */
  static String of(double value) {
    BigDecimal exact = new BigDecimal(value);
    for (int digits = OFTEN_ENOUGH; digits < ENOUGH; digits++) {
      BigDecimal rounded = exact.round(new MathContext(digits));
      if (rounded.doubleValue() == value) {
        return text(rounded);
      }
    }
    return text(exact.round(new MathContext(ENOUGH)));
  }

  private static String text(BigDecimal rounded) {
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toString();
  }
}
