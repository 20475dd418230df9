package hebe.sim.law;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One of several Erlang laws, chosen at random: F(t) = sum of p_i P(stages_i, t / stageMean_i),
 * with P the regularized lower incomplete gamma function.
 *
 * <p>As phases, branches of the same stage mean share one chain of stages and start at different
 * places in it. Draws invert F numerically, to a relative error below 1e-12.
 *
 * @param branches at least one; their probabilities add up to 1, up to 1e-9
 */
public record ErlangMixture(List<Branch> branches) implements DelayLaw {

  /**
   * One of the Erlang laws.
   *
   * @param probability of being chosen, in (0, 1]
   * @param stages number of exponential stages, 1 to 1000
   * @param stageMeanSeconds mean of each stage in seconds, above 0
   */
  public record Branch(double probability, int stages, double stageMeanSeconds) {
    public Branch {
      Check.positive("probability", Check.within("probability", probability, 0, 1));
      Check.within("stages", stages, 1, Gamma.MOST_SHAPE);
      Check.positive("stageMeanSeconds", stageMeanSeconds);
    }

    private double meanSeconds() {
      return stages * stageMeanSeconds;
    }
  }

  public ErlangMixture {
    branches = List.copyOf(branches);
    Check.within("sum of the probabilities", whole(branches), 1 - 1e-9, 1 + 1e-9);
  }

  private static double whole(List<Branch> branches) {
    double sum = 0;
    for (Branch branch : branches) {
      sum += branch.probability();
    }
    return sum;
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

  /** sum of p_i (mean_i^2 / stages_i + (mean_i - mean)^2). */
  @Override
  public double varianceSeconds2() {
    double mean = meanSeconds();
    double sum = 0;
    for (Branch branch : branches) {
      double own = branch.meanSeconds();
      sum += branch.probability() * (own * own / branch.stages() + (own - mean) * (own - mean));
    }
    return sum;
  }

  @Override
  public double cdf(double seconds) {
    return seconds <= 0 ? 0 : new Mixture(branches, 1).at(seconds).cdf();
  }

  @Override
  public ErlangMixture scaled(double factor) {
    Check.factor(factor);
    return new ErlangMixture(
        branches.stream()
            .map(b -> new Branch(b.probability(), b.stages(), b.stageMeanSeconds() * factor))
            .toList());
  }

  /** A chain of stages for each stage mean; the start probabilities are scaled to add up to 1. */
  @Override
  public Optional<PhaseType> phases() {
    double whole = whole(branches);
    Map<Double, double[]> startsWithStagesLeft = new LinkedHashMap<>();
    for (Branch branch : branches) {
      double[] starts = startsWithStagesLeft.getOrDefault(branch.stageMeanSeconds(), new double[0]);
      starts = Arrays.copyOf(starts, Math.max(starts.length, branch.stages()));
      starts[branch.stages() - 1] += branch.probability() / whole;
      startsWithStagesLeft.put(branch.stageMeanSeconds(), starts);
    }
    return Optional.of(
        new PhaseType(
            startsWithStagesLeft.entrySet().stream()
                .flatMap(chain -> chain(chain.getKey(), chain.getValue()).stream())
                .toList()));
  }

  private static List<PhaseType.Phase> chain(double stageMeanSeconds, double[] starts) {
    PhaseType.Phase[] phases = new PhaseType.Phase[starts.length];
    double perSecond = 1 / stageMeanSeconds;
    for (int left = starts.length; left >= 1; left--) {
      phases[starts.length - left] =
          new PhaseType.Phase(
              Math.min(1, starts[left - 1]), left == 1 ? 0 : perSecond, left == 1 ? perSecond : 0);
    }
    return List.of(phases);
  }

  @Override
  public String describe() {
    return "mixture of " + branches.size() + " Erlang laws, mean " + Words.duration(meanSeconds());
  }

  /** The law over the unit of time; every sum has positive terms only, so none cancels. */
  private record Mixture(List<Branch> branches, double unitSeconds) implements Inversion.SmoothLaw {
    @Override
    public Inversion.Point at(double time) {
      double cdf = 0;
      double survival = 0;
      double density = 0;
      for (Branch branch : branches) {
        double unit = branch.stageMeanSeconds() / unitSeconds;
        Inversion.Point point = new IncompleteGamma(branch.stages()).at(time / unit);
        cdf += branch.probability() * point.cdf();
        survival += branch.probability() * point.survival();
        density += branch.probability() * point.density() / unit;
      }
      return new Inversion.Point(Math.min(1, cdf), Math.min(1, survival), density);
    }
  }
}
