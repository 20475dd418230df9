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

import hebe.models.Fixtures;
import hebe.models.failure.Failures;
import hebe.models.recovery.Migrate;
import hebe.models.recovery.Migrate.Aborts;
import hebe.sim.study.WorkResult;
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
    assertThat(model(group, Failures.none(), vmm(calendar(10_000), SIMPLE)).model()).isNotNull();
  }
}
