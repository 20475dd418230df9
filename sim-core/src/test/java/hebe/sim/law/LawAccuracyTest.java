package hebe.sim.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import umontreal.ssj.probdist.ErlangDist;
import umontreal.ssj.probdist.ExponentialDist;
import umontreal.ssj.probdist.GammaDist;
import umontreal.ssj.probdist.LognormalDist;
import umontreal.ssj.probdist.UniformDist;
import umontreal.ssj.probdist.WeibullDist;

/** Distribution functions and their inverses against many digits and against SSJ. */
class LawAccuracyTest {
  private static final double[] UNIFORMS = {1e-6, 0.01, 0.2, 0.5, 0.8, 0.99, 1 - 1e-6};

  @ParameterizedTest
  @CsvFileSource(resources = "quantiles.csv", numLinesToSkip = 4)
  void delay_manyDigitsAsOracle_agreesInBothTails(String law, double u, double expectedSeconds) {
    double delay = LawSamples.read(law).delaySeconds(u);
    assertThat(delay / expectedSeconds).isCloseTo(1, within(1e-12));
  }

  @ParameterizedTest
  @CsvFileSource(resources = "quantiles.csv", numLinesToSkip = 4)
  void cdf_manyDigitsAsOracle_agreesInBothTails(String law, double u, double seconds) {
    assertThat(LawSamples.read(law).cdf(seconds) / u).isCloseTo(1, within(5e-12));
  }

  // SSJ's parameters: rates, not means or scales; its WeibullDist wants (shape, rate, shift).

  @Test
  void closedForms_ssjAsOracle_agree() {
    for (double u : UNIFORMS) {
      check(new Exponential(50), u, ExponentialDist.inverseF(1 / 50.0, u), 1e-13);
      check(new Weibull(0.7, 50), u, WeibullDist.inverseF(0.7, 1 / 50.0, 0, u), 1e-13);
      check(new Uniform(10, 35), u, UniformDist.inverseF(10, 35, u), 1e-13);
      check(LogNormal.ofLogMeanAndLogSigma(3, 0.5), u, LognormalDist.inverseF(3, 0.5, u), 1e-13);
    }
  }

  @Test
  void numericInverses_ssjAsOracle_agree() {
    for (double u : UNIFORMS) {
      check(new Gamma(2.5, 50), u, GammaDist.inverseF(2.5, 1 / 50.0, 15, u), 1e-9);
      check(new Erlang(3, 150), u, ErlangDist.inverseF(3, 1 / 50.0, 15, u), 1e-9);
    }
  }

  @Test
  void cdfs_ssjAsOracle_agree() {
    for (double t : new double[] {0.5, 5, 20, 50, 90, 400}) {
      assertThat(new Exponential(50).cdf(t)).isCloseTo(ExponentialDist.cdf(1 / 50.0, t), tiny());
      assertThat(new Weibull(0.7, 50).cdf(t))
          .isCloseTo(WeibullDist.cdf(0.7, 1 / 50.0, 0, t), tiny());
      assertThat(new Uniform(10, 35).cdf(t)).isCloseTo(UniformDist.cdf(10, 35, t), tiny());
      assertThat(new Gamma(2.5, 50).cdf(t)).isCloseTo(GammaDist.cdf(2.5, 1 / 50.0, 15, t), tiny());
      assertThat(new Erlang(3, 150).cdf(t)).isCloseTo(ErlangDist.cdf(3, 1 / 50.0, 15, t), tiny());
      assertThat(LogNormal.ofLogMeanAndLogSigma(3, 0.5).cdf(t))
          .isCloseTo(LognormalDist.cdf(3, 0.5, t), tiny());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 30, 100})
  void hypoexponential_equalStages_isErlang(int stages) {
    Hypoexponential chain = new Hypoexponential(Collections.nCopies(stages, 7.0));
    for (double u : UNIFORMS) {
      check(new Erlang(stages, 7.0 * stages), u, chain.delaySeconds(u), 1e-12);
    }
  }

  @Test
  void hypoexponential_orderOfStages_doesNotMatter() {
    Hypoexponential up = new Hypoexponential(List.of(1.0, 60.0, 3600.0));
    Hypoexponential down = new Hypoexponential(List.of(3600.0, 60.0, 1.0));
    for (double u : UNIFORMS) {
      check(up, u, down.delaySeconds(u), 1e-13);
    }
  }

  @Test
  void hyperexponential_oneBranch_isExponential() {
    Hyperexponential one = new Hyperexponential(List.of(new Hyperexponential.Branch(1, 50)));
    for (double u : UNIFORMS) {
      check(new Exponential(50), u, one.delaySeconds(u), 1e-13);
    }
  }

  private static void check(DelayLaw law, double u, double expectedSeconds, double error) {
    assertThat(law.delaySeconds(u) / expectedSeconds).isCloseTo(1, within(error));
  }

  private static Offset<Double> tiny() {
    return within(1e-13);
  }
}
