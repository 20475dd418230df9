package hebe.models.timing.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hebe.models.timing.HostClock;
import hebe.models.timing.TrapEvent;
import hebe.models.timing.run.WorkQueue.Errand;
import java.util.List;
import org.junit.jupiter.api.Test;

class HostSetupTest {
  private static final HostClock CLOCK = new HostClock(1e9);
  private static final GuestGroup GUEST =
      GuestGroup.of("guest", 1, TrapLoad.NONE, new Activity.Busy(0.001));

  @Test
  void setup_thatCannotBe_isRefusedWithTheReason() {
    assertThatThrownBy(() -> HostSetup.of(CLOCK, 0, GUEST))
        .hasMessage("cores: expected at least 1, got 0");
    assertThatThrownBy(() -> HostSetup.of(CLOCK, 1))
        .hasMessage("groups of guests: expected at least 1, got 0");
    assertThatThrownBy(() -> HostSetup.of(CLOCK, 1, GUEST, GUEST))
        .hasMessage("two groups of guests have one name");
    assertThatThrownBy(() -> HostSetup.of(CLOCK, 2, GUEST.on(new Placement.Cores(1, 2))))
        .hasMessageStartingWith("a host of 2 cores has no Cores");
    assertThatThrownBy(() -> GUEST.weighing(0))
        .hasMessage("weight: expected a number above 0, got 0.0");
    assertThatThrownBy(() -> new Work.Fixed(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Scheduler(0, 0.03, Scheduler.WakeUp.PREEMPT))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> HostRun.simulate(HostSetup.of(CLOCK, 1, GUEST), 1, 0))
        .hasMessage("observed seconds: expected a number above 0, got 0.0");
  }

  /* 10^6 times 1000 cycles cheaper, of 10^9 cycles per second. */
  @Test
  void work_thatWouldTakeNoTime_isRefused() {
    TrapSource free =
        new TrapSource(
            TrapEvent.PORT_IO_KERNEL, 1e6, List.of(new TrapSource.Entry("port", -1_000)));
    GuestGroup guest =
        GuestGroup.of("guest", 1, TrapLoad.of(List.of(free)), new Activity.Busy(0.001));
    assertThatThrownBy(() -> HostSetup.of(CLOCK, 1, guest))
        .hasMessage("guest: with traps cheaper than native, its work would take no time");
  }

  @Test
  void warmUp_isNotCounted() {
    HostSetup setup = HostSetup.of(CLOCK, 2, GUEST).warmedUp(0.5);
    HostResult result = HostRun.simulate(setup, 1, 2);
    assertThat(result.guest("guest").nativeSeconds()).isCloseTo(2, within(1e-12));
    assertThat(result.share(TimeShare.NATIVE)).isCloseTo(0.5, within(1e-12));
    assertThat(result.share(TimeShare.IDLE)).isCloseTo(0.5, within(1e-12));
    assertThatThrownBy(() -> result.guest("other")).hasMessage("no group of guests is named other");
  }

  /* 1 to 1000: median 500, 95 % 950, 99 % 990, never too low and at most 1/128 too high. */
  @Test
  void observations_quantiles_areExactToTheirBuckets() {
    Observations times = new Observations();
    for (int i = 1000; i >= 1; i--) {
      times.add(i);
    }
    Distribution distribution = times.in(new HostClock(1));
    assertThat(distribution.meanSeconds()).isCloseTo(500.5, within(1e-9));
    assertThat(distribution.medianSeconds()).isBetween(500.0, 500 * (1 + 1.0 / 128));
    assertThat(distribution.p95Seconds()).isBetween(950.0, 950 * (1 + 1.0 / 128));
    assertThat(distribution.p99Seconds()).isBetween(990.0, 990 * (1 + 1.0 / 128));
    assertThat(distribution.maxSeconds()).isEqualTo(1000);
    times.clear();
    assertThat(times.in(CLOCK).count()).isZero();
  }

  @Test
  void queue_growsAndKeepsItsOrder() {
    WorkQueue queue = new WorkQueue();
    for (int i = 0; i < 10; i++) {
      queue.add(i, i, i, Errand.REQUEST, i);
    }
    for (int i = 0; i < 10; i++) {
      queue.removeFirst();
    }
    for (int i = 0; i < 100; i++) {
      queue.add(i, i + 1, i + 2, Errand.INCOMING, i);
    }
    for (int i = 0; i < 100; i++) {
      assertThat(queue.bornAt()).isEqualTo(i);
      assertThat(queue.queuedAt()).isEqualTo(i + 1.0);
      assertThat(queue.cycles()).isEqualTo(i + 2.0);
      assertThat(queue.guest()).isEqualTo(i);
      assertThat(queue.errand()).isEqualTo(Errand.INCOMING);
      queue.removeFirst();
    }
    assertThat(queue.isEmpty()).isTrue();
  }
}
