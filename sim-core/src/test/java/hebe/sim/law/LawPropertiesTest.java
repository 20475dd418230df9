package hebe.sim.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hebe.sim.random.Streams;
import hebe.sim.stat.Tally;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every law. */
class LawPropertiesTest {

  @Test
  void samples_everyPermittedLaw_occurs() {
    Set<Class<?>> sampled = LawSamples.all().map(Object::getClass).collect(Collectors.toSet());
    assertThat(sampled).isEqualTo(new HashSet<>(Set.of(DelayLaw.class.getPermittedSubclasses())));
  }

  @ParameterizedTest
  @MethodSource("hebe.sim.law.LawSamples#all")
  void delay_largerUniform_neverShorter(DelayLaw law) {
    double previous = 0;
    for (double u = 1e-12; u < 1; u = u < 1e-3 ? 2 * u : u + 1e-3) {
      double delay = law.delaySeconds(u);
      assertThat(delay).isGreaterThanOrEqualTo(previous).isFinite();
      previous = delay;
    }
  }

  @ParameterizedTest
  @MethodSource("hebe.sim.law.LawSamples#continuous")
  void quantileOfCdf_insideTheLaw_isTheTime(DelayLaw law) {
    for (double u : new double[] {0.001, 0.1, 0.4999, 0.5001, 0.9, 0.999}) {
      double seconds = law.quantileSeconds(u) * (1 + 1e-4);
      assertThat(law.quantileSeconds(law.cdf(seconds)) / seconds).isCloseTo(1, within(1e-10));
    }
  }

  @ParameterizedTest
  @MethodSource("hebe.sim.law.LawSamples#all")
  void remaining_atAgeZero_isTheWholeDelay(DelayLaw law) {
    for (double u : new double[] {1e-9, 0.2, 0.5, 0.9, 1 - 1e-9}) {
      assertThat(law.remainingSeconds(0, u)).isEqualTo(law.delaySeconds(u));
    }
  }

  @ParameterizedTest
  @MethodSource("hebe.sim.law.LawSamples#continuous")
  void remaining_beyondAnAge_isOfTheLawGivenThatAge(DelayLaw law) {
    // P(X > a + r) = (1 - u) P(X > a)
    for (double past : new double[] {0.001, 0.3, 0.5, 0.9, 0.9999}) {
      double age = law.quantileSeconds(past);
      double previous = 0;
      for (double u : new double[] {0.001, 0.1, 0.5, 0.9, 0.999}) {
        double left = law.remainingSeconds(age, u);
        double survival = 1 - law.cdf(age + left);
        assertThat(survival / ((1 - u) * (1 - law.cdf(age)))).isCloseTo(1, within(1e-8));
        assertThat(left).isGreaterThan(previous);
        previous = left;
      }
    }
  }

  @ParameterizedTest
  @MethodSource("hebe.sim.law.LawSamples#all")
  void remaining_scaledByPowersOfTwo_scalesExactly(DelayLaw law) {
    double age = 0.8 * law.meanSeconds();
    for (double u : new double[] {0.01, 0.4, 0.95}) {
      assertThat(law.scaled(4096).remainingSeconds(4096 * age, u))
          .isEqualTo(4096 * law.remainingSeconds(age, u));
    }
  }

  @Test
  void remaining_farInTheTail_keepsItsDigits() {
    // Of shape 1 the gamma law is exponential, of any age; so is a mixture once its fast part is
    // over, and an Erlang law of 2 stages has the hazard x / (1 + x) in stages: S(700 + r) / S(700)
    // = exp(-r) (701 + r) / 701.
    for (double age : new double[] {1, 30, 400, 10_000}) {
      assertThat(new Gamma(1, 3).remainingSeconds(3 * age, 0.5))
          .isCloseTo(3 * StrictMath.log(2), within(1e-9));
    }
    assertThat(LawSamples.read("hyper(0.9/1;0.1/100)").remainingSeconds(40_000, 0.5))
        .isCloseTo(100 * StrictMath.log(2), within(1e-6));
    double left = new Erlang(2, 2).remainingSeconds(500, 0.5);
    assertThat(StrictMath.exp(-left) * (501 + left) / 501).isCloseTo(0.5, within(1e-10));
    // Weibull of shape 2: (30 + r)^2 = 30^2 + E, so r = sqrt(900 + ln 2) - 30
    assertThat(new Weibull(2, 1).remainingSeconds(30, 0.5))
        .isCloseTo(StrictMath.sqrt(900 + StrictMath.log(2)) - 30, within(1e-13));
    // The normal tail at z and above is exp(-z^2 / 2) / (z sqrt(2 pi)) (1 - 1 / z^2 + ...).
    double z =
        StrictMath.log(
            StrictMath.exp(20) + new LogNormal(1, 1).remainingSeconds(StrictMath.exp(20), 0.5));
    assertThat(tail(z) / tail(20)).isCloseTo(0.5, within(1e-6));
  }

  /** Asymptotic series of the upper normal tail, relative to that at 20; error below 1e-9. */
  private static double tail(double z) {
    double z2 = z * z;
    double series = 1 - (1 - 3 * (1 - 5 * (1 - 7 / z2) / z2) / z2) / z2;
    return StrictMath.exp(200 - z2 / 2) / z * series;
  }

