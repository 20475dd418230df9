package hebe.models.fleet;

import static hebe.models.fleet.Operation.always;
import static hebe.models.fleet.Operation.calendar;
import static hebe.models.fleet.Operation.host;
import static hebe.models.fleet.Operation.hosts;
import static hebe.models.fleet.Operation.metric;
import static hebe.models.fleet.Operation.model;
import static hebe.models.fleet.Operation.none;
import static hebe.models.fleet.Operation.outages;
import static hebe.models.fleet.Operation.run;
import static hebe.models.fleet.Operation.vmm;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hebe.models.Fixtures;
import hebe.models.failure.Failures;
import hebe.models.failure.LayerFailures;
import hebe.models.load.Execution;
import hebe.models.load.LoadFixtures;
import hebe.models.migration.GuestCopy;
import hebe.models.migration.MigrationMode;
import hebe.models.migration.Round;
import hebe.models.migration.SourceCost;
import hebe.models.outage.Costs;
import hebe.models.policy.Degradation;
import hebe.models.policy.Policy;
import hebe.models.policy.RejuvenationPolicy.WhenDegraded;
import hebe.models.recovery.Mechanism;
import hebe.models.recovery.Migrate;
import hebe.models.recovery.Migrate.Aborts;
import hebe.models.recovery.Migrate.Back;
import hebe.models.recovery.Migrate.Emptied;
import hebe.models.recovery.Migrate.Otherwise;
import hebe.models.recovery.Migrate.Times;
import hebe.sim.run.Replication;
import hebe.sim.study.WorkResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of evacuations that abort, stay or cost something, by pencil. */
class EvacuationTest {
  /** An attempt aborts; the chance that one of these tests sees another is below 1e-7. */
  private static final double SURELY = 1 - 1e-9;

  private static Migrate aborting(int retries, Otherwise otherwise) {
    return Migrations.given(
        always(30), always(4), always(60), new Aborts(SURELY, retries, 100, otherwise));
  }

  private static HostGroup safe(int guests) {
    return host(guests).with(Migrations.spares(1, always(1e9)));
  }

  @ParameterizedTest
  @CsvSource({
    // Copies of 30 s, aborted; 100 s until the next: 30 + r (100 + 30).
    "0, 10030",
    "1, 10160",
    "2, 10290"
  })
  void givesUp_afterAllRetries_nobodyStandsStill(int retries, int end) {
    WorkResult result =
        run(
            safe(2),
            Failures.none(),
            vmm(calendar(10_000), aborting(retries, Otherwise.GIVE_UP)),
            19_000);
    assertThat(outages(result, "host")).containsExactly("10000-" + end + " migrate");
    assertThat(outages(result, "host/web-1")).isEmpty();
  }

  @Test
  void stopsAndCopies_afterAllRetries() {
    // In vain until 10160; stopped and sent in as long as a copy takes.
    WorkResult result =
        run(
            safe(1),
            Failures.none(),
            vmm(calendar(10_000), aborting(1, Otherwise.STOP_AND_COPY)),
            10_200);
    assertThat(outages(result, "host/web")).containsExactly("10160-10190 migrate");
  }

  @Test
  void rebootsWarm_afterAllRetries() {
    // In vain until 10160; then the warm reboot of a host of one guest: frozen 10 s after its begin
    // for 35 s, the host is back after 42 s.
    WorkResult result =
        run(
            safe(1),
            Failures.none(),
            vmm(calendar(10_000), aborting(1, Otherwise.WARM_REBOOT)),
            19_000);
    WorkResult warm =
        run(host(1), Failures.none(), vmm(calendar(10_160), Mechanism.Reboot.WARM), 19_000);
    assertThat(outages(warm, "host/web")).containsExactly("10170-10205 warm-reboot");
    assertThat(outages(result, "host/web")).containsExactly("10170-10205 migrate");
    assertThat(outages(result, "host")).containsExactly("10000-10202 migrate");
  }

  @Test
  void givesUp_whereTheSignStays_triesAgainAfterTheDelay() {
    // The VMM ages at 1000 and stays so. Each attempt takes 30 s, and 100 s lie between two.
    LayerFailures aging =
        new LayerFailures(
            Optional.of(always(1000)), Optional.of(always(1e9)), always(0), Optional.empty());
    WorkResult result =
        run(
            safe(1),
            Operation.failures(none(), aging, none()),
            vmm(new WhenDegraded(new Degradation.Stage(1)), aborting(0, Otherwise.GIVE_UP)),
            1300);
    assertThat(outages(result, "host"))
        .containsExactly("1000-1030 migrate", "1130-1160 migrate", "1260-1290 migrate");
  }

