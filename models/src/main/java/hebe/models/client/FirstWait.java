package hebe.models.client;

/**
 * Law of the time W from the begin of an outage to the first segment of a client that finds nobody,
 * in seconds. What matters is how much of the outage is left then, D - W.
 */
sealed interface FirstWait {
  /** P(from < D - W <= to), for 0 <= from < to. */
  double probability(double outageSeconds, double from, double to);

  /** E[D - W; from < D - W <= to], in seconds. */
  double momentSeconds(double outageSeconds, double from, double to);

  /** W = 0: the client waits already. */
  record AtOnce() implements FirstWait {
    @Override
    public double probability(double outageSeconds, double from, double to) {
      return from < outageSeconds && outageSeconds <= to ? 1 : 0;
    }

    @Override
    public double momentSeconds(double outageSeconds, double from, double to) {
      return outageSeconds * probability(outageSeconds, from, to);
    }
  }

  /** W uniform between 0 and the gap, above 0: the phase of what is done at a fixed interval. */
  record WithinGap(double gapSeconds) implements FirstWait {
    @Override
    public double probability(double outageSeconds, double from, double to) {
      return Math.max(0, high(outageSeconds, to) - low(outageSeconds, from)) / gapSeconds;
    }

    @Override
    public double momentSeconds(double outageSeconds, double from, double to) {
      double middle = (high(outageSeconds, to) + low(outageSeconds, from)) / 2;
      return middle * probability(outageSeconds, from, to);
    }

    private double low(double outageSeconds, double from) {
      return Math.max(from, outageSeconds - gapSeconds);
    }

    private static double high(double outageSeconds, double to) {
      return Math.min(outageSeconds, to);
    }
  }

  /**
   * W exponential: what is left of a time of thinking. With h the top of the interval below D, y
   * its length over the mean m and e = exp(-(D - h) / m), the probability is e (1 - exp(-y)) and
   * the moment e (h (1 - exp(-y)) - m (1 - exp(-y) (1 + y))).
   */
  record AfterThinking(double meanSeconds) implements FirstWait {
    /** Below this y the last bracket cancels, and its series of 10 terms is exact to rounding. */
    private static final double SMALL = 0.1;

    private static final int TERMS = 12;

    @Override
    public double probability(double outageSeconds, double from, double to) {
      double high = Math.min(outageSeconds, to);
      double y = Math.max(0, high - from) / meanSeconds;
      return StrictMath.exp(-(outageSeconds - high) / meanSeconds) * -StrictMath.expm1(-y);
    }

    @Override
    public double momentSeconds(double outageSeconds, double from, double to) {
      double high = Math.min(outageSeconds, to);
      double y = Math.max(0, high - from) / meanSeconds;
      double top = StrictMath.exp(-(outageSeconds - high) / meanSeconds);
      return top * (high * -StrictMath.expm1(-y) - meanSeconds * bracket(y));
    }

    /** 1 - exp(-y) (1 + y) = sum over n >= 2 of (-1)^n (n - 1) y^n / n!. */
    private static double bracket(double y) {
      if (y > SMALL) {
        return -StrictMath.expm1(-y) - y * StrictMath.exp(-y);
      }
      double power = -y; // (-1)^n y^n / n!
      double sum = 0;
      for (int n = 2; n < TERMS; n++) {
        power *= -y / n;
        sum += (n - 1) * power;
      }
      return sum;
    }
  }
}
