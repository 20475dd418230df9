package hebe.models.timing.run;

/** Checks of numbers in constructors. */
final class Range {
  private Range() {}

  static void atLeastZero(String what, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(what + ": expected a number of at least 0, got " + value);
    }
  }

  static void aboveZero(String what, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(what + ": expected a number above 0, got " + value);
    }
  }

  static void atLeastOne(String what, long value) {
    if (value < 1) {
      throw new IllegalArgumentException(what + ": expected at least 1, got " + value);
    }
  }
}
