package hebe.sim.exact;

/** Sums over states. */
final class Vectors {
  private Vectors() {}

  static double product(double[] weights, double[] values) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * values[i];
    }
    return sum;
  }
}
