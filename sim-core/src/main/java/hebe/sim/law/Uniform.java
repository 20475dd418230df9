package hebe.sim.law;

/**
 * Every delay between two bounds alike: F(t) = (t - low) / (high - low).
 *
 * @param lowSeconds least delay in seconds, at least 0
 * @param highSeconds greatest delay in seconds, above {@code lowSeconds}
 */
public record Uniform(double lowSeconds, double highSeconds) implements DelayLaw {
  public Uniform {
    Check.notNegative("lowSeconds", lowSeconds);
    Check.positive("highSeconds", highSeconds);
    if (!(lowSeconds < highSeconds)) {
      throw new IllegalArgumentException(
          "highSeconds: expected above lowSeconds = " + lowSeconds + ", got " + highSeconds);
    }
  }

  @Override
  public double delaySeconds(double u) {
    return lowSeconds + (highSeconds - lowSeconds) * u;
  }

  @Override
  public double remainingSeconds(double ageSeconds, double u) {
    return ageSeconds <= lowSeconds
        ? delaySeconds(u) - ageSeconds
        : Math.max(0, highSeconds - ageSeconds) * u;
  }

  @Override
  public double meanSeconds() {
    return lowSeconds + (highSeconds - lowSeconds) / 2;
  }

  @Override
  public double varianceSeconds2() {
    return (highSeconds - lowSeconds) * (highSeconds - lowSeconds) / 12;
  }

  @Override
  public double cdf(double seconds) {
    return Math.max(0, Math.min(1, (seconds - lowSeconds) / (highSeconds - lowSeconds)));
  }

  @Override
  public Uniform scaled(double factor) {
    Check.factor(factor);
    return new Uniform(lowSeconds * factor, highSeconds * factor);
  }

  @Override
  public String describe() {
    return "uniform, " + Words.duration(lowSeconds) + " to " + Words.duration(highSeconds);
  }
}
