package hebe.models.fleet;

import static hebe.models.fleet.Operation.always;
import static hebe.models.fleet.Operation.both;
import static hebe.models.fleet.Operation.calendar;
import static hebe.models.fleet.Operation.calendarFrom;
import static hebe.models.fleet.Operation.crash;
import static hebe.models.fleet.Operation.failures;
import static hebe.models.fleet.Operation.guests;
import static hebe.models.fleet.Operation.host;
import static hebe.models.fleet.Operation.none;
import static hebe.models.fleet.Operation.outages;
import static hebe.models.fleet.Operation.run;
import static hebe.models.fleet.Operation.sinceRenewal;
import static hebe.models.fleet.Operation.staggered;
import static hebe.models.fleet.Operation.vmm;
import static org.assertj.core.api.Assertions.assertThat;

import hebe.models.Fixtures;
import hebe.models.failure.Failures;
import hebe.models.recovery.Mechanism;
import hebe.models.recovery.Mechanism.Reboot;
import hebe.sim.result.Outage;
import hebe.sim.study.WorkResult;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Planned outages by pencil, exactly. One guest of 1 GiB on the test host: a cold reboot makes it
 * wait 6 + 82 + 17 = 105 s, a warm one takes it from second 10 to second 45, a saved one from 0 to
 * 8 + 82 + 8 = 98. A rejuvenation of a guest is given 50 s.
 */
class ScheduleTest {
  private static final Failures NO_FAILURES = Failures.none();
  private static final Mechanism RESTART = new Mechanism.Restart(always(100));

  @Test
  void restartAndGuests_byTheCalendar_giveExactlyTheseOutages() {
    // The host is down for 100 s, then the guest boots in 17 s. What falls due at 2000 is absorbed.
    WorkResult result =
        run(host(1), NO_FAILURES, both(calendar(1000), RESTART, calendar(400), 50), 2400);
    assertThat(outages(result, "host")).containsExactly("1000-1100 restart", "2000-2100 restart");
    assertThat(outages(result, "host/web"))
        .containsExactly(
            "400-450 guest-rejuvenation",
            "800-850 guest-rejuvenation",
            "1000-1117 restart",
            "1200-1250 guest-rejuvenation",
            "1600-1650 guest-rejuvenation",
            "2000-2117 restart"); // the next one is due at 2400, when the replication is over
  }

  @Test
  void restart_thatTakesNoTime_stillTakesTheGuestsDownAndBootsThem() {
    Mechanism atOnce = new Mechanism.Restart(always(0));
    WorkResult result =
        run(host(1), NO_FAILURES, both(calendar(1000), atOnce, calendar(700), 50), 1500);
    assertThat(outages(result, "host/web"))
        .containsExactly(
            "700-750 guest-rejuvenation", "1000-1017 restart", "1400-1450 guest-rejuvenation");
  }

  @Test
  void outages_say_whetherTheyWerePlannedAndWhatTheyLost() {
    WorkResult result =
        run(host(1), NO_FAILURES, both(calendar(1000), RESTART, calendar(400), 50), 1050);
    List<Outage> web = Operation.outagesOf(result, "host/web");
    assertThat(web).allMatch(outage -> outage.cause().planned());
    assertThat(web)
        .allSatisfy(
            outage ->
                assertThat(outage.lost())
                    .containsExactly("page cache", "connections", "guest uptime"));
    assertThat(web).extracting(Outage::lasting).containsExactly(false, false, true);
    WorkResult warm = run(host(1), NO_FAILURES, vmm(calendar(1000), Reboot.WARM), 1900);
    assertThat(Operation.outagesOf(warm, "host/web"))
        .singleElement()
        .satisfies(outage -> assertThat(outage.lost()).isEmpty());
  }

  @Test
  void coldReboot_absorbsWhatFallsDueAtIt() {
    WorkResult result =
        run(host(1), NO_FAILURES, both(calendar(2000), Reboot.COLD, calendar(1000), 50), 3500);
    assertThat(outages(result, "host/web"))
        .containsExactly(
            "1000-1050 guest-rejuvenation",
            "2000-2105 cold-reboot",
            "3000-3050 guest-rejuvenation");
  }

  @Test
  void coldReboot_atTheInstantOfARejuvenation_goesFirst() {
    // The guest's instant 2000 is known since 0, the VMM's since its reboot at 1000: the order of
    // their making does not count.
    WorkResult result =
        run(host(1), NO_FAILURES, both(calendar(1000), Reboot.COLD, calendar(2000), 50), 2500);
    assertThat(outages(result, "host/web"))
        .containsExactly("1000-1105 cold-reboot", "2000-2105 cold-reboot");
  }

