package hebe.models.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StallHistogramTest {
  @Test
  void quantiles_threeLengths_areExact() {
    StallHistogram stalls = new StallHistogram();
    stalls.add(0.25, 60);
    stalls.add(15.75, 35);
    stalls.add(818.5, 5);
    assertThat(stalls.quantileSeconds(0.5)).isEqualTo(0.25);
    assertThat(stalls.quantileSeconds(0.6)).isEqualTo(0.25);
    assertThat(stalls.quantileSeconds(0.61)).isEqualTo(15.75);
    assertThat(stalls.quantileSeconds(0.95)).isEqualTo(15.75);
    assertThat(stalls.quantileSeconds(0.99)).isEqualTo(818.5);
  }

  @Test
  void quantiles_evenlySpread_areWithinOnePerCent() {
    StallHistogram stalls = new StallHistogram();
    for (int i = 1; i <= 100_000; i++) {
      stalls.add(i * 1e-3, 1);
    }
    assertThat(stalls.quantileSeconds(0.5)).isCloseTo(50, within(0.5));
    assertThat(stalls.quantileSeconds(0.99)).isCloseTo(99, within(1.0));
    assertThat(stalls.sumSeconds()).isCloseTo(5_000_050, within(1e-3));
  }
}
