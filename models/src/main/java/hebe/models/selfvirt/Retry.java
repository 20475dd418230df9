package hebe.models.selfvirt;

/**
 * The wait from the request of a switch until an attempt finds no sensitive code in use. Attempts
 * are independent, so the number of vain ones is geometric.
 *
 * @param inUseProbability chance p that an attempt finds sensitive code in use, in [0, 1)
 * @param periodSeconds time t from one attempt to the next, above 0
 */
public record Retry(double inUseProbability, double periodSeconds) {
  /** So that the power that meets the quantile exactly is not missed by a rounding. */
  private static final double ROUNDING = 1e-12;

  public Retry {
    if (!(inUseProbability >= 0 && inUseProbability < 1)) {
      throw new IllegalArgumentException(
          "chance of being in use: expected at least 0 and below 1, got " + inUseProbability);
    }
    if (!(periodSeconds > 0) || Double.isInfinite(periodSeconds)) {
      throw new IllegalArgumentException(
          "retry period: expected seconds above 0, got " + periodSeconds);
    }
  }

  /** Mean of the wait: t p / (1 - p). */
  public double meanWaitSeconds() {
    return periodSeconds * inUseProbability / (1 - inUseProbability);
  }

  /**
   * The wait that is not exceeded with this probability, below 1: t k with the least k such that
   * p^(k + 1) is at most 1 - level, that is t max(0, ceil(ln (1 - level) / ln p) - 1).
   */
  public double waitSeconds(double level) {
    if (!(level >= 0 && level < 1)) {
      throw new IllegalArgumentException("level: expected at least 0 and below 1, got " + level);
    }
    if (inUseProbability == 0) {
      return 0;
    }
    double powers = StrictMath.log(1 - level) / StrictMath.log(inUseProbability);
    return periodSeconds * Math.max(0, Math.ceil(powers * (1 - ROUNDING)) - 1);
  }
}
