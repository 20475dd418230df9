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
