package hebe.sim.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hebe.sim.law.Hyperexponential.Branch;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Single laws: pencil values, factories and range checks. */
class LawTest {

  @Test
  void moments_pencil_agree() {
    check(new Exponential(7), 7, 49);
    check(new Deterministic(7), 7, 0);
    check(new Uniform(2, 8), 5, 3); // 6^2 / 12
    check(new Erlang(4, 8), 8, 16); // 4 stages of variance 2^2
    check(new Hypoexponential(List.of(1.0, 2.0, 4.0)), 7, 21); // 1 + 4 + 16
    // second moment 2 (1/4 * 4^2 + 3/4 * 8^2) = 104
    check(new Hyperexponential(List.of(new Branch(0.25, 4), new Branch(0.75, 8))), 7, 104 - 49);
    check(new Weibull(0.5, 3), 6, 180); // scale G(3) = 6; second moment 9 G(5) = 216
    check(new Weibull(1, 7), 7, 49);
    check(new Gamma(2.5, 4), 10, 40);
    check(new Empirical(List.of(1.0, 2.0, 6.0)), 3, 14.0 / 3); // (4 + 1 + 9) / 3
    // median e^2, logSigma 1: mean e^2.5, variance e^5 (e - 1)
    check(LogNormal.ofLogMeanAndLogSigma(2, 1), Math.exp(2.5), Math.exp(5) * (Math.E - 1));
  }

  @Test
  void factories_wantedMoments_areMet() {
    check(Exponential.ofRate(0.25), 4, 16);
    check(LogNormal.ofMeanAndCv(10, 2), 10, 400);
    assertThat(Weibull.ofMean(0.7, 100).meanSeconds()).isCloseTo(100, within(1e-11));
    assertThat(Weibull.ofMean(0.7, 100).shape()).isEqualTo(0.7);
    check(Gamma.ofMean(4, 10), 10, 25);
  }

  @Test
  void weibull_shape1000_varianceKeepsItsDigits() {
    // gamma(1.002) - gamma(1.001)^2 by mpmath with 60 digits, about (pi^2 / 6) / 1000^2
    assertThat(new Weibull(1000, 1).varianceSeconds2())
        .isCloseTo(1.64064268148499e-6, within(1e-15));
  }

  @Test
  void empirical_inverse_isAStepFunction() {
    Empirical law = new Empirical(List.of(1.0, 2.0, 2.0, 7.0));
    assertThat(law.delaySeconds(1e-12)).isEqualTo(1);
    assertThat(law.delaySeconds(0.25)).isEqualTo(1);
    assertThat(law.delaySeconds(0.2500001)).isEqualTo(2);
    assertThat(law.delaySeconds(0.75)).isEqualTo(2);
    assertThat(law.delaySeconds(0.7500001)).isEqualTo(7);
    assertThat(law.delaySeconds(1 - 1e-12)).isEqualTo(7);
    assertThat(law.cdf(0.999)).isZero();
    assertThat(law.cdf(1)).isEqualTo(0.25);
    assertThat(law.cdf(2)).isEqualTo(0.75);
    assertThat(law.cdf(6.999)).isEqualTo(0.75);
    assertThat(law.cdf(7)).isEqualTo(1);
  }

  @Test
  void deterministic_anyUniform_isNotRandom() {
    assertThat(new Deterministic(5).random()).isFalse();
    assertThat(new Deterministic(5).delaySeconds(0.3)).isEqualTo(5);
    assertThat(new Deterministic(5).cdf(4.999)).isZero();
    assertThat(new Deterministic(5).cdf(5)).isEqualTo(1);
    assertThat(new Exponential(5).random()).isTrue();
  }

  @Test
  void describe_everyKind_saysParametersAndUnits() {
    assertThat(new Exponential(30 * 86_400.0).describe()).isEqualTo("exponential, mean 30 d");
    assertThat(new Deterministic(0).describe()).isEqualTo("always 0 s");
    assertThat(new Uniform(0.0002, 90).describe()).isEqualTo("uniform, 0.2 ms to 90 s");
    assertThat(new Weibull(0.7, 9000 * 3600.0).describe())
        .isEqualTo("Weibull, shape 0.7, scale 375 d");
    assertThat(new Gamma(2, 600).describe()).isEqualTo("gamma, shape 2, scale 10 min");
    assertThat(new Erlang(3, 10_800).describe()).isEqualTo("Erlang, 3 stages, mean 3 h");
    assertThat(new LogNormal(600, 1 / 3.0).describe())
        .isEqualTo("lognormal, median 10 min, standard deviation of the logarithm 0.333333");
    assertThat(new Hypoexponential(List.of(1.0, 7200.0)).describe())
        .isEqualTo("hypoexponential, stages of mean 1 s, then 2 h");
    assertThat(new Hyperexponential(List.of(new Branch(0.9, 1), new Branch(0.1, 60))).describe())
        .isEqualTo("hyperexponential, 0.9 with mean 1 s, 0.1 with mean 60 s");
    assertThat(new Empirical(List.of(1.0, 2.5)).describe())
        .isEqualTo("empirical, 2 values, 1 s to 2.5 s");
  }

  @Test
  void parameters_outOfRange_areRefusedByName() {
    Map<String, ThrowingCallable> wrong =
        Map.ofEntries(
            Map.entry(
                "meanSeconds: expected finite and above 0, got 0.0", () -> new Exponential(0)),
            Map.entry("perSecond: expected", () -> Exponential.ofRate(-1)),
            Map.entry(
                "seconds: expected finite and at least 0, got -1", () -> new Deterministic(-1)),
            Map.entry("lowSeconds: expected", () -> new Uniform(-1, 1)),
            Map.entry("highSeconds: expected above lowSeconds = 2.0", () -> new Uniform(2, 2)),
            Map.entry("shape: expected between 0.05", () -> new Weibull(0.04, 1)),
            Map.entry("scaleSeconds: expected", () -> new Weibull(1, Double.NaN)),
            Map.entry("shape: expected between", () -> new Gamma(1001, 1)),
            Map.entry("stages: expected", () -> new Erlang(0, 1)),
            Map.entry("logSigma: expected", () -> new LogNormal(1, 0)),
            Map.entry("cv: expected", () -> LogNormal.ofMeanAndCv(1, 0)),
            Map.entry("stageMeansSeconds[1]: expected", () -> new Hypoexponential(List.of(1., 0.))),
            Map.entry("number of stages: expected", () -> new Hypoexponential(List.of())),
            Map.entry("probability: expected", () -> new Branch(0, 1)),
            Map.entry(
                "sum of the probabilities: expected",
                () -> new Hyperexponential(List.of(new Branch(0.5, 1), new Branch(0.499, 1)))),
            Map.entry(
                "sortedSeconds[1]: expected at least 2.0", () -> new Empirical(List.of(2., 1.))),
            Map.entry("sortedSeconds: expected at least one", () -> new Empirical(List.of())));
    wrong.forEach(
        (message, call) ->
            assertThatThrownBy(call)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message));
  }

  private static void check(DelayLaw law, double meanSeconds, double varianceSeconds2) {
    assertThat(law.meanSeconds()).isCloseTo(meanSeconds, within(1e-13 * meanSeconds));
    assertThat(law.varianceSeconds2())
        .isCloseTo(varianceSeconds2, within(1e-12 * varianceSeconds2));
  }
}
