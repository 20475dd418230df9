package hebe.sim.law;

/** Range checks of law parameters; each returns the value or says parameter, range and value. */
final class Check {
  private Check() {}

  static double positive(String parameter, double value) {
    return require(value > 0 && Double.isFinite(value), parameter, "finite and above 0", value);
  }

  static double notNegative(String parameter, double value) {
    return require(value >= 0 && Double.isFinite(value), parameter, "finite and at least 0", value);
  }

  static double within(String parameter, double value, double least, double most) {
    return require(
        value >= least && value <= most, parameter, "between " + least + " and " + most, value);
  }

  static double factor(double value) {
    return positive("factor", value);
  }

  private static double require(boolean holds, String parameter, String expected, double value) {
    if (!holds) {
      throw new IllegalArgumentException(parameter + ": expected " + expected + ", got " + value);
    }
    return value;
  }
}
