package hebe.scenarios.connection;

import java.util.ArrayList;
import java.util.List;

/** Values at even ratios. */
final class Grid {
  private Grid() {}

  /** So many, from the first to the last. */
  static List<Double> ratios(double first, double last, int count) {
    List<Double> values = new ArrayList<>();
    double step = (StrictMath.log(last) - StrictMath.log(first)) / (count - 1);
    for (int i = 0; i < count; i++) {
      values.add(StrictMath.exp(StrictMath.log(first) + i * step));
    }
    return values;
  }
}
