package hebe.models.fleet;

import static hebe.models.fleet.Operation.always;
import static hebe.models.fleet.Operation.both;
import static hebe.models.fleet.Operation.calendarFrom;
import static hebe.models.fleet.Operation.crash;
import static hebe.models.fleet.Operation.failures;
import static hebe.models.fleet.Operation.host;
import static hebe.models.fleet.Operation.metric;
import static hebe.models.fleet.Operation.model;
import static hebe.models.fleet.Operation.never;
import static hebe.models.fleet.Operation.none;
import static hebe.models.fleet.Operation.outages;
import static hebe.models.fleet.Operation.outagesOf;
import static hebe.models.fleet.Operation.run;
import static hebe.models.fleet.Operation.vmm;
import static org.assertj.core.api.Assertions.assertThat;

import hebe.models.failure.Failures;
import hebe.models.failure.LayerFailures;
import hebe.models.policy.Policy;
import hebe.models.policy.RejuvenationPolicy.AfterAging;
import hebe.models.recovery.Mechanism;
import hebe.models.recovery.Mechanism.Reboot;
import hebe.sim.law.DelayLaw;
import hebe.sim.study.WorkResult;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Failures at known instants, exactly. On the test host a restart takes 72 s, after which one guest
 * boots in 17 s; a warm reboot that begins at 1000 with one guest of 1 GiB goes: dom0 shutdown
 * 1010, freeze 1011, quick reload 1016, scrub 1022, dom0 boot 1042, resume 1045.
 */
class FailureTest {
  private static final String[] CRASH_LOSES = {
    "page cache", "connections", "guest uptime", "unsaved data"
  };

  @Test
  void vmmCrash_takesItsGuestsUntilTheyHaveBooted() {
    // Crash at 1000, detected at 1005, up at 1077; the guest boots until 1094. The new VMM runs
    // since 1057 and crashes at 2057.
    Failures failing = failures(none(), crash(always(1000), 5), none());
    FleetModel fleet = model(host(1), failing, never());
    WorkResult result = run(fleet, 1, 2200);
    assertThat(outages(result, "host"))
        .containsExactly("1000-1077 vmm-crash", "2057-2134 vmm-crash");
    assertThat(outages(result, "host/web"))
        .containsExactly("1000-1094 vmm-crash", "2057-2151 vmm-crash");
    assertThat(outagesOf(result, "host/web").get(0).lost()).containsExactly(CRASH_LOSES);
    // two outages of 94 s in 2200 s; a year is 31,536,000 s
    assertThat(metric(fleet, result, "downtime-per-year", "web", "vmm-crash"))
        .isEqualTo(188 / (2200 / 31_536_000.0));
    assertThat(metric(fleet, result, "unavailability", "web", "")).isEqualTo(188.0 / 2200);
    assertThat(metric(fleet, result, "mean-outage", "web", "")).isEqualTo(94);
  }

  @Test
  void vmmCrash_ofSeveralGuests_makesThemBootTogether() {
    // 77 s to the host; three guests on one disk and two cores: 3 + 12 + 6 + 12 = 33
    Failures failing = failures(none(), crash(always(1000), 5), none());
    WorkResult result = run(host(3), failing, never(), 1900);
    for (int guest = 1; guest <= 3; guest++) {
      assertThat(outages(result, "host/web-" + guest)).containsExactly("1000-1110 vmm-crash");
    }
  }

  @Test
  void vmmCrash_withARepairLaw_takesTheRepairInsteadOfTheRestart() {
    Failures failing = failures(none(), crash(always(1000), 5, always(200)), none());
    WorkResult result = run(host(1), failing, never(), 1900);
    assertThat(outages(result, "host")).containsExactly("1000-1205 vmm-crash");
    assertThat(outages(result, "host/web")).containsExactly("1000-1222 vmm-crash");
  }

  @Test
  void vmmCrash_inTheRecovery_beginsItAnew() {
    // The VMM that runs since 1057 crashes after 10 s, in the boot of dom0, and so on for ever:
    // nobody comes up again.
    Failures failing = failures(none(), crash(always(10), 5), none());
    WorkResult result = run(host(1), failing, never(), 500);
    assertThat(outages(result, "host")).containsExactly("10-500 vmm-crash");
    assertThat(outagesOf(result, "host/web").get(0).lasting()).isTrue();
  }

