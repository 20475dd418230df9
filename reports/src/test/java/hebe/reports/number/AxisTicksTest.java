package hebe.reports.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisTicksTest {

  @ParameterizedTest
  @CsvSource({
    // low, high, most, first, last, step, decimals
    "0, 10, 12, 0, 10, 1, 0", // 10/12 rounds up to 1
    "0, 146, 10, 0, 160, 20, 0", // 14.6 rounds up to 20
    "0.99966, 0.99992, 6, 0.99965, 0.99995, 0.00005, 5", // 4.3e-5 rounds up to 5e-5
    "-89, 49, 9, -100, 60, 20, 0",
    "3, 3, 5, 2.997, 3.003, 0.002, 3"
  })
  void covering_range_stepsByOneTwoOrFive(
      double low, double high, int most, double first, double last, double step, int decimals) {
    AxisTicks ticks = AxisTicks.covering(low, high, most);
    assertThat(ticks.step()).isCloseTo(step, within(1e-12));
    assertThat(ticks.decimals()).isEqualTo(decimals);
    assertThat(ticks.low()).isLessThanOrEqualTo(low + 1e-9 * step);
    assertThat(ticks.high()).isGreaterThanOrEqualTo(high - 1e-9 * step);
    if (low < high) {
      assertThat(ticks.low()).isCloseTo(first, within(1e-12));
      assertThat(ticks.high()).isCloseTo(last, within(1e-12));
    }
  }
}
