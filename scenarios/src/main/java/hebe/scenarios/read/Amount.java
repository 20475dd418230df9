package hebe.scenarios.read;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as one writes them: {@code 12}, {@code -0.5}, {@code 1e3}. */
final class Amount {
  /** A number of ordinary size; the exponent has three digits at most. */
  static final String REGEX = "[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]{1,3})?";

  private static final Pattern NUMBER = Pattern.compile(REGEX);
  private static final Pattern NOT_FINITE = Pattern.compile("[+-]?\\.?(nan|inf(inity)?)\\b.*");
  private static final Pattern SEPARATED =
      Pattern.compile("[+-]?[0-9]+([,'_\u00a0\u202f][0-9]+|\\.[0-9]+[.,][0-9]| [0-9]).*");

  private Amount() {}

  /** The exact number, if it is one of ordinary size. */
  static Optional<BigDecimal> parse(String text) {
    return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
  }

  static boolean isNotFinite(String text) {
    return NOT_FINITE.matcher(text.toLowerCase(Locale.ROOT)).matches();
  }

  /** Whether it begins with a number that has separators between its digits. */
  static boolean isSeparated(String text) {
    return SEPARATED.matcher(text).matches();
  }

  /** The nearest double; the detour over text rounds once on every JDK. */
  static double toDouble(BigDecimal exact) {
    return Double.parseDouble(exact.toString());
  }

  /** A double for a message: at most 15 digits, the same on every JDK. */
  static String shown(double value) {
    BigDecimal digits = new BigDecimal(value).round(new MathContext(15)).stripTrailingZeros();
    return Math.abs(digits.precision() - digits.scale()) > 15
        ? digits.toString()
        : digits.toPlainString();
  }
}
