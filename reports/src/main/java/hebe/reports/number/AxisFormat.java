package hebe.reports.number;

import java.io.Serial;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;

/** Labels of an axis through {@link Numbers}, for libraries that want a {@code NumberFormat}. */
public final class AxisFormat extends NumberFormat {
  @Serial private static final long serialVersionUID = 1L;

  private final double factor;
  private final int decimals;
  private final String suffix;

  /**
   * Shows {@code factor * value} with a fixed number of decimal places and a suffix.
   *
   * @param decimals places after the point, at least 0
   * @param suffix follows the number, for example {@code " %"}; may be empty
   */
  public AxisFormat(double factor, int decimals, String suffix) {
    this.factor = factor;
    this.decimals = decimals;
    this.suffix = suffix;
  }

  @Override
  public StringBuffer format(double number, StringBuffer to, FieldPosition position) {
    return to.append(Numbers.fixed(factor * number, decimals)).append(suffix);
  }

  @Override
  public StringBuffer format(long number, StringBuffer to, FieldPosition position) {
    return format((double) number, to, position);
  }

  @Override
  public Number parse(String source, ParsePosition position) {
    throw new UnsupportedOperationException("labels of an axis are not read back");
  }
}
