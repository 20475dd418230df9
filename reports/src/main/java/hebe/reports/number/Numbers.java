package hebe.reports.number;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Text of a {@code double}: the same digits on every JDK, in every locale. */
public final class Numbers {
  private static final MathContext TWELVE_DIGITS = new MathContext(12, RoundingMode.HALF_EVEN);

  /** Numbers below 10^-7 or from 10^15 on are written with an exponent. */
  private static final int LEAST_PLAIN_EXPONENT = -7;

  private static final int LEAST_LARGE_EXPONENT = 15;

  private Numbers() {}

  /**
   * The shortest decimal that equals the value rounded to 12 significant digits, for JSON and CSV.
   *
   * <p>Plain ({@code 0.00012}) when the decimal exponent lies in [-7, 15), otherwise scientific
   * ({@code 1.2e-9}). Zero, also negative zero, is {@code 0}. Error: 5e-12 relative. Refuses NaN
   * and infinity.
   */
  public static String exact(double value) {
    BigDecimal rounded = decimal(value).round(TWELVE_DIGITS).stripTrailingZeros();
    if (rounded.signum() == 0) {
      return "0";
    }
    int exponent = rounded.precision() - rounded.scale() - 1;
    if (exponent >= LEAST_PLAIN_EXPONENT && exponent < LEAST_LARGE_EXPONENT) {
      return rounded.toPlainString();
    }
    return rounded.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent;
  }

  /**
   * The value rounded, half away from zero, to a number of decimal places; zero never has a sign.
   *
   * @param decimals places after the point; negative rounds to tens, hundreds...
   */
  public static String fixed(double value, int decimals) {
    BigDecimal rounded = decimal(value).setScale(decimals, RoundingMode.HALF_UP);
    return rounded.setScale(Math.max(0, decimals)).toPlainString();
  }

  /** Like {@link #fixed}, with a sign before positive values too; zero has none. */
  public static String signed(double value, int decimals) {
    String text = fixed(value, decimals);
    boolean positive = decimal(value).setScale(decimals, RoundingMode.HALF_UP).signum() > 0;
    return positive ? "+" + text : text;
  }

  /**
   * The value rounded to a number of significant digits, without trailing zeros, never scientific.
   */
  public static String significant(double value, int digits) {
    BigDecimal rounded = decimal(value).round(new MathContext(digits, RoundingMode.HALF_UP));
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  /**
   * The small share u in [0, 1] in scientific form, for example {@code 1.46e-4}; {@code 0} for 0.
   *
   * @param digits significant digits of the mantissa
   */
  public static String scientific(double u, int digits) {
    BigDecimal rounded = decimal(u).round(new MathContext(digits, RoundingMode.HALF_UP));
    if (rounded.signum() == 0) {
      return "0";
    }
    int exponent = rounded.precision() - rounded.scale() - 1;
    BigDecimal mantissa = rounded.scaleByPowerOfTen(-exponent).setScale(digits - 1);
    return exponent == 0 ? mantissa.toPlainString() : mantissa.toPlainString() + "e" + exponent;
  }

  /**
   * Decimal places at which a positive quantity shows this many significant digits; negative when
   * the last of them stands before the point. A carry is counted: 0.0996 at two digits is 0.10.
   */
  public static int decimals(double quantity, int digits) {
    BigDecimal rounded = decimal(quantity).round(new MathContext(digits, RoundingMode.HALF_UP));
    if (rounded.signum() == 0) {
      throw new IllegalArgumentException("zero has no significant digits");
    }
    int exponent = rounded.precision() - rounded.scale() - 1;
    return digits - 1 - exponent;
  }

  private static BigDecimal decimal(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("a number in a report must be finite; got " + value);
    }
    return new BigDecimal(value);
  }
}
