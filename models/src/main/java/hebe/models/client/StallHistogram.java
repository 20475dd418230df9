package hebe.models.client;

/**
 * Stalls by length, each with a number of connections.
 *
 * <p>Bins grow by 1 %, from 0.1 ms to over 30 years. A quantile is the mean of the stalls in its
 * bin, so it is exact where a bin holds equal stalls, and else off by at most 1 %.
 */
final class StallHistogram {
  private static final double LEAST_SECONDS = 1e-4;
  private static final double LOG_GROWTH = StrictMath.log(1.01);
  private static final int BINS = 2900; // 1e-4 x 1.01^2900 = 3.4e8 s

  private final double[] connections = new double[BINS];
  private final double[] seconds = new double[BINS];
  private double count;
  private double sumSeconds;

  void add(double stallSeconds, double number) {
    double bin = StrictMath.log(stallSeconds / LEAST_SECONDS) / LOG_GROWTH;
    int at = (int) Math.max(0, Math.min(BINS - 1, bin));
    connections[at] += number;
    seconds[at] += number * stallSeconds;
    count += number;
    sumSeconds += number * stallSeconds;
  }

  void add(StallHistogram other) {
    for (int bin = 0; bin < BINS; bin++) {
      connections[bin] += other.connections[bin];
      seconds[bin] += other.seconds[bin];
    }
    count += other.count;
    sumSeconds += other.sumSeconds;
  }

  /** Number of connections. */
  double count() {
    return count;
  }

  /** Their stalls together. */
  double sumSeconds() {
    return sumSeconds;
  }

  /** The stall that a share of the connections does not exceed; 0 without any. */
  double quantileSeconds(double share) {
    double rest = share * count;
    for (int bin = 0; bin < BINS; bin++) {
      rest -= connections[bin];
      if (connections[bin] > 0 && rest <= count * 1e-12) {
        return seconds[bin] / connections[bin];
      }
    }
    return 0;
  }
}
