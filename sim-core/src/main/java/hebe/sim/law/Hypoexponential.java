package hebe.sim.law;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The sum of exponential stages one after another; their means may differ, be equal or nearly so.
 *
 * <p>F(t) is the entry (first stage, end) of the matrix exponential of the stages' generator;
 * {@link StageChain} says how. Draws invert F numerically, to a relative error below 1e-12. A draw
 * costs time with the cube of the number of stages; for equal stages {@link Erlang} is faster.
 *
 * @param stageMeansSeconds mean of each stage in seconds, above 0; 1 to 100 stages
 */
public record Hypoexponential(List<Double> stageMeansSeconds) implements DelayLaw {
  public Hypoexponential {
    stageMeansSeconds = List.copyOf(stageMeansSeconds);
    Check.within("number of stages", stageMeansSeconds.size(), 1, 100);
    for (int i = 0; i < stageMeansSeconds.size(); i++) {
      Check.positive("stageMeansSeconds[" + i + "]", stageMeansSeconds.get(i));
    }
  }

  @Override
  public double delaySeconds(double u) {
    double mean = meanSeconds();
    return mean * Inversion.quantile(new StageChain(stageMeansSeconds, mean), u, 1);
  }

  @Override
  public double remainingSeconds(double ageSeconds, double u) {
    double mean = meanSeconds();
    return mean
        * Inversion.remaining(new StageChain(stageMeansSeconds, mean), ageSeconds / mean, u, 1);
  }

  @Override
  public double meanSeconds() {
    double sum = 0;
    for (double mean : stageMeansSeconds) {
      sum += mean;
    }
    return sum;
  }

  @Override
  public double varianceSeconds2() {
    double sum = 0;
    for (double mean : stageMeansSeconds) {
      sum += mean * mean;
    }
    return sum;
  }

  @Override
  public double cdf(double seconds) {
    return seconds <= 0 ? 0 : new StageChain(stageMeansSeconds, 1).at(seconds).cdf();
  }

  @Override
  public Hypoexponential scaled(double factor) {
    Check.factor(factor);
    return new Hypoexponential(stageMeansSeconds.stream().map(mean -> mean * factor).toList());
  }

  @Override
  public Optional<PhaseType> phases() {
    return Optional.of(PhaseType.sequence(stageMeansSeconds));
  }

  @Override
  public String describe() {
    return stageMeansSeconds.stream()
        .map(Words::duration)
        .collect(Collectors.joining(", then ", "hypoexponential, stages of mean ", ""));
  }
}