  @Test
  void vmmAging_countsFromTheFreshVmm() {
    // Robust for 600, then 400: crash at 1000. Rejuvenated 100 after aging instead: at 700, a
    // restart of 50.
    LayerFailures aging = aging(always(600), always(400), 5);
    assertThat(outages(run(host(0), failures(none(), aging, none()), never(), 1900), "host"))
        .containsExactly("1000-1077 vmm-crash");
    Policy policy = vmm(new AfterAging(always(100)), new Mechanism.Restart(always(50)));
    assertThat(outages(run(host(0), failures(none(), aging, none()), policy, 1500), "host"))
        .containsExactly("700-750 restart", "1450-1500 restart");
  }

  @Test
  void guestAging_countsFromTheLastBoot() {
    // Robust for 600, then 400: crash at 1000, detected at 1010, restarted by 1027; crash at 2027.
    Failures failing = failures(none(), none(), aging(always(600), always(400), 10));
    assertThat(outages(run(host(1), failing, never(), 2500), "host/web"))
        .containsExactly("1000-1027 guest-crash", "2027-2054 guest-crash");
    // Rejuvenated 100 after aging: at 700, and 700 after its end.
    Policy policy = Operation.guests(new AfterAging(always(100)), 50);
    assertThat(outages(run(host(1), failing, policy, 1600), "host/web"))
        .containsExactly("700-750 guest-rejuvenation", "1450-1500 guest-rejuvenation");
  }

  @Test
  void vmmAge_isResetByAWarmReboot() {
    // Crash 1500 after the fresh start; the warm reboot at 1000 brings a VMM that runs since 1022.
    Failures failing = failures(none(), crash(always(1500), 0), none());
    WorkResult result = run(host(0), failing, vmm(calendarFrom(1000, 9000), Reboot.WARM), 2600);
    // Without guests nothing is frozen: 10 + 5 + 7 and the VMM is fresh at 1022.
    assertThat(outages(result, "host"))
        .containsExactly("1000-1042 warm-reboot", "2522-2594 vmm-crash");
  }

  @Test
  void guestAge_standsStillWhileItIsFrozen() {
    // Crash after 1500 s of running; frozen from 1010 to 1045. Restart 17.
    Failures failing = failures(none(), none(), crash(always(1500), 0));
    WorkResult result = run(host(1), failing, vmm(calendarFrom(1000, 9000), Reboot.WARM), 1600);
    assertThat(outages(result, "host/web"))
        .containsExactly("1010-1045 warm-reboot", "1535-1552 guest-crash");
  }

  @Test
  void guestAge_isResetByAColdReboot() {
    Failures failing = failures(none(), none(), crash(always(1500), 0));
    WorkResult result = run(host(1), failing, vmm(calendarFrom(1000, 9000), Reboot.COLD), 2700);
    assertThat(outages(result, "host/web"))
        .containsExactly("1000-1105 cold-reboot", "2605-2622 guest-crash");
  }

  @Test
  void hardwareCrash_inTheShutdownOfDom0_findsTheGuestServing() {
    // At 1005; repair 100 after 2: 1107; restart 72: 1179; boot 17: 1196
    WorkResult result = warmRebootAt1000(1005);
    assertThat(outages(result, "host")).containsExactly("1000-1179 warm-reboot");
    assertThat(outages(result, "host/web")).containsExactly("1005-1196 hardware-failure");
    assertThat(outagesOf(result, "host/web").get(0).lost()).containsExactly(CRASH_LOSES);
    assertThat(outagesOf(result, "host/web").get(0).lasting()).isFalse();
  }

  @Test
  void vmmCrash_inTheShutdownOfDom0_isStillTheOldVmms() {
    // At 1005 the old VMM runs; restart 72: 1077; boot 17: 1094. In the quick reload there is none
    // that could crash: the clock set
    // for 1013 starts anew with the VMM of 1022.
    Policy policy = vmm(calendarFrom(1000, 9000), Reboot.WARM);
    WorkResult early = run(host(1), failures(none(), crash(always(1005), 0), none()), policy, 1500);
    assertThat(outages(early, "host")).containsExactly("1000-1077 warm-reboot");
    assertThat(outages(early, "host/web")).containsExactly("1005-1094 vmm-crash");
    WorkResult late = run(host(1), failures(none(), crash(always(1013), 0), none()), policy, 2000);
    assertThat(outages(late, "host/web")).containsExactly("1010-1045 warm-reboot");
  }

