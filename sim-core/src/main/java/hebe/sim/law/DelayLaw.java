package hebe.sim.law;

import java.util.Optional;

/**
 * Law of a delay: a random time in seconds, never negative.
 *
 * <p>A draw takes one uniform and inverts the distribution function, so a larger uniform never
 * waits shorter. Everything is computed with {@link StrictMath}: a draw has the same bits on every
 * platform. Scaling by a power of two scales every draw exactly.
 */
public sealed interface DelayLaw
    permits Deterministic,
        Empirical,
        Erlang,
        ErlangMixture,
        Exponential,
        Gamma,
        Hyperexponential,
        Hypoexponential,
        LogNormal,
        Uniform,
        Weibull {

  /** The delay in seconds at the uniform u in (0, 1), by inversion: a larger u waits longer. */
  double delaySeconds(double u);

  /**
   * What is left of the delay in seconds once it is known to exceed an age a, by inversion: Q(F(a)
   * + u (1 - F(a))) - a with the quantile function Q, computed by survival functions where F is
   * near 1. At age 0 it is {@link #delaySeconds}; where nothing exceeds the age it is 0.
   *
   * @param ageSeconds at least 0
   * @param u in (0, 1)
   */
  double remainingSeconds(double ageSeconds, double u);

  /** The mean in seconds, at least 0. */
  double meanSeconds();

  /** The variance in seconds squared, at least 0. */
  double varianceSeconds2();

  /** Probability in [0, 1] that the delay is at most {@code seconds}; NaN at NaN. */
  double cdf(double seconds);

  /** The law of the delay multiplied by a factor, which is finite and above 0. */
  DelayLaw scaled(double factor);

  /** The law in words, with units, for people: "exponential, mean 30 d". */
  String describe();

  /**
   * The delay in seconds that is exceeded with probability 1 - p.
   *
   * @param p in (0, 1)
   */
  default double quantileSeconds(double p) {
    if (!(p > 0 && p < 1)) {
      throw new IllegalArgumentException("p: expected a probability in (0, 1), got " + p);
    }
    return delaySeconds(p);
  }

  /** The law as a walk through exponential phases, if it is one exactly; otherwise empty. */
  default Optional<PhaseType> phases() {
    return Optional.empty();
  }

  /** Whether a delay depends on the uniform; a law that is not random needs no stream. */
  default boolean random() {
    return true;
  }
}
