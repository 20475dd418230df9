package hebe.sim.stat;

/**
 * An estimated quantity: a value together with how well it is known. It never degrades to a bare
 * number: a reader has to ask which of the four cases holds.
 *
 * <p>The unit is that of the metric which the estimate belongs to.
 */
public sealed interface Estimate {

  /** Number of observations behind the estimate (replications, or cycles); at least 0. */
  int count();

  /**
   * A mean with a confidence interval.
   *
   * @param mean the point estimate
   * @param low lower end of the interval, at most {@code mean}
   * @param high upper end of the interval, at least {@code mean}
   * @param level nominal coverage of the interval, in (0, 1)
   * @param method how the interval was made
   * @param count observations, at least 2
   */
  record Interval(double mean, double low, double high, double level, Method method, int count)
      implements Estimate {
    public Interval {
      if (!(low <= mean && mean <= high) || Double.isInfinite(low) || Double.isInfinite(high)) {
        throw new IllegalArgumentException(
            "an interval needs low <= mean <= high, all finite; got "
                + low
                + ", "
                + mean
                + ", "
                + high);
      }
      if (!(level > 0 && level < 1)) {
        throw new IllegalArgumentException("a confidence level lies in (0, 1); got " + level);
      }
      if (count < 2) {
        throw new IllegalArgumentException(
            "an interval needs at least 2 observations; got " + count);
      }
    }
  }

  /** A value that involves no randomness at all: low = mean = high. */
  record Deterministic(double mean, int count) implements Estimate {
    public Deterministic {
      if (!Double.isFinite(mean)) {
        throw new IllegalArgumentException("a deterministic value must be finite; got " + mean);
      }
    }
  }

  /** A mean of too few observations for an interval. */
  record NoInterval(double mean, int count) implements Estimate {
    public NoInterval {
      if (!Double.isFinite(mean)) {
        throw new IllegalArgumentException("a mean must be finite; got " + mean);
      }
    }
  }

  /** Nothing was observed, for example the mean length of outages when there was none. */
  record NoData() implements Estimate {
    @Override
    public int count() {
      return 0;
    }
  }

  /** How an interval was made. */
  enum Method {
    /** Student's t over independent replications. */
    STUDENT("student"),
    /** Student's t over paired differences of replications that share their random numbers. */
    PAIRED_STUDENT("paired-student"),
    /**
     * Ratio of two means over independent replications; the variance is that of the linearised
     * ratio.
     */
    RATIO_STUDENT("ratio-student");

    private final String label;

    Method(String label) {
      this.label = label;
    }

    /** The name of the method in result files. */
    public String label() {
      return label;
    }
  }
}
