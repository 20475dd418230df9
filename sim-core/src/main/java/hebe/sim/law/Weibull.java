package hebe.sim.law;

/**
 * The Weibull law: F(t) = 1 - exp(-(t / scale)^shape). Its hazard falls with age when the shape is
 * below 1 and rises when it is above.
 *
 * @param shape in [0.05, 1000]
 * @param scaleSeconds in seconds, above 0: the delay that is exceeded with probability 1/e
 */
public record Weibull(double shape, double scaleSeconds) implements DelayLaw {
  public Weibull {
    Check.within("shape", shape, Gamma.LEAST_SHAPE, Gamma.MOST_SHAPE);
    Check.positive("scaleSeconds", scaleSeconds);
  }

  /** The law with the given shape and mean in seconds: scale = mean / gamma(1 + 1 / shape). */
  public static Weibull ofMean(double shape, double meanSeconds) {
    Check.positive("meanSeconds", meanSeconds);
    return new Weibull(shape, meanSeconds / new Weibull(shape, 1).meanSeconds());
  }

  @Override
  public double delaySeconds(double u) {
    double unitExponential = -StrictMath.log1p(-u);
    return scaleSeconds * StrictMath.pow(unitExponential, 1 / shape);
  }

  /**
   * With the hazard H = (a / scale)^shape gone by and a unit exponential E to come: a ((1 + E /
   * H)^(1 / shape) - 1).
   */
  @Override
  public double remainingSeconds(double ageSeconds, double u) {
    double past = StrictMath.pow(ageSeconds / scaleSeconds, shape);
    if (past == 0) {
      return delaySeconds(u);
    }
    double growth = StrictMath.log1p(-StrictMath.log1p(-u) / past) / shape;
    return ageSeconds * StrictMath.expm1(growth);
  }

  /** scale gamma(1 + 1 / shape). */
  @Override
  public double meanSeconds() {
    return scaleSeconds * StrictMath.exp(IncompleteGamma.logGamma(1 + 1 / shape));
  }

  /** mean^2 (gamma(1 + 2 / shape) / gamma(1 + 1 / shape)^2 - 1). */
  @Override
  public double varianceSeconds2() {
    double mean = meanSeconds();
    double logSecond = IncompleteGamma.logGamma(1 + 2 / shape);
    double logFirst = IncompleteGamma.logGamma(1 + 1 / shape);
    return mean * mean * StrictMath.expm1(logSecond - 2 * logFirst);
  }

  @Override
  public double cdf(double seconds) {
    return seconds <= 0 ? 0 : -StrictMath.expm1(-StrictMath.pow(seconds / scaleSeconds, shape));
  }

  @Override
  public Weibull scaled(double factor) {
    return new Weibull(shape, scaleSeconds * Check.factor(factor));
  }

  @Override
  public String describe() {
    return "Weibull, shape " + Words.number(shape) + ", scale " + Words.duration(scaleSeconds);
  }
}