  @Test
  void remaining_beyondTheLongestDelay_isNothing() {
    assertThat(new Deterministic(30).remainingSeconds(20, 0.5)).isEqualTo(10);
    assertThat(new Deterministic(30).remainingSeconds(40, 0.5)).isZero();
    assertThat(new Uniform(10, 35).remainingSeconds(40, 0.5)).isZero();
    Empirical sample = new Empirical(java.util.List.of(1.0, 2.0, 2.0, 7.5, 60.0));
    // above 2 are 7.5 and 60
    assertThat(sample.remainingSeconds(2, 0.5)).isEqualTo(5.5);
    assertThat(sample.remainingSeconds(2, 0.51)).isEqualTo(58);
    assertThat(sample.remainingSeconds(60, 0.5)).isZero();
  }

  @ParameterizedTest
  @MethodSource("hebe.sim.law.LawSamples#all")
  void scaled_powersOfTwo_scaleEveryDelayExactly(DelayLaw law) {
    Streams streams = stream();
    for (int i = 0; i < 300; i++) {
      double u = streams.nextUniform(0);
      double delay = law.delaySeconds(u);
      for (int power : new int[] {-20, -3, -1, 1, 2, 17}) {
        double factor = StrictMath.scalb(1.0, power);
        assertThat(law.scaled(factor).delaySeconds(u)).isEqualTo(factor * delay);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("hebe.sim.law.LawSamples#all")
  void scaled_anyFactor_scalesMomentsAndCdf(DelayLaw law) {
    DelayLaw scaled = law.scaled(3.7);
    assertThat(scaled.meanSeconds()).isCloseTo(3.7 * law.meanSeconds(), withinRelative(law));
    assertThat(StrictMath.sqrt(scaled.varianceSeconds2()))
        .isCloseTo(3.7 * StrictMath.sqrt(law.varianceSeconds2()), withinRelative(law));
    double seconds = 0.9 * law.meanSeconds();
    assertThat(scaled.cdf(3.7 * seconds)).isCloseTo(law.cdf(seconds), within(1e-9));
    assertThat(scaled.random()).isEqualTo(law.random());
  }

  @ParameterizedTest
  @MethodSource("hebe.sim.law.LawSamples#all")
  void cdf_outsideAndAtTheEnds_isZeroAndOne(DelayLaw law) {
    assertThat(law.cdf(-1)).isZero();
    assertThat(law.cdf(Double.NEGATIVE_INFINITY)).isZero();
    assertThat(law.cdf(0)).isZero();
    assertThat(law.cdf(1e12)).isEqualTo(1);
    assertThat(law.cdf(Double.POSITIVE_INFINITY)).isEqualTo(1);
    assertThat(law.cdf(Double.NaN)).isNaN();
  }

  @ParameterizedTest
  @MethodSource("hebe.sim.law.LawSamples#continuous")
  void moments_midpointRuleOverTheQuantiles_agree(DelayLaw law) {
    // Mean and variance are integrals of the quantile function over (0, 1), cut at 1e-12 below 1:
    // u = 1 - (1 - v)^6 bends the unbounded end. Tails make this good to 0.1 %.
    int n = 20_000;
    double mean = 0;
    double second = 0;
    for (int i = 0; i < n; i++) {
      double rest = 1 - (i + 0.5) / n;
      double weight = 6 * StrictMath.pow(rest, 5) / n;
      double u = 1 - StrictMath.pow(rest, 6);
      double delay = u < 1 ? law.delaySeconds(u) : 0;
      mean += weight * delay;
      second += weight * delay * delay;
    }
    assertThat(mean / law.meanSeconds()).isCloseTo(1, within(1e-3));
    assertThat((second - mean * mean) / law.varianceSeconds2()).isCloseTo(1, within(3e-3));
  }

  @ParameterizedTest
  @MethodSource("hebe.sim.law.LawSamples#all")
  void mean_manyDraws_isThatOfTheLaw(DelayLaw law) {
    Streams streams = stream();
    Tally tally = new Tally();
    int draws = law instanceof Hypoexponential ? 20_000 : 200_000;
    for (int i = 0; i < draws; i++) {
      tally.add(law.delaySeconds(streams.nextUniform(0)));
    }
    double standardError = StrictMath.sqrt(law.varianceSeconds2() / draws);
    // 1 % of the mean is 4.5 standard errors of 200,000 draws while the coefficient of variation
    // stays below 1 % * sqrt(200,000) / 4.5 = 0.99: wider laws are left to the integrals above.
    assertThat(Math.abs(tally.mean() - law.meanSeconds())).isLessThanOrEqualTo(4.5 * standardError);
  }

  @ParameterizedTest
  @MethodSource("hebe.sim.law.LawSamples#all")
  void quantile_notAProbability_isRefused(DelayLaw law) {
    for (double p : new double[] {0, 1, -0.1, 1.1, Double.NaN}) {
      assertThatThrownBy(() -> law.quantileSeconds(p))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("p: expected");
    }
    for (double factor : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> law.scaled(factor))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("factor: expected");
    }
  }

  @ParameterizedTest
  @MethodSource("hebe.sim.law.LawSamples#all")
  void describe_germanLocale_usesPointsAndUnits(DelayLaw law) {
    assertThat(Locale.getDefault()).isEqualTo(Locale.GERMANY);
    assertThat(law.describe()).doesNotContain(",0").containsPattern("[0-9] (ms|s|min|h|d)");
  }

  private static org.assertj.core.data.Offset<Double> withinRelative(DelayLaw law) {
    return within(1e-10 * law.meanSeconds());
  }

  private static Streams stream() {
    Streams streams = new Streams(2007, 0, 1);
    streams.open(0, "law");
    return streams;
  }
}
