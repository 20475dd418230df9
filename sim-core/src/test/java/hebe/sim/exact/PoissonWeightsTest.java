package hebe.sim.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Oracle: the Poisson law of commons-math, whose saddle point form has some 1e-13. */
class PoissonWeightsTest {

  @ParameterizedTest
  @ValueSource(doubles = {1e-12, 0.3, 1, 24.5, 400, 123_456.7})
  void weights_areThePoissonLaw(double mean) {
    PoissonWeights weights = new PoissonWeights(mean);
    PoissonDistribution law = new PoissonDistribution(mean);
    double sum = 0;
    double beyond = 0;
    for (int k = weights.last(); k >= 0; k--) {
      assertThat(weights.beyond(k)).isCloseTo(beyond, within(1e-13));
      double probability = law.probability(k);
      if (probability > 1e-16) {
        Oracle.agrees("weight " + k, weights.at(k), probability, 1e-10);
      } else {
        assertThat(weights.at(k)).isLessThan(2e-16);
      }
      sum += weights.at(k);
      beyond += weights.at(k);
    }
    assertThat(sum).isCloseTo(1, within(1e-13));
    assertThat(law.cumulativeProbability(weights.last())).isCloseTo(1, within(1e-10));
  }

  @Test
  void weights_ofMeanZero_areCertain() {
    assertThat(new PoissonWeights(0).last()).isZero();
    assertThat(new PoissonWeights(0).at(0)).isEqualTo(1);
  }
}
