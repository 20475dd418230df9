package hebe.models.modes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BreakEvenTest {
  @Test
  void staysPerDay_withoutCrashesAndTax_isTheSimpleForm() {
    // n = 86,400 h / (a + d + t h) = 86,400 x 0.05 / (0.22 + 0.06 + 60 x 0.05) = 4320 / 3.28.
    BreakEven times = new BreakEven(0.22, 0.06, 60, 0.05, 0, 0, 0);
    assertThat(times.staysPerDay()).isCloseTo(4320 / 3.28, withinPercentage(1e-9));
    // A stretch that repays an attach and a detach of 0.28 s at 5 % lasts (1 - h) 0.28 / 0.05 s
    // beside the switches and the stay.
    assertThat(times.toggling(0.95 * 0.28 / 0.05)).isCloseTo(0.95, within(1e-12));
  }

  @Test
  void staysPerDay_withCrashes_byPencil() {
    // Stays of 100 s, 1 crash in 1000 s of VMM, outage 200 s, h = 0.2, switches of 1 s each:
    // always 0.8 / 1.2 = 2/3; F = 1 + 100 + 1 + 0.1 x 201 = 122.1; N + 80 = 2/3 (N + 122.1), N =
    // 3 x (81.4 - 80) = 4.2; n = 86,400 / 126.3.
    BreakEven times = new BreakEven(1, 1, 100, 0.2, 0, 0.001, 200);
    assertThat(times.alwaysVirtual()).isCloseTo(2.0 / 3, within(1e-12));
    assertThat(times.staysPerDay()).isCloseTo(86_400 / 126.3, withinPercentage(1e-9));
    assertThat(times.mostStaysPerDay()).isCloseTo(86_400 / 122.1, withinPercentage(1e-9));
  }

  @Test
  void gain_atTheBreakEven_isZero_aboveBefore_andBelowBehind() {
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < 1000; i++) {
      BreakEven times =
          new BreakEven(
              random.nextDouble(5),
              random.nextDouble(5),
              random.nextDouble(1, 1000),
              random.nextDouble(0.1, 0.5),
              random.nextDouble(0.05),
              random.nextDouble(1e-3),
              random.nextDouble(500));
      double n = times.staysPerDay();
      assertThat(times.gain(0.99 * n)).isPositive();
      if (n < 0.999 * times.mostStaysPerDay()) {
        assertThat(times.gain(n)).isCloseTo(0, within(1e-9));
        assertThat(times.gain(1.0005 * n)).isNegative();
      }
    }
  }

  @Test
  void staysPerDay_atTheEnds_isNoneOrAll() {
    assertThat(new BreakEven(1, 1, 60, 0.02, 0.03, 0, 0).staysPerDay()).isZero();
    BreakEven free = new BreakEven(0, 0, 60, 0.02, 0, 0, 0);
    assertThat(free.staysPerDay()).isEqualTo(free.mostStaysPerDay());
  }

  @Test
  void breakEven_ofImpossibleNumbers_isRefused() {
    assertThatThrownBy(() -> new BreakEven(1, 1, 0, 0.1, 0, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new BreakEven(1, 1, 1, 1, 0, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
