package hebe.models.migration;

/** Range checks. */
final class Require {
  private Require() {}

  static void positive(String what, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(what + ": expected above 0 and finite, got " + value);
    }
  }

  static void notNegative(String what, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(what + ": expected at least 0 and finite, got " + value);
    }
  }

  static void share(String what, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(what + ": expected 0 to 1, got " + value);
    }
  }
}
