package hebe.models.fleet;

import static hebe.models.fleet.Operation.always;
import static hebe.models.fleet.Operation.calendar;
import static hebe.models.fleet.Operation.host;
import static hebe.models.fleet.Operation.model;
import static hebe.models.fleet.Operation.outages;
import static hebe.models.fleet.Operation.outagesOf;
import static hebe.models.fleet.Operation.run;
import static hebe.models.fleet.Operation.vmm;
import static org.assertj.core.api.Assertions.assertThat;

import hebe.models.failure.Failures;
import hebe.models.failure.LayerFailures;
import hebe.models.migration.GuestCopy;
import hebe.models.migration.MigrationMode;
import hebe.models.policy.Policy;
import hebe.models.recovery.Migrate;
import hebe.models.recovery.Migrate.Aborts;
import hebe.sim.law.DelayLaw;
import hebe.sim.law.Deterministic;
import hebe.sim.run.Replication;
import hebe.sim.study.WorkResult;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A crash of the home host or the spare host in each stage of an evacuation that begins at 10000 s:
 * what is lost and how long it takes, by pencil. Copy until 10030, stop until 10034, restart until
 * 10094, copy back until 10124, stop until 10128.
 */
class MigrationFailureTest {
  private static final double BEGIN = 10_000;
  private static final String[] CRASH_LOSES = {
    "page cache", "connections", "guest uptime", "unsaved data"
  };

  private static final Policy GIVEN =
      vmm(calendar(BEGIN), Migrations.given(always(30), always(4), always(60), Aborts.NONE));

  /** The hardware fails once, is found after 2 s, is repaired in 100 s and restarts in 72 s. */
  private static Failures hardware(double atSeconds) {
    return Operation.failures(
        Operation.crash(new Deterministic(atSeconds), 2, always(100)),
        LayerFailures.none(),
        LayerFailures.none());
  }

  /** A spare host that nothing happens to. */
  private static HostGroup safe() {
    return host(1).with(Migrations.spares(1, always(1e9)));
  }

  private static String[] split(String outages) {
    return Arrays.stream(outages.split(";")).map(String::strip).toArray(String[]::new);
  }

  @ParameterizedTest
  @CsvSource({
    // Copied at home: lost; 174 s until the host runs, a boot of 17 s.
    "10010, 10010-10201 hardware-failure, 10000-10184 migrate, true",
    // Stopped at home: lost, in the course of the stop.
    "10032, 10030-10223 migrate, 10000-10206 migrate, true",
    // On the spare host it goes on, and comes home when the host runs: 10224 + 30.
    "10050, 10030-10034 migrate; 10254-10258 migrate, 10000-10224 migrate; 10224-10258 migrate, false",
    // Copied back: the copy at home is lost, it goes on; the next one from 10284.
    "10110, 10030-10034 migrate; 10314-10318 migrate, 10000-10284 migrate; 10284-10318 migrate, false",
    // Stopped on the way back: the spare host still has all of it. Again from 10300.
    "10126, 10030-10034 migrate; 10124-10126 migrate; 10330-10334 migrate,"
        + " 10000-10300 migrate; 10300-10334 migrate, false"
  })
  void homeCrashes_guestIsLostOnlyWithItsMemory(
      double at, String ofGuest, String ofHost, boolean lost) {
    WorkResult result = run(safe(), hardware(at), GIVEN, 10_900);

    assertThat(outages(result, "host/web")).containsExactly(split(ofGuest));
    assertThat(outages(result, "host")).containsExactly(split(ofHost));
    if (lost) {
      assertThat(outagesOf(result, "host/web").get(0).lost()).containsExactly(CRASH_LOSES);
    } else {
      assertThat(outagesOf(result, "host/web")).allMatch(outage -> outage.lost().isEmpty());
    }
  }

  @ParameterizedTest
  @CsvSource({
    // Stopped on its way out: the copy is rolled back, and nothing is lost.
    "32, 10030-10032 migrate, false",
    // On the spare host while its home restarts until 10094: it boots there in 17 s.
    "50, 10030-10034 migrate; 10050-10111 spare-crash, true",
    // Copied back: lost; its home runs.
    "110, 10030-10034 migrate; 10110-10127 spare-crash, true",
    // Stopped on the way back: lost.
    "126, 10030-10034 migrate; 10124-10143 migrate, true"
  })
  void spareCrashes_guestIsLostOnlyWithItsMemory(double after, String ofGuest, boolean lost) {
    HostGroup group = host(1).with(Migrations.spares(1, always(after)));

    WorkResult result = run(group, Failures.none(), GIVEN, 11_000);

    assertThat(outages(result, "host/web")).containsExactly(split(ofGuest));
    var all = outagesOf(result, "host/web");
    assertThat(all.get(all.size() - 1).lost()).hasSize(lost ? 4 : 0);
  }

  @Test
  void spareCrashes_guestsCopied_hostTriesAgainWhenThereIsAnother() {
    // Crashed at 10010; the host is back after a minute, the spare host after an hour.
    HostGroup group = host(1).with(Migrations.spares(1, always(10)));
    FleetModel fleet = model(group, Failures.none(), GIVEN);
    Operation.Firings firings = new Operation.Firings(fleet);
    new Replication(fleet.model(), 1, 0, 14_000, List.of()).run(firings);

    assertThat(firings.of("platform/rejuvenate")).containsExactly(10_000.0, 13_610.0);
    WorkResult result = run(group, Failures.none(), GIVEN, 14_000);
    assertThat(outages(result, "host/web")).isEmpty();
    assertThat(outages(result, "host"))
        .containsExactly("10000-10070 migrate", "13610-13680 migrate");
  }

  @ParameterizedTest
  @CsvSource({"true, 0", "false, 17"})
  void crash_whileTheGuestStarts_theDestinationDecides(boolean home, double boot) {
    GuestCopy copy = copy(MigrationMode.PRE_COPY);
    double stops = BEGIN + copy.stopsSeconds();
    // A second after the commit, of two in which it starts.
    double crash = stops + copy.stopSeconds() + 1;

    assertFirstOutage(MigrationMode.PRE_COPY, home, crash, stops, crash + boot);
  }

  @ParameterizedTest
  @CsvSource({"true, 191", "false, 17"})
  void crash_whilePagesArePushed_guestIsLost(boolean home, double back) {
    GuestCopy copy = copy(MigrationMode.POST_COPY);
    double crash = BEGIN + copy.stopsSeconds() + copy.downtimeSeconds() + copy.pushSeconds() / 2;

    assertOutage(1, MigrationMode.POST_COPY, home, crash, crash, crash + back);
  }

  private static GuestCopy copy(MigrationMode mode) {
    return MoveTimes.of(host(1), Migrations.computed(mode, 1)).plan().orElseThrow().get(0);
  }

  private static void assertFirstOutage(
      MigrationMode mode, boolean home, double crash, double from, double to) {
    assertOutage(0, mode, home, crash, from, to);
  }

  private static void assertOutage(
      int number, MigrationMode mode, boolean home, double crash, double from, double to) {
    DelayLaw ofSpare = home ? always(1e9) : always(crash - BEGIN);
    Migrate by = Migrations.computed(mode, 1);
    WorkResult result =
        run(
            host(1).with(Migrations.spares(1, ofSpare)),
            home ? hardware(crash) : Failures.none(),
            vmm(calendar(BEGIN), by),
            10_500);
    var outage = outagesOf(result, "host/web").get(number);
    assertThat(outage.startSeconds()).isCloseTo(from, Offset.offset(1e-6));
    assertThat(outage.endSeconds()).isCloseTo(to, Offset.offset(1e-6));
  }
}
