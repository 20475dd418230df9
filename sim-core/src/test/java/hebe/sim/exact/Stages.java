package hebe.sim.exact;

/**
 * A sum of exponential stages of different rates r_i, by partial fractions: survival sum of c_i
 * exp(-r_i t) with c_i the product over j of r_j / (r_j - r_i).
 */
final class Stages {
  private final double[] rate;
  private final double[] weight;

  Stages(double... rates) {
    rate = rates.clone();
    weight = new double[rate.length];
    for (int i = 0; i < rate.length; i++) {
      weight[i] = 1;
      for (int j = 0; j < rate.length; j++) {
        weight[i] *= i == j ? 1 : rate[j] / (rate[j] - rate[i]);
      }
    }
  }

  /** Probability that the sum exceeds t. */
  double survival(double t) {
    double sum = 0;
    for (int i = 0; i < rate.length; i++) {
      sum += weight[i] * StrictMath.exp(-rate[i] * t);
    }
    return sum;
  }

  /** Integral of the survival over (0, t): the mean of the sum, cut at t. */
  double meanUntil(double t) {
    double sum = 0;
    for (int i = 0; i < rate.length; i++) {
      sum -= weight[i] / rate[i] * StrictMath.expm1(-rate[i] * t);
    }
    return sum;
  }

  /** Density at t. */
  double density(double t) {
    double sum = 0;
    for (int i = 0; i < rate.length; i++) {
      sum += weight[i] * rate[i] * StrictMath.exp(-rate[i] * t);
    }
    return sum;
  }
}
