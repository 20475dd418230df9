package hebe.sim.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.apache.commons.math3.stat.descriptive.rank.Median;
import org.junit.jupiter.api.Test;

class SenSlopeTest {
  @Test
  void slope_isTheMedianOfAll() {
    // slopes 5, 2, 10/3, -1, 2.5, 6; in order -1, 2, 2.5, 3.33, 5, 6: median (2.5 + 10/3) / 2
    // heights at the end: 10 + 3 b, 15 + 2 b, 14 + b, 20 with b = 2.91667:
    // 18.75, 20.8333, 16.91667, 20: median (18.75 + 20) / 2
    SenSlope line = SenSlope.of(new int[] {10, 15, 14, 20});
    assertThat(line.slope()).isCloseTo(35 / 12.0, within(1e-14));
    assertThat(line.last()).isCloseTo(19.375, within(1e-12));
    assertThat(line.stepsTo(40)).isCloseTo(20.625 * 12 / 35, within(1e-12));
    assertThat(line.stepsTo(19)).isZero();
  }

  @Test
  void slope_ofSome29PercentOutliers_isThatOfTheRest() {
    int[] values = new int[20];
    for (int i = 0; i < 20; i++) {
      values[i] = i % 4 == 0 ? 100_000 * (i % 3 - 1) : 7 * i;
    }
    assertThat(SenSlope.of(values).slope()).isCloseTo(7, within(1e-12));
  }

  @Test
  void slope_ofRandomSeries_isTheMedianByCommonsMath() {
    Random random = new Random(5);
    for (int n = 2; n < 30; n++) {
      int[] values = random.ints(n, -500, 500).toArray();
      double[] slopes = new double[n * (n - 1) / 2];
      int k = 0;
      for (int i = 0; i < n; i++) {
        for (int j = i + 1; j < n; j++) {
          slopes[k++] = (values[j] - values[i]) / (double) (j - i);
        }
      }
      assertThat(SenSlope.of(values).slope())
          .isCloseTo(new Median().evaluate(slopes), within(1e-12));
    }
  }

  @Test
  void fallOrRest_reachesNothing() {
    assertThat(SenSlope.of(new int[] {5, 4, 3}).stepsTo(6)).isInfinite();
    assertThat(SenSlope.of(new int[] {5, 5, 5}).stepsTo(6)).isInfinite();
    assertThatThrownBy(() -> SenSlope.of(new int[] {5})).hasMessageContaining("two");
  }

  @Test
  void forecast_holdsOnceTheLimitIsNear() {
    // a rise of 10 each: 40 + 10 k reaches 100 six steps later; chance 1/24 for four values
    int[] rising = {10, 20, 30, 40};
    assertThat(new Forecast(0.05, 100, 6).holds(rising)).isTrue();
    assertThat(new Forecast(0.05, 100, 5.9).holds(rising)).isFalse();
    assertThat(new Forecast(0.04, 100, 6).holds(rising)).isFalse();
  }

  @Test
  void forecast_outsideItsRange_isRefused() {
    assertThatThrownBy(() -> new Forecast(0, 100, 1)).hasMessageContaining("level");
    assertThatThrownBy(() -> new Forecast(0.05, 100, -1)).hasMessageContaining("lead");
  }
}
