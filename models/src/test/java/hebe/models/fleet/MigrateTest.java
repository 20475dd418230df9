package hebe.models.fleet;

import static hebe.models.fleet.Operation.always;
import static hebe.models.fleet.Operation.calendar;
import static hebe.models.fleet.Operation.host;
import static hebe.models.fleet.Operation.hosts;
import static hebe.models.fleet.Operation.model;
import static hebe.models.fleet.Operation.outages;
import static hebe.models.fleet.Operation.run;
import static hebe.models.fleet.Operation.vmm;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import hebe.models.Fixtures;
import hebe.models.failure.Failures;
import hebe.models.failure.LayerFailures;
import hebe.models.policy.RejuvenationPolicy.AfterAging;
import hebe.models.recovery.Migrate;
import hebe.models.recovery.Migrate.Aborts;
import hebe.sim.law.Exponential;
import hebe.sim.study.WorkResult;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Schedules of evacuations, by pencil. */
class MigrateTest {
  private static final Migrate SIMPLE =
      Migrations.given(always(30), always(4), always(60), Aborts.NONE);

  @Test
  void guestsOfOneHost_everyTenThousandSeconds_standStillTwicePerRejuvenation() {
    HostGroup group = host(2).with(Migrations.spares(1));

    WorkResult result = run(group, Failures.none(), vmm(calendar(10_000), SIMPLE), 11_000);

    // 10000 + 30 copied; stopped for 4; restart for 60; copied for 30; stopped for 4.
    assertThat(outages(result, "host/web-1"))
        .isEqualTo(outages(result, "host/web-2"))
        .containsExactly("10030-10034 migrate", "10124-10128 migrate");
    assertThat(outages(result, "host")).containsExactly("10000-10128 migrate");
  }

  @Test
  void twoHostsWithOneSpare_dueAtOnce_takeTurns() {
    HostGroup group =
        hosts("host", 2, 1, Fixtures.hardware(), Fixtures.vmm()).with(Migrations.spares(1));

    WorkResult result = run(group, Failures.none(), vmm(calendar(10_000), SIMPLE), 11_000);

    assertThat(outages(result, "host-1")).containsExactly("10000-10128 migrate");
    assertThat(outages(result, "host-2")).containsExactly("10128-10256 migrate");
    // The guest of the second stops 30 s and 124 s after its host's turn begins, 4 s each time.
    assertThat(outages(result, "host-2/web"))
        .containsExactly("10158-10162 migrate", "10252-10256 migrate");
  }

  @Test
  void exponentialMigration_exactAndSimulated_meetTheRenewalReward() throws Exception {
    Migrate by =
        Migrations.given(
            new Exponential(300), new Exponential(40), new Exponential(200), Aborts.NONE);
    LayerFailures vmm =
        new LayerFailures(
            Optional.of(new Exponential(1000)), Optional.empty(), always(0), Optional.empty());
    FleetModel fleet =
        model(
            host(1).with(Migrations.spares(1)),
            Operation.failures(Operation.none(), vmm, Operation.none()),
            vmm(new AfterAging(new Exponential(500)), by));

    // Two copies of 300, two stops of 40, a restart of 200, and 1000 + 500 until it is due; but the
    // fresh VMM ages while its guest comes back. Until the earlier of aging and return it takes
    // 1000 (1 - 1 / (1.3 x 1.04)) = 260.355..., which counts once.
    double expected = 80 / (2380 - 1000 * (1 - 1 / (1.3 * 1.04)));
    double exact =
        ExactOperation.of(fleet, 1000).inTheLongRun().values().entrySet().stream()
            .filter(e -> e.getKey().name().equals("unavailability"))
            .filter(e -> e.getKey().subject().equals("web"))
            .findFirst()
            .orElseThrow()
            .getValue();
    assertThat(exact).isCloseTo(expected, within(1e-12));
    // 9,400 cycles of two stops each: a standard error of 0.7 %.
    double simulated = Operation.metric(fleet, run(fleet, 1, 2e7), "unavailability", "web", "");
    assertThat(simulated).isCloseTo(expected, withinPercentage(2.5));
  }
}
