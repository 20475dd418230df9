package hebe.models.fleet;

import static hebe.models.fleet.Operation.NEVER;
import static hebe.models.fleet.Operation.calendar;
import static hebe.models.fleet.Operation.crash;
import static hebe.models.fleet.Operation.host;
import static hebe.models.fleet.Operation.never;
import static hebe.models.fleet.Operation.none;
import static hebe.models.fleet.Operation.vmm;
import static org.assertj.core.api.Assertions.assertThat;

import hebe.models.Fixtures;
import hebe.models.failure.Failures;
import hebe.models.failure.LayerFailures;
import hebe.models.policy.Policy;
import hebe.models.policy.RejuvenationPolicy.AfterAging;
import hebe.models.recovery.Mechanism;
import hebe.models.recovery.Mechanism.Reboot;
import hebe.sim.law.DelayLaw;
import hebe.sim.law.Exponential;
import hebe.sim.law.Weibull;
import hebe.sim.result.Outage;
import hebe.sim.run.Fingerprint;
import hebe.sim.run.Replication;
import hebe.sim.study.WorkResult;
import hebe.sim.study.WorkUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two policies, or two datacenters, see the same bad luck. */
class CommonRandomNumbersTest {
  private static final double HORIZON_SECONDS = 300_000;

  @Test
  void hardwareCrashes_areTheSameUnderEveryPolicy() {
    List<Double> instants = hardwareCrashes(never());
    assertThat(instants).hasSizeGreaterThan(30);
    for (Reboot mechanism : Reboot.values()) {
      assertThat(hardwareCrashes(vmm(calendar(2000), mechanism))).isEqualTo(instants);
    }
    Policy guests = Operation.guests(Operation.staggered(500), 50);
    assertThat(hardwareCrashes(guests)).isEqualTo(instants);
  }

  @Test
  void crashesOfOneGuest_areTheSameWhateverHappensToTheService() {
    // An unrelated cause of failure draws from a stream of its own.
    assertThat(firings(fleet(failures(1), never(), 3), "web-2/run/crash"))
        .hasSizeGreaterThan(30)
        .isEqualTo(firings(fleet(withService(1), never(), 3), "web-2/run/crash"));
  }

  @Test
  void oneMoreHost_leavesTheOthersAsTheyWere() {
    Policy policy = vmm(calendar(2000), Reboot.WARM);
    WorkResult two = Operation.run(hosts(2, policy), 7, HORIZON_SECONDS);
    WorkResult three = Operation.run(hosts(3, policy), 7, HORIZON_SECONDS);
    List<Outage> known =
        three.outages().stream().filter(outage -> !outage.subject().startsWith("host-3")).toList();
    assertThat(known).hasSizeGreaterThan(500).isEqualTo(two.outages());
    assertThat(three.outages()).hasSizeGreaterThan(known.size());
  }

  @Test
  void never_withAnyMechanism_isTheModelWithoutAPolicy() {
    long plain = fingerprint(never());
    for (Reboot mechanism : Reboot.values()) {
      assertThat(fingerprint(new Policy("n", NEVER, mechanism, NEVER, Optional.empty())))
          .isEqualTo(plain);
    }
    assertThat(fingerprint(Operation.guests(calendar(5000), 50))).isNotEqualTo(plain);
  }

  @Test
  void policy_thatActsAfterTheHorizon_isNeverEventForEvent() {
    Policy late = Operation.both(calendar(1e9), Reboot.WARM, calendar(1e9), 50);
    assertThat(allFirings(late)).hasSizeGreaterThan(1000).isEqualTo(allFirings(never()));
  }

  @Test
  void replications_areIndependentOfEachOtherAndOfTheirOrder() {
    FleetModel fleet = fleet(failures(1), never(), 2);
    OperationRun run = new OperationRun(fleet);
    WorkResult third = run.run(new WorkUnit(5, 2, HORIZON_SECONDS, List.of(), true));
    WorkResult first = run.run(new WorkUnit(5, 0, HORIZON_SECONDS, List.of(), true));
    assertThat(new OperationRun(fleet).run(new WorkUnit(5, 2, HORIZON_SECONDS, List.of(), true)))
        .isEqualTo(third);
    assertThat(first.outages()).isNotEqualTo(third.outages());
  }

