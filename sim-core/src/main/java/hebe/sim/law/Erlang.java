package hebe.sim.law;

import java.util.Collections;
import java.util.Optional;

/**
 * The sum of equal exponential stages: the gamma law with shape {@code stages} and scale mean /
 * stages.
 *
 * <p>Draws invert F numerically, to a relative error below 1e-12.
 *
 * @param stages number of stages, 1 to 1000
 * @param meanSeconds mean of the sum in seconds, above 0
 */
public record Erlang(int stages, double meanSeconds) implements DelayLaw {
  public Erlang {
    Check.within("stages", stages, 1, Gamma.MOST_SHAPE);
    Check.positive("meanSeconds", meanSeconds);
  }

  private Gamma gamma() {
    return new Gamma(stages, meanSeconds / stages);
  }

  @Override
  public double delaySeconds(double u) {
    return gamma().delaySeconds(u);
  }

  @Override
  public double remainingSeconds(double ageSeconds, double u) {
    return gamma().remainingSeconds(ageSeconds, u);
  }

  @Override
  public double varianceSeconds2() {
    return meanSeconds * meanSeconds / stages;
  }

  @Override
  public double cdf(double seconds) {
    return gamma().cdf(seconds);
  }

  @Override
  public Erlang scaled(double factor) {
    return new Erlang(stages, meanSeconds * Check.factor(factor));
  }

  @Override
  public Optional<PhaseType> phases() {
    return Optional.of(PhaseType.sequence(Collections.nCopies(stages, meanSeconds / stages)));
  }

  @Override
  public String describe() {
    return "Erlang, " + stages + " stages, mean " + Words.duration(meanSeconds);
  }
}