  @Test
  void hardwareCrash_inTheQuickReload_costsTheFrozenGuestEverything() {
    // The outage began with the warm reboot, which loses nothing; what the crash at 1013 takes is
    // added. 1013 + 191 = 1204
    WorkResult result = warmRebootAt1000(1013);
    assertThat(outages(result, "host")).containsExactly("1000-1187 warm-reboot");
    assertThat(outages(result, "host/web")).containsExactly("1010-1204 warm-reboot");
    assertThat(outagesOf(result, "host/web").get(0).lost()).containsExactly(CRASH_LOSES);
    assertThat(outagesOf(result, "host/web").get(0).lasting()).isFalse();
  }

  @Test
  void hardwareCrash_inTheResume_costsTheGuestEverything() {
    // At 1044 the host is up and the guest is being resumed: 1044 + 191 = 1235
    WorkResult result = warmRebootAt1000(1044);
    assertThat(outages(result, "host"))
        .containsExactly("1000-1042 warm-reboot", "1044-1218 hardware-failure");
    assertThat(outages(result, "host/web")).containsExactly("1010-1235 warm-reboot");
    assertThat(outagesOf(result, "host/web").get(0).lost()).containsExactly(CRASH_LOSES);
  }

  @Test
  void hardwareCrash_afterTheResume_isAnOutageOfItsOwn() {
    WorkResult result = warmRebootAt1000(1046);
    assertThat(outages(result, "host/web"))
        .containsExactly("1010-1045 warm-reboot", "1046-1237 hardware-failure");
  }

  @Test
  void vmmCrash_inARejuvenation_leavesTheNextOneWhole() {
    // Due at 980, 50 s; crash at 1000 after 20 s of it; guest up at 1094. At 1480 it takes 50 s
    // again.
    Failures failing = failures(none(), crash(always(1000), 5), none());
    Policy policy = Operation.guests(calendarFrom(980, 500), 50);
    assertThat(outages(run(host(1), failing, policy, 1900), "host/web"))
        .containsExactly("980-1094 guest-rejuvenation", "1480-1530 guest-rejuvenation");
  }

  @Test
  void vmmCrash_inARejuvenation_freesThePlaceForTheNextGuest() {
    // Both due at 980: the first holds the place when the VMM crashes; from 1480 they take turns as
    // ever.
    Failures failing = failures(none(), crash(always(1000), 5), none());
    WorkResult result = run(host(2), failing, Operation.guests(calendarFrom(980, 500), 50), 1900);
    // two guests: 3 + 8 + 4 + 8 = 23 after 1077
    assertThat(outages(result, "host/web-1"))
        .containsExactly("980-1100 guest-rejuvenation", "1480-1530 guest-rejuvenation");
    assertThat(outages(result, "host/web-2"))
        .containsExactly("1000-1100 vmm-crash", "1530-1580 guest-rejuvenation");
  }

  @Test
  void vmmCrash_inTheRestartOfAGuest_leavesTheNextRestartWhole() {
    // Guest crashes 500 after each boot, detected after 10, restarted in 17: 500-527, 1027. The VMM
    // crashes at 1042 after 5 of the
    // 17 s; host up at 1119, guest at 1136. Third crash at 1636: 10 + 17 again, not 10 + 12.
    Failures failing = failures(none(), crash(always(1042), 5), crash(always(500), 10));
    assertThat(outages(run(host(1), failing, never(), 2000), "host/web"))
        .containsExactly("500-527 guest-crash", "1027-1136 guest-crash", "1636-1663 guest-crash");
  }

  @Test
  void vmmCrash_beforeTheDetectionOfAGuestCrash_leavesTheNextDetectionWhole() {
    // As above with a detection of 100: 500-617, 1117. The VMM crashes at 1167, half-way to the
    // detection; host up at 1244, guest
    // at 1261. Third crash at 1761: 100 + 17.
    Failures failing = failures(none(), crash(always(1167), 5), crash(always(500), 100));
    assertThat(outages(run(host(1), failing, never(), 2000), "host/web"))
        .containsExactly("500-617 guest-crash", "1117-1261 guest-crash", "1761-1878 guest-crash");
  }

