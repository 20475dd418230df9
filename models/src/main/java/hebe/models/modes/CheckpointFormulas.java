package hebe.models.modes;

/**
 * Closed forms of a system that saves its state every tau of running and loses what it has done
 * since at a crash.
 *
 * <p>Crashes come exponentially with mean M while it runs, and while it saves, which takes delta;
 * after each it is down for D (repair and restore), during which none come. Then the mean time to
 * get tau of work saved is (M + D) (exp((tau + delta) / M) - 1). The best tau solves (1 - tau / M)
 * exp((tau + delta) / M) = 1 and does not depend on D. Sources: docs/sources.md#checkpoints.
 *
 * @param saveSeconds delta, above 0
 * @param crashMeanSeconds M, above 0
 * @param downSeconds D, at least 0
 */
public record CheckpointFormulas(double saveSeconds, double crashMeanSeconds, double downSeconds) {
  public CheckpointFormulas {
    if (!(saveSeconds > 0 && crashMeanSeconds > 0 && downSeconds >= 0)) {
      throw new IllegalArgumentException(
          "checkpoints need a duration and a mean time between crashes above 0 s");
    }
  }

  /** Share of the time that becomes saved work, with checkpoints every so many seconds above 0. */
  public double usefulShare(double everySeconds) {
    double rounds =
        StrictMath.expm1((everySeconds + saveSeconds) / crashMeanSeconds)
            * (crashMeanSeconds + downSeconds);
    return everySeconds / rounds;
  }

  /** Young's first-order optimum of the time between checkpoints: sqrt(2 delta M), in seconds. */
  public double youngSeconds() {
    return Math.sqrt(2 * saveSeconds * crashMeanSeconds);
  }

  /**
   * Daly's higher-order estimate, in seconds: sqrt(2 delta M) (1 + sqrt(delta / 2M) / 3 + delta /
   * 18M) - delta, and M from delta = 2M on.
   */
  public double dalySeconds() {
    double ratio = saveSeconds / (2 * crashMeanSeconds);
    if (ratio >= 1) {
      return crashMeanSeconds;
    }
    return youngSeconds() * (1 + Math.sqrt(ratio) / 3 + ratio / 9) - saveSeconds;
  }

  /** The optimum, in seconds, by bisection to a relative 1e-12. */
  public double bestSeconds() {
    double low = 0;
    double high = crashMeanSeconds;
    while (high - low > 1e-12 * crashMeanSeconds) {
      double middle = (low + high) / 2;
      double slope =
          StrictMath.log1p(-middle / crashMeanSeconds) + (middle + saveSeconds) / crashMeanSeconds;
      if (slope > 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }
}
