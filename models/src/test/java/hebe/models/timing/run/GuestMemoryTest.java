package hebe.models.timing.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hebe.models.timing.HostClock;
import hebe.models.timing.TrapEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Batches, dirty pages, ticks, pieces of work and the trace by pencil. */
class GuestMemoryTest {
  private static final HostClock CLOCK = new HostClock(1e9);

  private static GuestResult alone(TrapLoad load, double seconds) {
    GuestGroup guest = GuestGroup.of("guest", 1, load, new Activity.Busy(0.001));
    return HostRun.simulate(HostSetup.of(CLOCK, 1, guest), 7, seconds).guest("guest");
  }

  /*
   * f p / (1 - p^m) hypercalls per native second, p = u / (u + f). Unbatched, m = 1: u. The share of
   * the run time is x / (1 + x), x = (hypercalls x 2000 + updates x 300) / 1e9.
   */
  @ParameterizedTest
  @CsvSource({
    "100000, 10000, 1, 100000",
    "100000, 10000, 2048, 9090.909", // p = 1 / 1.1, p^2048 = 0
    "100000, 10000, 4, 28679.164", // 9090.909 / (1 - 1 / 1.4641)
    "100000, 0, 2048, 48.828125",
  })
  void updates_inBatches_needTheHypercallsOfTheFormula(
      double updates, double flushes, int most, double hypercalls) {
    PageTableBatches batches = new PageTableBatches(updates, flushes, most, 2_000, 300);
    assertThat(batches.hypercallsPerSecond()).isCloseTo(hypercalls, within(1e-5 * hypercalls));
    GuestResult result = alone(TrapLoad.NONE.with(batches), 10);
    double extra = (hypercalls * 2_000 + updates * 300) / 1e9;
    // A million updates: 0.1 % of their number is one standard error.
    assertThat(result.slowDown()).isCloseTo(1 + extra, within(0.0045 * extra));
  }

  /* 10,000 pages, 50,000 writes per second, rounds of 0.1 s: 10,000 (1 - exp(-1/2)) faults each. */
  @Test
  void dirtyLog_firstWriteToEachPage_faultsOncePerRound() {
    DirtyLog log = new DirtyLog(10_000, 50_000, 0.1, 0, 0);
    assertThat(log.faults(0.1)).isCloseTo(3934.693, within(1e-3));
    DirtyLog dear = new DirtyLog(10_000, 50_000, 0.1, 1_000, 0);
    GuestResult result = alone(TrapLoad.NONE.with(dear), 20);
    // 200 rounds; faults slow the guest down by 4 %, which leaves it 0.0962 s of work in each.
    double cycles = result.share(TimeShare.DIRTY_FAULT) * result.runSeconds() * 1e9;
    double perRound = log.faults(result.nativeSeconds() / 200);
    assertThat(cycles / 1_000 / 200).isCloseTo(perRound, within(0.003 * perRound));
    assertThat(result.slowDown()).isGreaterThan(1.035);
  }

  /* 1000 ticks per second of 50,000 cycles at 1 GHz take 5 %: 1 / (1 - 0.05), not 1.05. */
  @Test
  void ticks_byTheWallClock_slowDownMoreThanTheirNumberPerNativeSecond() {
    GuestResult result = alone(TrapLoad.NONE.with(new Ticks(1_000, 50_000)), 10);
    assertThat(result.slowDown()).isCloseTo(1 / 0.95, within(1e-4));
    assertThat(result.share(TimeShare.TICK)).isCloseTo(0.05, within(1e-5));
  }

  /* Two guests on one core, in turns of 30 ms: of 30 ticks in a turn of the other, one is taken. */
  @Test
  void ticks_missedWhileOthersRan_comeAsOne() {
    TrapLoad ticking = TrapLoad.NONE.with(new Ticks(1_000, 1_000));
    GuestGroup guests = GuestGroup.of("guests", 2, ticking, new Activity.Busy(0.001));
    HostResult result = HostRun.simulate(HostSetup.of(CLOCK, 1, guests), 1, 6);
    // 31 ticks per turn of 30 ms: 31 x 1000 / 30e6 cycles, but for the edges of turns.
    assertThat(result.guest("guests").share(TimeShare.TICK))
        .isCloseTo(31_000 / 30e6, within(0.05 * 31_000 / 30e6));
  }

