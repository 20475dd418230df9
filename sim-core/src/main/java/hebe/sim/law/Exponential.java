package hebe.sim.law;

import java.util.List;
import java.util.Optional;

/**
 * The memoryless law: F(t) = 1 - exp(-t / mean).
 *
 * @param meanSeconds mean in seconds, above 0
 */
public record Exponential(double meanSeconds) implements DelayLaw {
  public Exponential {
    Check.positive("meanSeconds", meanSeconds);
  }

  /** The law with the given rate, in events per second, above 0. */
  public static Exponential ofRate(double perSecond) {
    return new Exponential(1 / Check.positive("perSecond", perSecond));
  }

  @Override
  public double delaySeconds(double u) {
    return -meanSeconds * StrictMath.log1p(-u);
  }

  /** It has no memory. */
  @Override
  public double remainingSeconds(double ageSeconds, double u) {
    return delaySeconds(u);
  }

  @Override
  public double varianceSeconds2() {
    return meanSeconds * meanSeconds;
  }

  @Override
  public double cdf(double seconds) {
    return seconds <= 0 ? 0 : -StrictMath.expm1(-seconds / meanSeconds);
  }

  @Override
  public Exponential scaled(double factor) {
    return new Exponential(meanSeconds * Check.factor(factor));
  }

  @Override
  public Optional<PhaseType> phases() {
    return Optional.of(PhaseType.sequence(List.of(meanSeconds)));
  }

  @Override
  public String describe() {
    return "exponential, mean " + Words.duration(meanSeconds);
  }
}
