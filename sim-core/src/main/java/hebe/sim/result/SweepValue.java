package hebe.sim.result;

/**
 * A value that a sweep puts into a scenario.
 *
 * @param text as it is written, for example {@code 2 weeks}
 * @param number the same in the base unit, finite
 * @param unit the base unit, for example {@code s}; {@code 1} for a plain number
 */
public record SweepValue(String text, double number, String unit) {
  public SweepValue {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException("a swept value is finite; got " + text);
    }
  }
}
