package hebe.sim.exact;

/**
 * The probabilities of a Poisson law where they count, scaled to add up to 1: what is cut off on
 * either side is below half of a bound, {@link #CUT} unless another is given.
 *
 * <p>They are computed from the largest outwards by w_(k+1) = w_k mean / (k + 1), so a large mean
 * does not underflow; the cut follows from the geometric series that bounds the rest.
 */
final class PoissonWeights {
  /** Most probability that is left out where absolute errors matter. */
  static final double CUT = 1e-18;

  private static final double MOST_MEAN = 1e8;

  private final int first;
  private final double[] weight;
  private final double[] beyond;

  PoissonWeights(double mean) {
    this(mean, CUT);
  }

  /** With at most {@code cut} left out. */
  PoissonWeights(double mean, double cut) {
    if (!(mean <= MOST_MEAN)) {
      throw new TooManyStepsException(
          "an instant so late takes more than "
              + (long) MOST_MEAN
              + " steps: the fastest rate times the time is "
              + mean
              + "; ask for the steady state, or simulate");
    }
    int mode = (int) mean;
    first = mode - reach(mode, mean, -1, cut);
    weight = new double[mode + reach(mode, mean, 1, cut) - first + 1];
    weight[mode - first] = 1;
    for (int k = mode - 1; k >= first; k--) {
      weight[k - first] = weight[k - first + 1] * (k + 1) / mean;
    }
    for (int k = mode + 1; k < first + weight.length; k++) {
      weight[k - first] = weight[k - first - 1] * mean / k;
    }
    beyond = new double[weight.length];
    normalize();
  }

  /** How far from the mode, in a direction, the rest of the weights still counts. */
  private static int reach(int mode, double mean, int direction, double cut) {
    double weight = 1;
    int k = mode;
    while (true) {
      double ratio = direction > 0 ? mean / (k + 1) : k / mean;
      weight *= ratio;
      // Relative to the weight of the mode, which is at most the sum.
      if (k + direction < 0 || (ratio < 1 && weight / (1 - ratio) < cut / 2)) {
        return Math.abs(k - mode);
      }
      k += direction;
    }
  }

  private void normalize() {
    double sum = 0;
    for (int i = 0; i < weight.length; i++) {
      sum += weight[i];
    }
    for (int i = 0; i < weight.length; i++) {
      weight[i] /= sum;
    }
    for (int i = weight.length - 2; i >= 0; i--) {
      beyond[i] = beyond[i + 1] + weight[i + 1];
    }
  }

  /** The last number that counts. */
  int last() {
    return first + weight.length - 1;
  }

  /** The probability of a number up to the last. */
  double at(int number) {
    return number < first ? 0 : weight[number - first];
  }

  /** The probability of more than a number up to the last. */
  double beyond(int number) {
    return number < first ? 1 : beyond[number - first];
  }
}