  @Test
  void allTimes_fourTimesAsLong_leaveAvailabilityBitForBit() {
    for (Mechanism mechanism : List.of(Reboot.WARM, Reboot.SAVED, Reboot.COLD)) {
      WorkResult once = scaled(1, mechanism);
      WorkResult slow = scaled(4, mechanism);
      assertThat(once.outages()).hasSizeGreaterThan(500);
      for (int i = 0; i < once.outages().size(); i++) {
        assertThat(slow.outages().get(i).startSeconds())
            .isEqualTo(4 * once.outages().get(i).startSeconds());
        assertThat(slow.outages().get(i).endSeconds())
            .isEqualTo(4 * once.outages().get(i).endSeconds());
        assertThat(slow.outages().get(i).cause()).isEqualTo(once.outages().get(i).cause());
      }
      assertThat(slow.values().get(0)).isEqualTo(once.values().get(0));
    }
  }

  /** A run whose every duration, period and horizon is multiplied. */
  private static WorkResult scaled(double factor, Mechanism mechanism) {
    GuestGroup web =
        new GuestGroup(
            "web",
            3,
            1,
            Fixtures.slower(Fixtures.os(), factor),
            Fixtures.slower(Fixtures.service(), factor));
    HostGroup host =
        new HostGroup(
            "host",
            1,
            Fixtures.slower(Fixtures.hardware(), factor),
            Fixtures.slower(Fixtures.vmm(), factor),
            List.of(web));
    Policy policy =
        new Policy(
            "p",
            calendar(4000 * factor),
            mechanism,
            new AfterAging(new Exponential(200 * factor)),
            Optional.of(new Exponential(50 * factor)));
    return Operation.run(
        Operation.model(host, failures(factor), policy), 3, HORIZON_SECONDS * factor);
  }

  private static List<Double> hardwareCrashes(Policy policy) {
    return firings(fleet(failures(1), policy, 2), "host/platform/hardware-crash");
  }

  private static List<Double> firings(FleetModel fleet, String name) {
    Operation.Firings firings = new Operation.Firings(fleet);
    new Replication(fleet.model(), 11, 0, HORIZON_SECONDS, List.of()).run(firings);
    return firings.of(name);
  }

  private static List<Map.Entry<Double, String>> allFirings(Policy policy) {
    FleetModel fleet = fleet(failures(1), policy, 2);
    Operation.Firings firings = new Operation.Firings(fleet);
    new Replication(fleet.model(), 11, 0, HORIZON_SECONDS, List.of()).run(firings);
    return firings.all();
  }

  private static long fingerprint(Policy policy) {
    FleetModel fleet = fleet(failures(1), policy, 2);
    Fingerprint fingerprint = new Fingerprint(fleet.model());
    new Replication(fleet.model(), 11, 0, HORIZON_SECONDS, List.of()).run(fingerprint);
    return fingerprint.value();
  }

  private static FleetModel fleet(Failures failures, Policy policy, int guests) {
    return Operation.model(host(guests), failures, policy);
  }

  private static FleetModel hosts(int count, Policy policy) {
    return Operation.model(
        Operation.hosts("host", count, 2, Fixtures.hardware(), Fixtures.vmm()),
        failures(1),
        policy);
  }

  private static Failures failures(double factor) {
    LayerFailures hardware = crash(law(5000, factor), 8 * factor, law(400, factor));
    LayerFailures vmm = crash(Weibull.ofMean(2, 4000 * factor), 8 * factor);
    LayerFailures guest =
        new LayerFailures(
            Optional.of(law(900, factor)),
            Optional.of(law(600, factor)),
            Operation.always(4 * factor),
            Optional.empty());
    return new Failures(hardware, vmm, guest, none());
  }

  private static Failures withService(double factor) {
    Failures failures = failures(factor);
    return new Failures(
        failures.hardware(), failures.vmm(), failures.guest(), crash(law(700, factor), 4));
  }

  private static DelayLaw law(double mean, double factor) {
    return new Exponential(mean * factor);
  }
}
