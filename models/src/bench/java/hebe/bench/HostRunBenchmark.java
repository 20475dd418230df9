package hebe.bench;

import hebe.models.timing.HostClock;
import hebe.models.timing.TrapEvent;
import hebe.models.timing.run.Activity;
import hebe.models.timing.run.Arrivals;
import hebe.models.timing.run.DomainSwitch;
import hebe.models.timing.run.DriverDomain;
import hebe.models.timing.run.GuestGroup;
import hebe.models.timing.run.HostResult;
import hebe.models.timing.run.HostRun;
import hebe.models.timing.run.HostSetup;
import hebe.models.timing.run.Placement;
import hebe.models.timing.run.TrapLoad;
import hebe.models.timing.run.TrapSource;
import hebe.models.timing.run.Work;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A second of a simulated host of 3 GHz. An operation is one trap, or one packet for the driver
 * domain; one call simulates a second.
 *
 * <p>{@code mvn -q -P bench -pl :bench -am -Dmaven.test.skip test -Dbench.args=HostRun}
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@Fork(
    value = 2,
    jvmArgs = {"-XX:+UseSerialGC"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class HostRunBenchmark {
  private static final HostClock CLOCK = new HostClock(3e9);
  private static final int PER_SECOND = 100_000;
  private static final double EXTRA_CYCLES = 1200;

  private final HostSetup alone = alone();
  private final HostSetup shared = shared();
  private final HostSetup driven = driven();

  /** A busy guest whose traps come 100,000 times per second of the host. */
  private static HostSetup alone() {
    return HostSetup.of(CLOCK, 1, busy(1));
  }

  /** Eight such guests on four cores, with costs of switching. */
  private static HostSetup shared() {
    return HostSetup.of(CLOCK, 4, busy(8)).switching(new DomainSwitch(3_000, 100_000));
  }

  /** A guest that gets packets through a driver domain and answers each; both have a core. */
  private static HostSetup driven() {
    Work work = new Work.Fixed(5_000);
    Activity packets =
        new Activity.Requests(Arrivals.poisson(PER_SECOND), work, EXTRA_CYCLES, false);
    DriverDomain domain =
        new DriverDomain(
            Map.of(TrapEvent.RX_PACKET, work, TrapEvent.TX_PACKET, work),
            new Placement.Cores(0, 1),
            256);
    return HostSetup.of(
            CLOCK,
            2,
            GuestGroup.of("guest", 1, TrapLoad.NONE, packets).on(new Placement.Cores(1, 1)))
        .with(domain);
  }

  private static GuestGroup busy(int count) {
    // Traps come by native time, of which a second of the host has 1 - 100,000 x 1200 / 3e9.
    double perNativeSecond = PER_SECOND / (1 - CLOCK.seconds(PER_SECOND * EXTRA_CYCLES));
    List<TrapSource.Entry> entries = List.of(new TrapSource.Entry("exit", EXTRA_CYCLES));
    TrapLoad load =
        TrapLoad.of(
            List.of(new TrapSource(TrapEvent.HARDWARE_ROUND_TRIP, perNativeSecond, entries)));
    return GuestGroup.of("guest", count, load, new Activity.Busy(0.001));
  }

  /** Operations are counted by constants, so they must be what happens. */
  @Setup
  public void checkCounts() {
    requireAbout(PER_SECOND, simulate(alone).events());
    requireAbout(4 * PER_SECOND, simulate(shared).events());
    requireAbout(PER_SECOND, simulate(driven).guest("guest").completion().count());
  }

  private static void requireAbout(long expected, long count) {
    if (Math.abs(count - expected) > 0.02 * expected) {
      throw new IllegalStateException("expected about " + expected + " operations, got " + count);
    }
  }

  private static HostResult simulate(HostSetup setup) {
    return HostRun.simulate(setup, 1, 1);
  }

  /** One guest alone on its core. */
  @Benchmark
  @OperationsPerInvocation(PER_SECOND)
  public HostResult trapsAlone() {
    return simulate(alone);
  }

  /** Eight guests on four cores. */
  @Benchmark
  @OperationsPerInvocation(4 * PER_SECOND)
  public HostResult trapsOnFourCores() {
    return simulate(shared);
  }

  /** Requests through a driver domain and back. */
  @Benchmark
  @OperationsPerInvocation(PER_SECOND)
  public HostResult packetsThroughDriverDomain() {
    return simulate(driven);
  }
}