  @Test
  void attempts_byChance_aGuestIsNotMovedAfterAllOfThem() {
    // Half of the attempts abort; with one retry a quarter of the evacuations is in vain.
    Aborts aborts = new Aborts(0.5, 1, 100, Otherwise.GIVE_UP);
    Migrate by = Migrations.given(always(30), always(4), always(60), aborts);
    FleetModel fleet = model(safe(1), Failures.none(), vmm(calendar(5000), by));
    Operation.Firings firings = new Operation.Firings(fleet);
    double horizon = 4000 * 5000 + 4999;
    new Replication(fleet.model(), 1, 0, horizon, List.of()).run(firings);

    double moved = firings.of("platform/evacuated").size();
    double inVain = firings.of("platform/not evacuated").size();
    assertThat(moved + inVain).isEqualTo(4000);
    // Three standard deviations of sqrt(0.25 x 0.75 / 4000).
    assertThat(inVain / 4000).isCloseTo(0.25, within(0.021));
    // Two stops of 4 s for each that was moved.
    WorkResult result = run(fleet, 1, horizon);
    assertThat(metric(fleet, result, "unavailability", "web", ""))
        .isCloseTo(8 * moved / horizon, within(1e-12));
  }

  @Test
  void stays_hostsAreExchanged_theOldOneIsSpareAfterItsRestart() {
    HostGroup group =
        hosts("host", 2, 1, Fixtures.hardware(), Fixtures.vmm())
            .with(Migrations.spares(1, always(1e9)));
    Migrate by =
        new Migrate(
            new Times.Given(always(30), always(4)),
            new Emptied.Lasting(always(60)),
            Aborts.NONE,
            Back.STAY);

    WorkResult result = run(group, Failures.none(), vmm(calendar(10_000), by), 19_000);

    // The second waits for the restart of what was the first: 10034 + 60.
    assertThat(outages(result, "host-1")).containsExactly("10000-10034 migrate");
    assertThat(outages(result, "host-1/web")).containsExactly("10030-10034 migrate");
    assertThat(outages(result, "host-2")).containsExactly("10094-10128 migrate");
    assertThat(outages(result, "host-2/web")).containsExactly("10124-10128 migrate");
  }

  @Test
  void capacity_whileGuestsAreCopied_lacksLoggingAndSending() {
    // Three guests, two at once: the third has the link for itself, and another share of loss.
    Execution execution = LoadFixtures.xen(OptionalDouble.empty());
    GuestGroup web =
        new GuestGroup(
            "web",
            3,
            1,
            Fixtures.os(),
            Fixtures.service(),
            Optional.of(LoadFixtures.workload(100_000, 50_000, 0)));
    HostGroup group =
        new HostGroup(
                "host",
                1,
                Fixtures.hardware(),
                Fixtures.vmm(),
                List.of(web),
                Optional.of(execution))
            .with(Migrations.spares(1, always(1e9)));
    Migrate by = Migrations.computed(MigrationMode.PRE_COPY, 2);
    double horizon = 11_000;
    FleetModel fleet = model(group, Failures.none(), vmm(calendar(10_000), by));
    WorkResult result = Operation.run(fleet, 1, horizon);

    // Out and back, each round: a fault for each page dirtied, one refill, each byte sent; no guest
    // loses more than all it could do meanwhile, and the third would.
    SourceCost cost = CopyLoss.of(execution, 0x1p30);
    double lost = 0;
    List<GuestCopy> copies = MoveTimes.of(group, by).plan().orElseThrow();
    for (GuestCopy copy : copies) {
      double taken = 0;
      for (Round round : copy.rounds()) {
        taken +=
            round.pass().dirtiedBytes() / 4096 * cost.faultSeconds()
                + cost.refillSeconds()
                + round.pass().sentBytes() * cost.sendSecondsPerByte();
      }
      lost += 2 * Math.min(copy.liveSeconds(), taken);
    }
    assertThat(copies.get(2).liveSeconds()).isLessThan(0.7 * copies.get(0).liveSeconds());
    assertThat(lost).isGreaterThan(1);
    double availability = metric(fleet, result, "availability", "web", "");
    // The workload runs at 1 / 1.2 of its native speed.
    double capacity = (availability - lost / (3 * horizon)) / 1.2;
    assertThat(metric(fleet, result, "capacity", "web", "")).isCloseTo(capacity, within(1e-9));
  }

  @Test
  void cost_ofSpareHosts_isPaidWhereAPolicyMigrates() {
    Costs costs = new Costs(Optional.of("EUR"), Map.of(), Map.of(), 0, 0, 5, 1000);
    HostGroup two =
        hosts("a", 3, 1, Fixtures.hardware(), Fixtures.vmm()).with(Migrations.spares(2));
    HostGroup one =
        hosts("b", 1, 1, Fixtures.hardware(), Fixtures.vmm()).with(Migrations.spares(1));
    Datacenter all = new Datacenter(List.of(two, one), Failures.none());

    // Three spare hosts at 1000 a year, and 5 a year whatever the policy.
    assertThat(cost(all, vmm(calendar(1e6), Migrations.computed(MigrationMode.PRE_COPY, 1)), costs))
        .isEqualTo(3005);
    assertThat(cost(all, vmm(calendar(1e6), Mechanism.Reboot.COLD), costs)).isEqualTo(5);
    assertThat(cost(all, Operation.never(), costs)).isEqualTo(5);
  }

  private static double cost(Datacenter all, Policy policy, Costs costs) {
    FleetModel fleet = FleetModel.build(all, policy, Optional.of(costs));
    return metric(fleet, Operation.run(fleet, 1, 1000), "cost-per-year", "all", "");
  }
}
