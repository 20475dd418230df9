package hebe.sim.law.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hebe.sim.law.DelayLaw;
import hebe.sim.law.Deterministic;
import hebe.sim.law.Empirical;
import hebe.sim.law.Erlang;
import hebe.sim.law.ErlangMixture;
import hebe.sim.law.Exponential;
import hebe.sim.law.Gamma;
import hebe.sim.law.LogNormal;
import hebe.sim.law.Uniform;
import hebe.sim.law.Weibull;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PhaseFitTest {

  /** The usual laws, and the largest distance of the cdfs that 16 phases may leave. */
  static Stream<Arguments> usual() {
    return Stream.of(
        Arguments.of(new Uniform(0, 3600), 0.05),
        Arguments.of(new Uniform(10, 35), 0.07),
        Arguments.of(Weibull.ofMean(0.7, 9000), 0.001),
        Arguments.of(Weibull.ofMean(2, 9000), 0.001),
        Arguments.of(Weibull.ofMean(4, 9000), 0.05),
        Arguments.of(new LogNormal(300, 0.8), 0.003),
        Arguments.of(new LogNormal(300, 1.5), 0.007),
        Arguments.of(new Gamma(0.5, 60), 0.003),
        Arguments.of(new Gamma(2.5, 60), 0.001),
        Arguments.of(new Gamma(40, 60), 0.13));
  }

  @ParameterizedTest
  @MethodSource("usual")
  void mixture_sixteenPhases_keepsTheMomentsAndIsNear(DelayLaw law, double distance) {
    PhaseFit fit = PhaseFit.of(law, 16);
    assertThat(fit.fitted().meanSeconds()).isCloseTo(law.meanSeconds(), relative(law, 1e-12));
    double mean2 = law.meanSeconds() * law.meanSeconds();
    // No law of 16 phases has less than mean^2 / 16.
    double variance = Math.max(law.varianceSeconds2(), mean2 / 16);
    assertThat(fit.fitted().varianceSeconds2() / variance).isCloseTo(1, within(1e-11));
    assertThat(fit.phases()).isBetween(2, 16);
    assertThat(fit.cdfDistance()).isPositive().isLessThan(distance);
    // Quantiles that the fit has not looked at; between its own the cdf moves by 0.002 at most.
    for (double u = 0.00037; u < 1; u += 0.00173) {
      double seconds = law.quantileSeconds(u);
      assertThat(fit.fitted().cdf(seconds))
          .isCloseTo(law.cdf(seconds), within(fit.cdfDistance() + 0.002));
    }
  }

  @ParameterizedTest
  @MethodSource("usual")
  void distance_moreStages_isSmaller(DelayLaw law, double unused) {
    double previous = 1;
    for (int order : new int[] {4, 8, 16, 32}) {
      double distance = PhaseFit.of(law, order).cdfDistance();
      assertThat(distance).as("order " + order).isLessThan(previous);
      previous = distance;
    }
  }

  @Test
  void fixedDelay_isTheErlangLaw() {
    PhaseFit fit = PhaseFit.of(new Deterministic(600), 4);
    assertThat(fit.fitted()).isEqualTo(new Erlang(4, 600));
    assertThat(fit.meanError()).isZero();
    assertThat(fit.varianceError()).isEmpty();
    // At the jump: 1 - exp(-4) (1 + 4 + 8 + 32/3) = 0.566530, against 0 before it and 1 at it.
    double erlang = 1 - StrictMath.exp(-4) * (13 + 32.0 / 3);
    assertThat(fit.cdfDistance()).isCloseTo(erlang, within(1e-12));
  }

  @Test
  void lawOfLittleVariance_isTheErlangLaw_andTheVarianceIsMissed() {
    // cv2 of gamma(40) is 1/40, of 16 stages 1/16: 40/16 - 1 too much.
    PhaseFit fit = PhaseFit.of(new Gamma(40, 3), 16);
    assertThat(fit.fitted()).isEqualTo(new Erlang(16, 120));
    assertThat(fit.varianceError().orElseThrow()).isCloseTo(1.5, within(1e-12));
    assertThat(PhaseFit.of(new Gamma(40, 3), 40).cdfDistance()).isLessThan(1e-9);
  }

  @Test
  void lawsOfPhases_standForThemselves() {
    for (DelayLaw law : List.of(new Exponential(5), new Erlang(300, 5), new Deterministic(0))) {
      PhaseFit fit = PhaseFit.of(law, 2);
      assertThat(fit.fitted()).isEqualTo(fit.law()).isEqualTo(law);
      assertThat(fit.exact()).isTrue();
      assertThat(fit.cdfDistance()).isZero();
    }
    PhaseFit zeros = PhaseFit.of(new Empirical(List.of(0.0, 0.0)), 2);
    assertThat(zeros.fitted()).isEqualTo(new Deterministic(0));
    assertThat(zeros.meanError()).isZero();
    assertThat(zeros.phases()).isZero();
  }

  @Test
  void sample_keepsItsMoments() {
    Empirical sample = new Empirical(List.of(1.0, 2.0, 2.0, 7.5, 60.0));
    PhaseFit fit = PhaseFit.of(sample, 8);
    assertThat(fit.meanError()).isCloseTo(0, within(1e-12));
    assertThat(fit.varianceError().orElseThrow()).isCloseTo(0, within(1e-11));
    // Two of five values are equal: a smooth law misses the jump of 0.4 by half of it at least.
    assertThat(fit.cdfDistance()).isBetween(0.2, 0.25);
    double widest = 0;
    for (double value : sample.sortedSeconds()) {
      double fitted = fit.fitted().cdf(value);
      widest = Math.max(widest, Math.abs(sample.cdf(value) - fitted));
      widest = Math.max(widest, Math.abs(sample.cdf(value - 1e-9) - fitted));
    }
    assertThat(fit.cdfDistance()).isGreaterThanOrEqualTo(widest - 1e-12);
  }

  @Test
  void tailBeyondTheReach_missesTheVariance_andSaysSo() {
    PhaseFit fit = PhaseFit.of(new LogNormal(60, 2.5), 8);
    assertThat(fit.meanError()).isCloseTo(0, within(1e-12));
    assertThat(fit.varianceError().orElseThrow()).isBetween(-0.9, -0.5);
    assertThat(fit.cdfDistance()).isLessThan(0.01);
  }

  @Test
  void twoMoments_anyVariance_areMet() {
    for (double cv2 : new double[] {0.01, 0.124, 0.125, 0.126, 0.5, 0.77, 1, 1.5, 40}) {
      ErlangMixture mixture = Moments.two(cv2);
      assertThat(mixture.meanSeconds()).isCloseTo(1, within(1e-12));
      assertThat(mixture.varianceSeconds2()).isCloseTo(cv2, within(1e-10 * cv2));
    }
  }

  @Test
  void scaling_byAPowerOfTwo_scalesTheFit() {
    DelayLaw law = Weibull.ofMean(0.7, 1.25);
    ErlangMixture fitted = (ErlangMixture) PhaseFit.of(law, 8).fitted();
    assertThat(PhaseFit.of(law.scaled(1024), 8).fitted()).isEqualTo(fitted.scaled(1024));
  }

  @Test
  void moreValuesThanNodes_areFittedByTheirQuantiles() {
    List<Double> values = new java.util.ArrayList<>(Collections.nCopies(1500, 10.0));
    values.addAll(Collections.nCopies(500, 50.0));
    PhaseFit fit = PhaseFit.of(new Empirical(values), 16);
    assertThat(fit.meanError()).isCloseTo(0, within(1e-12));
    assertThat(fit.cdfDistance()).isBetween(0.375, 0.5);
  }

  @Test
  void order_outOfRange_isRefused() {
    for (int order : new int[] {0, 101}) {
      assertThatThrownBy(() -> PhaseFit.of(new Deterministic(1), order))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("order: expected 1 to 100 phases, got " + order);
    }
  }

  private static org.assertj.core.data.Offset<Double> relative(DelayLaw law, double relative) {
    return within(relative * law.meanSeconds());
  }
}