  /* 10 traps of 1e5 cycles in 1e6 cycles of work, even: each piece takes 2e6 cycles, 2 ms. */
  @Test
  void pieces_betweenEvenTraps_takeTheSameTime() {
    TrapSource trap =
        new TrapSource(
            TrapEvent.CPUID_EXIT, 10_000, List.of(new TrapSource.Entry("cpuid-exit", 1e5)));
    GuestResult result = alone(TrapLoad.of(List.of(trap)).spaced(Spacing.EVEN), 1);
    Distribution pieces = result.completion();
    assertThat(pieces.count()).isEqualTo(500);
    assertThat(pieces.meanSeconds()).isCloseTo(0.002, within(1e-9));
    assertThat(pieces.deviationSeconds()).isLessThan(1e-9);
    assertThat(pieces.p99Seconds()).isCloseTo(0.002, within(1e-9));
  }

  /* Random: 10 +- sqrt(10) traps per piece, a deviation of 316,000 cycles. */
  @Test
  void pieces_betweenRandomTraps_haveTheSpreadOfTheirNumber() {
    TrapSource trap =
        new TrapSource(
            TrapEvent.CPUID_EXIT, 10_000, List.of(new TrapSource.Entry("cpuid-exit", 1e5)));
    Distribution pieces = alone(TrapLoad.of(List.of(trap)), 100).completion();
    // 50,000 pieces: the mean to 0.07 %, the deviation to 0.32 % per standard error.
    assertThat(pieces.meanSeconds()).isCloseTo(2e-3, within(4.5 * 316e-6 / Math.sqrt(50_000)));
    assertThat(pieces.deviationSeconds()).isCloseTo(316.2e-6, within(5e-6));
    // Poisson of mean 10: 95 % are at most 15, 99 % at most 18.
    assertThat(pieces.p95Seconds()).isCloseTo(2.5e-3, within(0.02e-3));
    assertThat(pieces.p99Seconds()).isCloseTo(2.8e-3, within(0.03e-3));
  }

  /* A VMM that is 1000 cycles cheaper per event, 100,000 times per second: 0.9 of the time. */
  @Test
  void cheaperThanTheHardware_speedsUp() {
    TrapSource cheaper =
        new TrapSource(
            TrapEvent.PORT_IO_KERNEL, 100_000, List.of(new TrapSource.Entry("port", -1_000)));
    GuestResult result = alone(TrapLoad.of(List.of(cheaper)).spaced(Spacing.EVEN), 1);
    assertThat(result.slowDown()).isCloseTo(0.9, within(1e-6));
    assertThat(result.share("port")).isCloseTo(-0.1 / 0.9, within(1e-6));
    assertThat(result.share(TimeShare.NATIVE)).isCloseTo(1 / 0.9, within(1e-6));
  }

  @Test
  void sameSeed_givesTheSameRun_andOtherGroupsLeaveItsDraws() {
    TrapSource trap =
        new TrapSource(TrapEvent.CPUID_EXIT, 10_000, List.of(new TrapSource.Entry("cpuid", 1e3)));
    TrapLoad load = TrapLoad.of(List.of(trap));
    GuestGroup first =
        GuestGroup.of("first", 1, load, new Activity.Busy(0.001)).on(new Placement.Cores(0, 1));
    GuestGroup second =
        GuestGroup.of("second", 1, load, new Activity.Busy(0.001)).on(new Placement.Cores(1, 1));
    HostResult alone = HostRun.simulate(HostSetup.of(CLOCK, 2, first), 5, 0.1);
    assertThat(HostRun.simulate(HostSetup.of(CLOCK, 2, first), 5, 0.1)).isEqualTo(alone);
    assertThat(HostRun.simulate(HostSetup.of(CLOCK, 2, first), 6, 0.1)).isNotEqualTo(alone);
    HostResult both = HostRun.simulate(HostSetup.of(CLOCK, 2, first, second), 5, 0.1);
    assertThat(both.guest("first")).isEqualTo(alone.guest("first"));
    assertThat(both.guest("second").events()).isNotEqualTo(alone.guest("first").events());
  }

  @Test
  void trace_tellsTrapsInTheOrderOfTime() {
    TrapSource trap =
        new TrapSource(TrapEvent.CPUID_EXIT, 1_000, List.of(new TrapSource.Entry("cpuid", 500)));
    GuestGroup guest =
        GuestGroup.of(
            "guest", 1, TrapLoad.of(List.of(trap)).spaced(Spacing.EVEN), new Activity.Busy(1));
    List<String> lines = new ArrayList<>();
    HostRun.simulate(
        HostSetup.of(CLOCK, 1, guest),
        1,
        0.002,
        (at, who, what) -> lines.add((long) at + " " + who + " " + what));
    assertThat(lines)
        .containsExactly(
            "0 guest/guest/0 runs", "500000 guest/guest/0 cpuid", "1500500 guest/guest/0 cpuid");
  }
}
