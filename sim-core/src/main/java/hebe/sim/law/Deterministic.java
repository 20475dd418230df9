package hebe.sim.law;

/**
 * A fixed delay; it owns no stream.
 *
 * @param seconds the delay in seconds, at least 0
 */
public record Deterministic(double seconds) implements DelayLaw {
  public Deterministic {
    Check.notNegative("seconds", seconds);
  }

  @Override
  public double delaySeconds(double u) {
    return seconds;
  }

  @Override
  public double remainingSeconds(double ageSeconds, double u) {
    return Math.max(0, seconds - ageSeconds);
  }

  @Override
  public double meanSeconds() {
    return seconds;
  }

  @Override
  public double varianceSeconds2() {
    return 0;
  }

  @Override
  public double cdf(double time) {
    return Double.isNaN(time) ? Double.NaN : time < seconds ? 0 : 1;
  }

  @Override
  public boolean random() {
    return false;
  }

  @Override
  public Deterministic scaled(double factor) {
    return new Deterministic(seconds * Check.factor(factor));
  }

  @Override
  public String describe() {
    return "always " + Words.duration(seconds);
  }
}