  @Test
  void guestCrash_beforeTheDetectionOfAServiceCrash_leavesTheNextDetectionWhole() {
    // Service crashes 500 after each start, detected after 100, started in 10: 500-610, 1110. The
    // guest crashes at 1160 and is back
    // at 1177. Third crash at 1677: 100 + 10.
    Failures failing =
        new Failures(none(), none(), crash(always(1160), 0), crash(always(500), 100));
    WorkResult result = run(host(1), failing, never(), 2000);
    assertThat(outages(result, "host/web"))
        .containsExactly(
            "500-610 service-crash", "1110-1177 service-crash", "1677-1787 service-crash");
  }

  @Test
  void serviceCrash_isRepairedInsideTheGuest() {
    // Crash at 500, detected at 510, restart 2 + 8: 520; again at 1020
    LayerFailures service = crash(always(500), 10);
    Failures failing = new Failures(none(), none(), none(), service);
    WorkResult result = run(host(1), failing, never(), 1100);
    assertThat(outages(result, "host/web"))
        .containsExactly("500-520 service-crash", "1020-1040 service-crash");
  }

  @Test
  void serviceRestart_restsWhileTheGuestIsFrozen() {
    // Crash at 1005, detected at 1015 but for the freeze 1010-1045: detected at 1050, restarted at
    // 1060: one outage.
    Failures failing = new Failures(none(), none(), none(), crash(always(1005), 10));
    WorkResult result = run(host(1), failing, vmm(calendarFrom(1000, 9000), Reboot.WARM), 1500);
    assertThat(outages(result, "host/web")).containsExactly("1005-1060 service-crash");
  }

  @Test
  void guestCrash_inAWarmReboot_waitsForTheHost() {
    // Crash at 1005 while dom0 shuts down: nobody detects it before 1042; then 10 + 17.
    Failures failing = failures(none(), none(), crash(always(1005), 10));
    WorkResult result = run(host(1), failing, vmm(calendarFrom(1000, 9000), Reboot.WARM), 1500);
    assertThat(outages(result, "host/web")).containsExactly("1005-1069 guest-crash");
  }

  @Test
  void guestCrash_beforeAColdReboot_endsWithIt() {
    // Crash at 995, to be detected at 1005; the cold reboot from 1000 boots it by 1105. The next
    // detection takes 10 s again.
    Failures failing = failures(none(), none(), crash(always(995), 10));
    WorkResult result = run(host(1), failing, vmm(calendarFrom(1000, 9000), Reboot.COLD), 2200);
    // 1105 + 995 = 2100; 10 + 17
    assertThat(outages(result, "host/web"))
        .containsExactly("995-1105 guest-crash", "2100-2127 guest-crash");
  }

  @Test
  void everyOutage_addsUpByCause() {
    Failures failing =
        failures(
            crash(always(4000), 2, always(100)), crash(always(1700), 5), crash(always(700), 10));
    Policy policy = both(calendarFrom(1000, 1000), Reboot.COLD, calendarFrom(300, 300), 50);
    FleetModel fleet = model(host(2), failing, policy);
    WorkResult result = run(fleet, 1, 9000);
    double byCause = 0;
    for (String cause :
        new String[] {
          "cold-reboot", "guest-rejuvenation", "guest-crash", "hardware-failure", "vmm-crash"
        }) {
      byCause += metric(fleet, result, "downtime-per-year", "web", cause);
    }
    double total = metric(fleet, result, "downtime-per-year", "web", "");
    assertThat(total).isPositive();
    assertThat(byCause).isCloseTo(total, org.assertj.core.api.Assertions.within(1e-9 * total));
  }

  private static WorkResult warmRebootAt1000(double crashSeconds) {
    Failures failing = failures(crash(always(crashSeconds), 2, always(100)), none(), none());
    return run(host(1), failing, vmm(calendarFrom(1000, 9000), Reboot.WARM), 1500);
  }

  private static LayerFailures aging(DelayLaw aging, DelayLaw crash, double detection) {
    return new LayerFailures(
        Optional.of(aging), Optional.of(crash), always(detection), Optional.empty());
  }
}
