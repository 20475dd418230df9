package hebe.models.timing.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hebe.models.timing.HostClock;
import hebe.models.timing.TrapEvent;
import hebe.sim.stat.Tally;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The queue of the driver domain against queueing theory. */
class DriverDomainTest {
  private static final HostClock CLOCK = new HostClock(2e9);
  private static final double PACKET_CYCLES = 20_000; // 10 us

  private static DriverDomain driver(Work perPacket) {
    return new DriverDomain(Map.of(TrapEvent.RX_PACKET, perPacket), new Placement.Cores(0, 1), 256);
  }

  /* The guest takes no time over a packet, on a core of its own. */
  private static HostSetup receiver(Arrivals arrivals, Work perPacket) {
    Activity activity = new Activity.Requests(arrivals, new Work.Fixed(0), 0, false);
    GuestGroup guest =
        GuestGroup.of("guest", 1, TrapLoad.NONE, activity).on(new Placement.Cores(1, 1));
    return HostSetup.of(CLOCK, 2, guest).with(driver(perPacket)).warmedUp(0.05);
  }

  private static Tally meanWaits(HostSetup setup, double seconds) {
    Tally waits = new Tally();
    for (int seed = 0; seed < 20; seed++) {
      HostResult result = HostRun.simulate(setup, seed, seconds);
      waits.add(result.driver().orElseThrow().waiting().meanSeconds());
    }
    return waits;
  }

  /* Smallest effect to see: 7 % of the wait. */
  private static void assertMean(Tally waits, double seconds) {
    assertThat(waits.standardError()).isLessThan(0.07 * seconds / 4.5);
    assertThat(waits.mean()).isCloseTo(seconds, within(4.5 * waits.standardError()));
  }

  /* M/M/1 and M/D/1: wait = rho / (1 - rho) x service x (1 + c^2) / 2; service 10 us. */
  @ParameterizedTest
  @CsvSource({
    "50000, 10.0, 5.0", // rho = 0.5
    "80000, 40.0, 20.0", // rho = 0.8
  })
  void poissonPackets_wait_isThatOfPollaczekAndKhinchine(
      double perSecond, double exponentialMicros, double fixedMicros) {
    Arrivals arrivals = Arrivals.poisson(perSecond);
    assertMean(
        meanWaits(receiver(arrivals, new Work.Exponential(PACKET_CYCLES)), 0.4),
        exponentialMicros * 1e-6);
    assertMean(
        meanWaits(receiver(arrivals, new Work.Fixed(PACKET_CYCLES)), 0.4), fixedMicros * 1e-6);
  }

  /*
   * Bursts of 8 as a Poisson stream, 50,000 packets per second: the burst waits as in M/D/1 with a
   * service of 80 us, 0.5 / 0.5 x 80 / 2 = 40 us, and a packet (8 - 1) / 2 x 10 = 35 us for those
   * before it in its burst. The long-run load, 0.5, is that of single packets, which wait 5 us.
   */
  @Test
  void bursts_wait_fifteenTimesAsLongAsSinglePackets() {
    Arrivals bursts = new Arrivals(50_000, 8, Spacing.RANDOM);
    assertMean(meanWaits(receiver(bursts, new Work.Fixed(PACKET_CYCLES)), 0.4), 75e-6);
  }

  /* 40,000 packets evenly spaced at 10 us each: nobody waits, 40 % of a core. */
  @Test
  void evenPackets_doNotWait() {
    Arrivals even = new Arrivals(40_000, 1, Spacing.EVEN);
    HostResult result = HostRun.simulate(receiver(even, new Work.Fixed(PACKET_CYCLES)), 1, 0.1);
    DriverResult driver = result.driver().orElseThrow();
    assertThat(driver.waiting().maxSeconds()).isZero();
    assertThat(driver.waiting().count()).isEqualTo(4_000);
    assertThat(driver.runSeconds()).isCloseTo(0.04, within(1e-9));
    assertThat(result.guest("guest").completion().meanSeconds()).isCloseTo(10e-6, within(1e-12));
    // Half of the host's time is the first core, and 40 % of that the driver domain's.
    assertThat(result.share(TimeShare.DRIVER)).isCloseTo(0.2, within(1e-9));
    assertThat(result.share(TimeShare.IDLE)).isCloseTo(0.8, within(1e-9));
  }

  /* In 10 us, interrupt 1 us, service 5 us, out 10 us; even packets 100 us apart: 26 us each. */
  @Test
  void request_throughDriverDomainAndBack_takesTheSumOfItsParts() {
    Activity echo =
        new Activity.Requests(
            new Arrivals(10_000, 1, Spacing.EVEN), new Work.Fixed(10_000), 2_000, false);
    DriverDomain domain =
        new DriverDomain(
            Map.of(
                TrapEvent.RX_PACKET,
                new Work.Fixed(PACKET_CYCLES),
                TrapEvent.TX_PACKET,
                new Work.Fixed(PACKET_CYCLES)),
            new Placement.Anywhere(),
            256);
    GuestGroup guest = GuestGroup.of("guest", 1, TrapLoad.NONE, echo);
    // On one core the parts follow each other as well.
    for (int cores : List.of(1, 2)) {
      HostResult result = HostRun.simulate(HostSetup.of(CLOCK, cores, guest).with(domain), 1, 0.1);
      Distribution response = result.guest("guest").completion();
      assertThat(response.meanSeconds()).isCloseTo(26e-6, within(1e-12));
      assertThat(response.count()).isEqualTo(999); // the last is under way
      assertThat(result.guest("guest").share(TimeShare.INTERRUPT)).isCloseTo(1.0 / 6, within(1e-3));
    }
  }