  @Test
  void coldReboot_absorbsWhatFallsDueInItsCourse() {
    // due at 2100, while the service starts
    WorkResult result =
        run(
            host(1),
            NO_FAILURES,
            both(calendar(2000), Reboot.COLD, calendarFrom(2100, 700), 50),
            3000);
    assertThat(outages(result, "host/web"))
        .containsExactly("2000-2105 cold-reboot", "2800-2850 guest-rejuvenation");
  }

  @Test
  void warmReboot_isFollowedByWhatFallsDueAtIt() {
    WorkResult result =
        run(host(1), NO_FAILURES, both(calendar(2000), Reboot.WARM, calendar(1000), 50), 3500);
    assertThat(outages(result, "host/web"))
        .containsExactly(
            "1000-1050 guest-rejuvenation",
            "2010-2045 warm-reboot",
            "2045-2095 guest-rejuvenation",
            "3000-3050 guest-rejuvenation");
  }

  @Test
  void warmReboot_isFollowedByWhatFallsDueInItsCourse() {
    // due at 2005 while the guest still serves, at 2030 while it is frozen, at 2044 while it is
    // resumed: after it, once
    for (double due : new double[] {2005, 2030, 2044}) {
      WorkResult result =
          run(
              host(1),
              NO_FAILURES,
              both(calendar(2000), Reboot.WARM, calendarFrom(due, 900), 50),
              2900);
      assertThat(outages(result, "host/web"))
          .containsExactly("2010-2045 warm-reboot", "2045-2095 guest-rejuvenation");
    }
  }

  @Test
  void savedReboot_isFollowedByWhatFallsDueAtIt() {
    WorkResult result =
        run(host(1), NO_FAILURES, both(calendar(2000), Reboot.SAVED, calendar(2000), 50), 3500);
    assertThat(outages(result, "host/web"))
        .containsExactly("2000-2098 saved-reboot", "2098-2148 guest-rejuvenation");
  }

  @Test
  void sinceRenewal_countsFromTheLastFreshStart() {
    // 400, 450 + 400 = 850; the cold reboot at 1000 ends at 1105 and makes the guest fresh: 1505
    WorkResult result =
        run(host(1), NO_FAILURES, both(calendar(1000), Reboot.COLD, sinceRenewal(400), 50), 1800);
    assertThat(outages(result, "host/web"))
        .containsExactly(
            "400-450 guest-rejuvenation",
            "850-900 guest-rejuvenation",
            "1000-1105 cold-reboot",
            "1505-1555 guest-rejuvenation");
  }

  @Test
  void sinceRenewal_keepsCountingThroughAWarmReboot() {
    // 900 + 400 = 1300, although the guest was frozen for 35 s in between
    WorkResult result =
        run(host(1), NO_FAILURES, both(calendar(1000), Reboot.WARM, sinceRenewal(400), 50), 1700);
    assertThat(outages(result, "host/web"))
        .containsExactly(
            "400-450 guest-rejuvenation",
            "850-900 guest-rejuvenation",
            "1010-1045 warm-reboot",
            "1300-1350 guest-rejuvenation");
  }

  @Test
  void sinceRenewal_ofTheVmm_countsFromTheEndOfItsReboot() {
    WorkResult result = run(host(1), NO_FAILURES, vmm(sinceRenewal(1000), RESTART), 3400);
    assertThat(outages(result, "host"))
        .containsExactly("1000-1100 restart", "2100-2200 restart", "3200-3300 restart");
  }

  @Test
  void calendar_ofTheVmm_passesByWhileTheHostIsBroken() {
    // Crash at 1950, repair 500, restart 72: up at 2522. The instant 2000 passes; 3000 does not.
    Failures broken = failures(crash(always(1950), 0, always(500)), none(), none());
    WorkResult result = run(host(0), broken, vmm(calendar(1000), RESTART), 3500);
    assertThat(outages(result, "host"))
        .containsExactly("1000-1100 restart", "1950-2522 hardware-failure", "3000-3100 restart");
  }

  @Test
  void calendar_ofAGuest_passesByWhileItIsDown() {
    // The guest crashes at 390, is detected at 395 and restarted by 412: 400 passes by.
    Failures failing = failures(none(), none(), crash(always(390), 5));
    WorkResult result = run(host(1), failing, guests(calendar(400), 50), 799);
    assertThat(outages(result, "host/web")).containsExactly("390-412 guest-crash");
  }

  @Test
  void calendar_ofAGuest_passesByWhileItsHostIsBroken() {
    // Crash at 390, repair 100: 490; restart 72: 562; boot 17: 579
    Failures broken = failures(crash(always(390), 0, always(100)), none(), none());
    WorkResult result = run(host(1), broken, guests(calendar(400), 50), 850);
    assertThat(outages(result, "host/web"))
        .containsExactly("390-579 hardware-failure", "800-850 guest-rejuvenation");
  }

