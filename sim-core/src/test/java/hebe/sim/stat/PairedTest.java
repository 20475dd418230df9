package hebe.sim.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hebe.sim.stat.Estimate.Interval;
import hebe.sim.stat.Estimate.Method;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairedTest {

  @Test
  void estimate_pencilSamples_isTheIntervalOfTheDifferences() {
    // differences 1, 2, 3: mean 2, standard error 1/sqrt(3), t(95 %, 2) = 4.302652730
    Interval interval =
        (Interval) Paired.estimate(List.of(11.0, 22.0, 33.0), List.of(10.0, 20.0, 30.0), 0.95);
    double halfWidth = 4.302652729749464 / Math.sqrt(3);
    assertThat(interval.mean()).isEqualTo(2);
    assertThat(interval.high()).isCloseTo(2 + halfWidth, within(1e-10));
    assertThat(interval.low()).isCloseTo(2 - halfWidth, within(1e-10));
    assertThat(interval.method()).isEqualTo(Method.PAIRED_STUDENT);
    assertThat(interval.count()).isEqualTo(3);
  }

  @Test
  void estimate_tooFewPairs_saysSo() {
    assertThat(Paired.estimate(List.of(), List.of(), 0.95)).isEqualTo(new Estimate.NoData());
    assertThat(Paired.estimate(List.of(3.0), List.of(1.0), 0.95))
        .isEqualTo(new Estimate.NoInterval(2, 1));
  }

  @Test
  void estimate_unequalLengths_isRefused() {
    assertThatThrownBy(() -> Paired.estimate(List.of(1.0), List.of(1.0, 2.0), 0.95))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("got 1 and 2");
  }
}
