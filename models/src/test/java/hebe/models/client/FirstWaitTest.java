package hebe.models.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstWaitTest {
  @ParameterizedTest
  // mean or gap, outage, interval of what is left
  @CsvSource({
    "10, 3, 0.75, 1.75", "10, 3, 1.75, 99", "0.2, 3, 0, 0.75", "0.2, 3, 1.75, 3.75",
    "1e6, 3, 0.5, 2", "1e6, 3, 2, 9", "1e-3, 3, 0, 1", "5, 900, 818, 1000"
  })
  void lawsOfTheFirstWait_anyInterval_areTheirIntegrals(
      double mean, double outage, double from, double to) {
    check(new FirstWait.AfterThinking(mean), w -> Math.exp(-w / mean) / mean, outage, from, to);
    check(new FirstWait.WithinGap(mean), w -> w <= mean ? 1 / mean : 0, outage, from, to);
  }

  private static void check(
      FirstWait law, DoubleUnaryOperator density, double outage, double from, double to) {
    double high = Math.min(outage, to);
    int slices = 400_000;
    double width = (high - from) / slices;
    double probability = 0;
    double moment = 0;
    for (int i = 0; i < slices; i++) {
      double left = from + (i + 0.5) * width;
      double p = density.applyAsDouble(outage - left) * width;
      probability += p;
      moment += left * p;
    }
    // The edge of a gap falls into one slice.
    double tolerance = 2 * density.applyAsDouble(0) * width + 1e-6 * probability + 1e-15;
    assertThat(law.probability(outage, from, to)).isCloseTo(probability, within(tolerance));
    assertThat(law.momentSeconds(outage, from, to))
        .isCloseTo(moment, within(tolerance * Math.max(1, high)));
  }

  @Test
  void atOnce_outageInTheInterval_hasAllOfIt() {
    FirstWait now = new FirstWait.AtOnce();
    assertThat(now.probability(3, 1, 3)).isEqualTo(1);
    assertThat(now.probability(3, 3, 4)).isZero();
    assertThat(now.momentSeconds(3, 1, 3)).isEqualTo(3);
  }
}