  @Test
  void first_shiftsTheCalendar() {
    WorkResult result = run(host(0), NO_FAILURES, vmm(calendarFrom(300, 1000), RESTART), 2500);
    assertThat(outages(result, "host"))
        .containsExactly("300-400 restart", "1300-1400 restart", "2300-2400 restart");
  }

  @Test // WVR-11
  void guests_staggered_takeTurnsOverThePeriod() {
    // Four over 400 s: first at 100, 200, 300, 400, then every 400 s.
    WorkResult result = run(host(4), NO_FAILURES, guests(staggered(400), 50), 600);
    assertThat(outages(result, "host/web-1"))
        .containsExactly("100-150 guest-rejuvenation", "500-550 guest-rejuvenation");
    assertThat(outages(result, "host/web-2")).containsExactly("200-250 guest-rejuvenation");
    assertThat(outages(result, "host/web-3")).containsExactly("300-350 guest-rejuvenation");
    assertThat(outages(result, "host/web-4")).containsExactly("400-450 guest-rejuvenation");
  }

  @Test // WVR-11
  void guests_staggered_takeTurnsAcrossTheirGroups() {
    GuestGroup one = new GuestGroup("a", 1, 1, Fixtures.os(), Fixtures.service());
    GuestGroup two = new GuestGroup("b", 3, 1, Fixtures.os(), Fixtures.service());
    HostGroup host =
        new HostGroup("host", 1, Fixtures.hardware(), Fixtures.vmm(), List.of(one, two));
    WorkResult result = run(host, NO_FAILURES, guests(staggered(400), 50), 480);
    assertThat(outages(result, "host/a")).containsExactly("100-150 guest-rejuvenation");
    assertThat(outages(result, "host/b-3")).containsExactly("400-450 guest-rejuvenation");
  }

  @Test
  void hosts_staggered_takeTurns() {
    HostGroup two = Operation.hosts("host", 2, 0, Fixtures.hardware(), Fixtures.vmm());
    WorkResult result = run(two, NO_FAILURES, vmm(staggered(1000), RESTART), 1400);
    assertThat(outages(result, "host-1")).containsExactly("500-600 restart");
    assertThat(outages(result, "host-2")).containsExactly("1000-1100 restart");
  }

  @Test // WVR-11
  void guests_dueTogether_areRejuvenatedOneAtATime() {
    WorkResult result = run(host(3), NO_FAILURES, guests(calendar(400), 50), 700);
    assertThat(outages(result, "host/web-1")).containsExactly("400-450 guest-rejuvenation");
    assertThat(outages(result, "host/web-2")).containsExactly("450-500 guest-rejuvenation");
    assertThat(outages(result, "host/web-3")).containsExactly("500-550 guest-rejuvenation");
  }

  @Test
  void coldReboot_takesTheGuestThatIsRejuvenatedAndThoseThatWait() {
    // All due at 980: the first is taken at 1000 in the middle, the others never begin. Cold with
    // three guests: 121 s.
    WorkResult result =
        run(
            host(3),
            NO_FAILURES,
            both(calendar(1000), Reboot.COLD, calendarFrom(980, 500), 50),
            1475);
    assertThat(outages(result, "host/web-1")).containsExactly("980-1121 guest-rejuvenation");
    assertThat(outages(result, "host/web-2")).containsExactly("1000-1121 cold-reboot");
    assertThat(outages(result, "host/web-3")).containsExactly("1000-1121 cold-reboot");
  }

  @Test
  void coldReboot_inTheMiddleOfARejuvenation_leavesTheNextOneWhole() {
    // 980 to 1000 of 50 s were done; at 1480 it takes 50 s again, not 30.
    WorkResult result =
        run(
            host(1),
            NO_FAILURES,
            both(calendar(1000), Reboot.COLD, calendarFrom(980, 500), 50),
            1900);
    assertThat(outages(result, "host/web"))
        .containsExactly("980-1105 guest-rejuvenation", "1480-1530 guest-rejuvenation");
  }

  @Test
  void warmReboot_pausesTheGuestThatIsRejuvenated() {
    // 20 s of 50 are done at 1000; the host is ready again at 1042 (warm with two guests: freeze 1,
    // the other is frozen as usual)
    WorkResult result =
        run(
            host(2),
            NO_FAILURES,
            both(calendar(1000), Reboot.WARM, calendarFrom(980, 900), 50),
            1800);
    // web-2 waits: for the slot, for the reboot (up at 1042 + 2 x 3), and for web-1 until 1042 + 30
    assertThat(outages(result, "host/web-1")).containsExactly("980-1072 guest-rejuvenation");
    assertThat(outages(result, "host/web-2"))
        .containsExactly("1010-1048 warm-reboot", "1072-1122 guest-rejuvenation");
  }
}
