package hebe.sim.law;

/**
 * The lognormal law: the logarithm of the delay is normal. F(t) = Phi(ln(t / median) / logSigma).
 *
 * @param medianSeconds median in seconds, above 0
 * @param logSigma standard deviation of the logarithm of the delay, in [0.0001, 10]
 */
public record LogNormal(double medianSeconds, double logSigma) implements DelayLaw {
  public LogNormal {
    Check.positive("medianSeconds", medianSeconds);
    Check.within("logSigma", logSigma, 1e-4, 10);
  }

  /**
   * The law with the given mean in seconds and coefficient of variation (standard deviation divided
   * by mean, above 0): logSigma^2 = ln(1 + cv^2), median = mean / sqrt(1 + cv^2).
   */
  public static LogNormal ofMeanAndCv(double meanSeconds, double cv) {
    Check.positive("meanSeconds", meanSeconds);
    double cv2 = Check.positive("cv", cv) * cv;
    double logSigma = StrictMath.sqrt(StrictMath.log1p(cv2));
    return new LogNormal(meanSeconds / StrictMath.sqrt(1 + cv2), logSigma);
  }

  /** The law of exp(X) seconds, X normal with the given mean and standard deviation. */
  public static LogNormal ofLogMeanAndLogSigma(double logMean, double logSigma) {
    return new LogNormal(StrictMath.exp(logMean), logSigma);
  }

  @Override
  public double delaySeconds(double u) {
    return medianSeconds * StrictMath.exp(logSigma * StandardNormal.quantile(u));
  }

  /**
   * Beyond an age that is exceeded with a probability below 1e-250 the law is taken at that age.
   */
  @Override
  public double remainingSeconds(double ageSeconds, double u) {
    if (ageSeconds <= 0) {
      return delaySeconds(u);
    }
    double least = -StandardNormal.quantile(Inversion.LEAST_SURVIVAL);
    double z = Math.min(least, StrictMath.log(ageSeconds / medianSeconds) / logSigma);
    double left = StandardNormal.cdf(-z);
    double head = StandardNormal.cdf(z) + u * left;
    double normal =
        head <= 0.5 ? StandardNormal.quantile(head) : -StandardNormal.quantile((1 - u) * left);
    double age = medianSeconds * StrictMath.exp(logSigma * z);
    return Math.max(0, age * StrictMath.expm1(logSigma * (normal - z)));
  }

  /** median exp(logSigma^2 / 2). */
  @Override
  public double meanSeconds() {
    return medianSeconds * StrictMath.exp(logSigma * logSigma / 2);
  }

  /** mean^2 (exp(logSigma^2) - 1). */
  @Override
  public double varianceSeconds2() {
    double mean = meanSeconds();
    return mean * mean * StrictMath.expm1(logSigma * logSigma);
  }

  @Override
  public double cdf(double seconds) {
    return seconds <= 0
        ? 0
        : StandardNormal.cdf(StrictMath.log(seconds / medianSeconds) / logSigma);
  }

  @Override
  public LogNormal scaled(double factor) {
    return new LogNormal(medianSeconds * Check.factor(factor), logSigma);
  }

  @Override
  public String describe() {
    return "lognormal, median "
        + Words.duration(medianSeconds)
        + ", standard deviation of the logarithm "
        + Words.number(logSigma);
  }
}
