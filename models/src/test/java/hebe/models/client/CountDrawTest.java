package hebe.models.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountDrawTest {
  @ParameterizedTest
  @ValueSource(doubles = {0.3, 1, 7.5, 100, 10_000})
  void poisson_allUniforms_hasMeanAndVarianceOfItsRate(double mean) {
    CountDraw draw = new CountDraw(new OpenConnections.Poisson(mean / 30, 30));
    int points = 400_000;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < points; i++) {
      double number = draw.number((i + 0.5) / points);
      sum += number;
      squares += (number - mean) * (number - mean);
    }
    // Midpoints miss the last 1 / 800,000 of the tails: below 0.1 % of the variance.
    assertThat(sum / points).isCloseTo(mean, within(1e-3 * mean));
    assertThat(squares / points).isCloseTo(mean, within(1e-3 * mean));
  }

  @Test
  void poisson_smallMean_invertsItsDistributionFunction() {
    // exp(-0.5) = 0.60653, with one more 0.5 exp(-0.5): 0.90980.
    CountDraw draw = new CountDraw(new OpenConnections.Poisson(0.5, 1));
    assertThat(draw.number(0.6065)).isZero();
    assertThat(draw.number(0.6066)).isEqualTo(1);
    assertThat(draw.number(0.9097)).isEqualTo(1);
    assertThat(draw.number(0.9099)).isEqualTo(2);
  }

  @Test
  void geometric_half_halvesWithEachNumber() {
    CountDraw draw = new CountDraw(new OpenConnections.Geometric(1));
    assertThat(draw.number(0.49)).isZero();
    assertThat(draw.number(0.51)).isEqualTo(1);
    assertThat(draw.number(0.76)).isEqualTo(2);
  }

  @Test
  void uniform_ends_areBothReached() {
    CountDraw draw = new CountDraw(new OpenConnections.Uniform(3, 5));
    assertThat(draw.number(0.001)).isEqualTo(3);
    assertThat(draw.number(0.5)).isEqualTo(4);
    assertThat(draw.number(0.999)).isEqualTo(5);
  }
}
