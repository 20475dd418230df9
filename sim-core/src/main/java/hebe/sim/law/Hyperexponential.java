package hebe.sim.law;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One of several exponential laws, chosen at random: F(t) = sum of p_i (1 - exp(-t / mean_i)).
 *
 * <p>Draws invert F numerically, to a relative error below 1e-12.
 *
 * @param branches at least one; their probabilities add up to 1, up to 1e-9
 */
public record Hyperexponential(List<Branch> branches) implements DelayLaw {

  /**
   * One of the exponential laws.
   *
   * @param probability of being chosen, in (0, 1]
   * @param meanSeconds mean in seconds, above 0
   */
  public record Branch(double probability, double meanSeconds) {
    public Branch {
      Check.positive("probability", Check.within("probability", probability, 0, 1));
      Check.positive("meanSeconds", meanSeconds);
    }
  }

  public Hyperexponential {
    branches = List.copyOf(branches);
    double sum = 0;
    for (Branch branch : branches) {
      sum += branch.probability();
    }
    Check.within("sum of the probabilities", sum, 1 - 1e-9, 1 + 1e-9);
  }

  @Override
  public double delaySeconds(double u) {
    double mean = meanSeconds();
    return mean * Inversion.quantile(new Mixture(branches, mean), u, 1);
  }

  @Override
  public double remainingSeconds(double ageSeconds, double u) {
    double mean = meanSeconds();
    return mean * Inversion.remaining(new Mixture(branches, mean), ageSeconds / mean, u, 1);
  }

  @Override
  public double meanSeconds() {
    double sum = 0;
    for (Branch branch : branches) {
      sum += branch.probability() * branch.meanSeconds();
    }
    return sum;
  }

  /** sum of p_i (mean_i^2 + (mean_i - mean)^2). */
  @Override
  public double varianceSeconds2() {
    double mean = meanSeconds();
    double sum = 0;
    for (Branch branch : branches) {
      double own = branch.meanSeconds();
      sum += branch.probability() * (own * own + (own - mean) * (own - mean));
    }
    return sum;
  }

  @Override
  public double cdf(double seconds) {
    return seconds <= 0 ? 0 : new Mixture(branches, 1).at(seconds).cdf();
  }

  @Override
  public Hyperexponential scaled(double factor) {
    Check.factor(factor);
    return new Hyperexponential(
        branches.stream()
            .map(branch -> new Branch(branch.probability(), branch.meanSeconds() * factor))
            .toList());
  }

  /** Parallel phases; their start probabilities are scaled to add up to 1. */
  @Override
  public Optional<PhaseType> phases() {
    double sum = 0;
    for (Branch branch : branches) {
      sum += branch.probability();
    }
    double whole = sum;
    return Optional.of(
        new PhaseType(
            branches.stream()
                .map(
                    branch ->
                        new PhaseType.Phase(
                            Math.min(1, branch.probability() / whole), 0, 1 / branch.meanSeconds()))
                .toList()));
  }

  @Override
  public String describe() {
    return branches.stream()
        .map(
            branch ->
                Words.number(branch.probability())
                    + " with mean "
                    + Words.duration(branch.meanSeconds()))
        .collect(Collectors.joining(", ", "hyperexponential, ", ""));
  }

  /** The law over the unit of time; every sum has positive terms only, so none cancels. */
  private record Mixture(List<Branch> branches, double unitSeconds) implements Inversion.SmoothLaw {
    @Override
    public Inversion.Point at(double time) {
      double cdf = 0;
      double survival = 0;
      double density = 0;
      for (Branch branch : branches) {
        double age = time / (branch.meanSeconds() / unitSeconds);
        double left = branch.probability() * StrictMath.exp(-age);
        cdf -= branch.probability() * StrictMath.expm1(-age);
        survival += left;
        density += left / (branch.meanSeconds() / unitSeconds);
      }
      return new Inversion.Point(Math.min(1, cdf), survival, density);
    }
  }
}
