package hebe.reports.number;

/**
 * Marks on an axis: multiples of 1, 2 or 5 times a power of ten, and the places after the point
 * that tell them apart.
 *
 * @param low first mark, at or below the least value
 * @param high last mark, at or above the greatest value
 * @param step distance of two marks, above 0
 * @param decimals places after the point
 */
public record AxisTicks(double low, double high, double step, int decimals) {

  /**
   * The marks that cover [low, high] in at most {@code most} steps (one more when both ends fall
   * between marks). An empty range is widened.
   */
  public static AxisTicks covering(double low, double high, int most) {
    double span = high - low;
    if (!(span > 0)) {
      double pad = low == 0 ? 1 : Math.abs(low) * 1e-3;
      return covering(low - pad, high + pad, most);
    }
    double rough = span / most;
    int exponent = (int) StrictMath.floor(StrictMath.log10(rough));
    double power = StrictMath.pow(10, exponent);
    double factor = rough / power;
    int digit = factor <= 1 ? 1 : factor <= 2 ? 2 : factor <= 5 ? 5 : 10;
    double step = digit * power;
    return new AxisTicks(
        step * StrictMath.floor(low / step + 1e-9),
        step * StrictMath.ceil(high / step - 1e-9),
        step,
        Math.max(0, digit == 10 ? -exponent - 1 : -exponent));
  }
}
