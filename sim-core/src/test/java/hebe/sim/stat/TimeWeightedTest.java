package hebe.sim.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TimeWeightedTest {

  @Test
  void integral_pencilSignal_isTheArea() {
    TimeWeighted signal = new TimeWeighted(0, 1);
    signal.set(4, 0);
    signal.set(6, 0.5);
    assertThat(signal.integral(6)).isEqualTo(4);
    assertThat(signal.integral(10)).isEqualTo(6); // 4 * 1 + 2 * 0 + 4 * 0.5
    assertThat(signal.mean(10)).isEqualTo(0.6);
    assertThat(signal.value()).isEqualTo(0.5);
  }

  @Test
  void mean_lateStart_countsFromTheStart() {
    TimeWeighted signal = new TimeWeighted(100, 2);
    signal.set(104, 6);
    assertThat(signal.mean(108)).isEqualTo(4); // (4 * 2 + 4 * 6) / 8
  }

  @Test
  void set_severalTimesAtOnce_lastValueHolds() {
    TimeWeighted signal = new TimeWeighted(0, 1);
    signal.set(2, 50);
    signal.set(2, 3);
    assertThat(signal.integral(4)).isEqualTo(8);
  }

  @Test
  void misuse_isRefused() {
    TimeWeighted signal = new TimeWeighted(0, 1);
    signal.set(5, 1);
    assertThatThrownBy(() -> signal.set(4, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("last change at 5.0, got 4.0");
    assertThatThrownBy(() -> signal.set(6, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TimeWeighted(3, 1).mean(3))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(signal.integral(6)).isEqualTo(6);
  }
}