  /* Bursts of 4 packets, evenly 1 ms apart: one interrupt of 1 us and 4 services of 5 us each. */
  @Test
  void interrupts_ofABurst_coalesce() {
    Arrivals bursts = new Arrivals(4_000, 4, Spacing.EVEN);
    Activity activity = new Activity.Requests(bursts, new Work.Fixed(10_000), 2_000, false);
    GuestGroup guest = GuestGroup.of("guest", 1, TrapLoad.NONE, activity);
    HostSetup setup = HostSetup.of(CLOCK, 1, guest);
    GuestResult result = HostRun.simulate(setup, 1, 0.1005).guest("guest");
    assertThat(result.share(TimeShare.INTERRUPT)).isCloseTo(1.0 / 21, within(1e-12));
    // Responses after 6, 11, 16 and 21 us.
    assertThat(result.completion().count()).isEqualTo(400);
    assertThat(result.completion().meanSeconds()).isCloseTo(13.5e-6, within(1e-12));
    assertThat(result.completion().maxSeconds()).isCloseTo(21e-6, within(1e-12));
  }

  /* 20,000 sends per native second leave 10 us each: 0.2 cores, as in the closed form. */
  @Test
  void traps_thatLeaveWorkToTheDriverDomain_loadItAsInTheClosedForm() {
    TrapSource send =
        new TrapSource(TrapEvent.TX_PACKET, 20_000, List.of(new TrapSource.Entry("tx-packet", 0)));
    TrapLoad load = TrapLoad.of(List.of(send)).spaced(Spacing.EVEN);
    GuestGroup guest =
        GuestGroup.of("guest", 1, load, new Activity.Busy(0.001)).on(new Placement.Cores(1, 1));
    DriverDomain domain =
        new DriverDomain(
            Map.of(TrapEvent.TX_PACKET, new Work.Fixed(PACKET_CYCLES)),
            new Placement.Cores(0, 1),
            256);
    HostResult result = HostRun.simulate(HostSetup.of(CLOCK, 2, guest).with(domain), 1, 0.1);
    assertThat(result.driver().orElseThrow().runSeconds()).isCloseTo(0.02, within(1e-5));
  }

  /*
   * Without a core of its own, under a scheduler that lets it stand in line behind one busy guest,
   * the driver domain finds that guest at a random place of its 5 ms turn.
   */
  @Test
  void driverDomain_inLineBehindABusyGuest_waitsForHalfASlice() {
    GuestGroup busy = GuestGroup.of("busy", 1, TrapLoad.NONE, new Activity.Busy(0.001));
    Activity rare = new Activity.Requests(Arrivals.poisson(20), new Work.Fixed(0), 0, false);
    GuestGroup guest = GuestGroup.of("guest", 1, TrapLoad.NONE, rare).on(new Placement.Cores(1, 1));
    HostSetup setup =
        HostSetup.of(CLOCK, 2, busy.on(new Placement.Cores(0, 1)), guest)
            .with(driver(new Work.Fixed(0)))
            .under(new Scheduler(0.005, 0.030, Scheduler.WakeUp.IN_LINE));
    Tally waits = meanWaitsOfPackets(setup);
    assertThat(waits.standardError()).isLessThan(0.05 * 2.5e-3 / 4.5);
    // Seldom, with 20 packets per second, two share one turn of 5 ms.
    assertThat(waits.mean()).isCloseTo(2.5e-3, within(4.5 * waits.standardError()));
    HostSetup boosted = setup.under(Scheduler.CREDIT);
    HostResult result = HostRun.simulate(boosted, 1, 10);
    assertThat(result.guest("guest").completion().maxSeconds()).isZero();
  }

  /*
   * Two cores for four busy guests and the driver domain: equal weights give each 0.4 cores. Packets
   * of 50,000 per second and guest at 10 us ask for 0.5, so the driver domain runs out of credit and
   * stands in line; with twice the weight, 0.67 cores, it does not.
   */
  @Test
  void driverDomain_withoutEnoughWeight_keepsItsPacketsWaiting() {
    GuestGroup busy = GuestGroup.of("busy", 4, TrapLoad.NONE, new Activity.Busy(0.001));
    Activity packets = new Activity.Requests(Arrivals.poisson(50_000), new Work.Fixed(0), 0, false);
    GuestGroup guest = GuestGroup.of("guest", 1, TrapLoad.NONE, packets);
    DriverDomain equal =
        new DriverDomain(
            Map.of(TrapEvent.RX_PACKET, new Work.Fixed(PACKET_CYCLES)),
            new Placement.Anywhere(),
            256);
    HostSetup setup = HostSetup.of(CLOCK, 2, busy, guest);
    double starved = waitSeconds(setup.with(equal));
    double served = waitSeconds(setup.with(new DriverDomain(equal.work(), equal.place(), 512)));
    assertThat(starved).isGreaterThan(1e-3);
    // As with a core of its own: 5 us.
    assertThat(served).isBetween(4.5e-6, 5.5e-6);
  }

  private static double waitSeconds(HostSetup setup) {
    HostResult result = HostRun.simulate(setup.warmedUp(0.5), 1, 3);
    return result.driver().orElseThrow().waiting().meanSeconds();
  }

  private static Tally meanWaitsOfPackets(HostSetup setup) {
    Tally waits = new Tally();
    for (int seed = 0; seed < 20; seed++) {
      waits.add(HostRun.simulate(setup, seed, 40).guest("guest").completion().meanSeconds());
    }
    return waits;
  }
}
