package hebe.models.connection.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hebe.models.timing.Bounds;
import org.junit.jupiter.api.Test;

class LogMemoryTest {
  private static final LogMemory MEMORY = new LogMemory(100, 60, 1000, 20);

  @Test
  void truncated_isStateAndWhatIsRetained() {
    // 100 x (60 + 1020 x 0.5).
    assertThat(MEMORY.truncatedBytes(0.5)).isCloseTo(57_000, within(1e-9));
  }

  @Test
  void untruncated_growsWithAge_untilTheLimit() {
    assertThat(MEMORY.untruncatedBytes(10)).isCloseTo(100 * (60 + 10_200), within(1e-9));
    double seconds = MEMORY.secondsTo(750 * 1024);
    assertThat(MEMORY.untruncatedBytes(seconds)).isCloseTo(750 * 1024, within(1e-6));
    assertThat(new LogMemory(1, 60, 0, 0).secondsTo(768_000)).isInfinite();
    assertThat(new LogMemory(1, 60, 0, 0).secondsTo(60)).isInfinite();
    assertThat(new LogMemory(1, 60, 0, 0).secondsTo(59)).isZero();
    assertThat(new LogMemory(1, 60, 10, 0).secondsTo(59)).isZero();
    assertThat(new LogMemory(0, 60, 10, 0).secondsTo(0)).isInfinite();
  }

  @Test
  void ofService_takesItsRates() {
    ServiceLoad load =
        new ServiceLoad("test", 10, 50, 4, 4000, 2, 14_600, 0, Bounds.exact(1), 0, 1);
    // 5 exchanges per second and connection: 20,000 B/s and 10 records of 8 B.
    assertThat(LogMemory.of(load, 60, 8)).isEqualTo(new LogMemory(10, 60, 20_000, 80));
    // 10 x (60 + 4,000 + 16).
    assertThat(LogMemory.peakBytes(load, 60, 8)).isCloseTo(40_760, within(1e-9));
  }

  @Test
  void pause_ofCheckpoints_isFoundFromASlowDown() {
    CheckpointPause pause = CheckpointPause.of(0.25, 10);
    // 1 / (1 - 10 p) = 1.25: p = 20 ms.
    assertThat(pause.pauseSeconds()).isCloseTo(0.02, within(1e-12));
    assertThat(pause.slowDown(25)).isCloseTo(1, within(1e-12));
    assertThat(pause.slowDown(50)).isInfinite();
  }

  @Test
  void negativeNumbers_areRefused() {
    assertThatThrownBy(() -> new LogMemory(1, -1, 0, 0)).hasMessageContaining("nothing below 0");
    assertThatThrownBy(() -> new CheckpointPause(-1)).hasMessageContaining("got -1.0");
  }
}
