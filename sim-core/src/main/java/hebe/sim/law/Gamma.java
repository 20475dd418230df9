package hebe.sim.law;

/**
 * The gamma law: F(t) = P(shape, t / scale), the regularized lower incomplete gamma function.
 *
 * <p>Draws invert F numerically, to a relative error below 1e-12.
 *
 * @param shape in [0.05, 1000]
 * @param scaleSeconds in seconds, above 0
 */
public record Gamma(double shape, double scaleSeconds) implements DelayLaw {
  static final double LEAST_SHAPE = 0.05;
  static final double MOST_SHAPE = 1000;

  public Gamma {
    Check.within("shape", shape, LEAST_SHAPE, MOST_SHAPE);
    Check.positive("scaleSeconds", scaleSeconds);
  }

  /** The law with the given shape and mean in seconds: scale = mean / shape. */
  public static Gamma ofMean(double shape, double meanSeconds) {
    return new Gamma(shape, Check.positive("meanSeconds", meanSeconds) / shape);
  }

  @Override
  public double delaySeconds(double u) {
    return scaleSeconds * new IncompleteGamma(shape).quantile(u);
  }

  @Override
  public double remainingSeconds(double ageSeconds, double u) {
    return scaleSeconds
        * Inversion.remaining(new IncompleteGamma(shape), ageSeconds / scaleSeconds, u, shape);
  }

  @Override
  public double meanSeconds() {
    return shape * scaleSeconds;
  }

  @Override
  public double varianceSeconds2() {
    return shape * scaleSeconds * scaleSeconds;
  }

  @Override
  public double cdf(double seconds) {
    return seconds <= 0 ? 0 : new IncompleteGamma(shape).cdf(seconds / scaleSeconds);
  }

  @Override
  public Gamma scaled(double factor) {
    return new Gamma(shape, scaleSeconds * Check.factor(factor));
  }

  @Override
  public String describe() {
    return "gamma, shape " + Words.number(shape) + ", scale " + Words.duration(scaleSeconds);
  }
}
