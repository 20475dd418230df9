package hebe.sim.law.fit;

import hebe.sim.law.DelayLaw;
import hebe.sim.law.Deterministic;
import hebe.sim.law.Erlang;
import hebe.sim.law.ErlangMixture;
import java.util.OptionalDouble;

/**
 * A law, another of few exponential phases that stands for it, and how far the two are apart.
 *
 * <p>The mean is that of the law, up to rounding. With cv2 the variance over the mean squared:
 *
 * <ul>
 *   <li>a law that has phases, and the fixed delay of 0 s, stand for themselves;
 *   <li>cv2 at most 1 / order: the Erlang law of this order. No law of so many phases has a smaller
 *       variance (Aldous and Shepp 1987, "The least variable phase type distribution is Erlang",
 *       Communications in Statistics: Stochastic Models 3(3)), so that of the law is missed;
 *   <li>else a mixture of Erlang laws: of several found by expectation and maximization, and moved
 *       to the variance of the law as little as can be, the one whose cdf is nearest. The variance
 *       is given up only where that halves the distance, as may be for tails that few phases do not
 *       reach.
 * </ul>
 *
 * @param law the law
 * @param fitted what stands for it
 * @param cdfDistance largest difference of their distribution functions, in [0, 1]
 */
public record PhaseFit(DelayLaw law, DelayLaw fitted, double cdfDistance) {
  /** Most phases of a fit. */
  public static final int MOST_ORDER = 100;

  private static final double SAME = 1e-9;

  /**
   * Fits a law.
   *
   * @param order most phases, 1 to 100
   */
  public static PhaseFit of(DelayLaw law, int order) {
    if (order < 1 || order > MOST_ORDER) {
      throw new IllegalArgumentException(
          "order: expected 1 to " + MOST_ORDER + " phases, got " + order);
    }
    double mean = law.meanSeconds();
    if (law.phases().isPresent()) {
      return new PhaseFit(law, law, 0);
    }
    if (mean == 0) {
      return new PhaseFit(law, new Deterministic(0), 0);
    }
    DelayLaw unit = law.scaled(1 / mean);
    if (order == 1 || unit.varianceSeconds2() <= 1.0 / order) {
      return measured(law, new Erlang(order, mean));
    }
    return mixture(law, unit, order);
  }

  private static PhaseFit mixture(DelayLaw law, DelayLaw unit, int order) {
    ErlangMixture best = Moments.two(unit.varianceSeconds2());
    double least = Double.POSITIVE_INFINITY;
    for (ErlangMixture candidate : Candidates.of(unit, order)) {
      double weighed = Distance.rough(unit, candidate) * (keepsVariance(unit, candidate) ? 1 : 2);
      if (weighed < least) {
        least = weighed;
        best = candidate;
      }
    }
    return measured(law, best.scaled(law.meanSeconds()));
  }

  private static boolean keepsVariance(DelayLaw unit, DelayLaw candidate) {
    return Math.abs(candidate.varianceSeconds2() / unit.varianceSeconds2() - 1) < SAME;
  }

  private static PhaseFit measured(DelayLaw law, DelayLaw fitted) {
    return new PhaseFit(law, fitted, Distance.of(law, fitted));
  }

  /** Whether the law stands for itself. */
  public boolean exact() {
    return law.equals(fitted);
  }

  /** Number of phases of the fit; 0 for the fixed delay of 0 s. */
  public int phases() {
    return fitted.phases().map(type -> type.phases().size()).orElse(0);
  }

  /** (mean of the fit - mean of the law) / mean of the law; 0 for a law of mean 0. */
  public double meanError() {
    double mean = law.meanSeconds();
    return mean == 0 ? 0 : fitted.meanSeconds() / mean - 1;
  }

  /** The same for the variance; empty for a law that has none, as a fixed delay. */
  public OptionalDouble varianceError() {
    double variance = law.varianceSeconds2();
    return variance == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(fitted.varianceSeconds2() / variance - 1);
  }
}
