package hebe.models.fleet;

import static hebe.models.fleet.Operation.always;
import static hebe.models.fleet.Operation.both;
import static hebe.models.fleet.Operation.calendar;
import static hebe.models.fleet.Operation.calendarFrom;
import static hebe.models.fleet.Operation.crash;
import static hebe.models.fleet.Operation.failures;
import static hebe.models.fleet.Operation.guests;
import static hebe.models.fleet.Operation.host;
import static hebe.models.fleet.Operation.model;
import static hebe.models.fleet.Operation.none;
import static hebe.models.fleet.Operation.outages;
import static hebe.models.fleet.Operation.run;
import static hebe.models.fleet.Operation.sinceRenewal;
import static hebe.models.fleet.Operation.vmm;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebe.models.failure.Failures;
import hebe.models.policy.RejuvenationPolicy;
import hebe.models.policy.RejuvenationPolicy.Periodic;
import hebe.models.policy.RejuvenationPolicy.TwoLevel;
import hebe.models.recovery.Mechanism;
import hebe.models.recovery.Mechanism.Reboot;
import hebe.sim.study.WorkResult;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/**
 * Schedules of VMM and guests that mind each other, by pencil. A restart takes 50 s, then a guest
 * boots for 17 s.
 */
class TwoLevelTest {
  private static final Mechanism RESTART = new Mechanism.Restart(always(50));

  @Test
  void credit_ofAGuestThatTheHostMadeFresh_skipsTheNextInstant() {
    // fresh at 1067, due at 1500: 433 s old
    var skipping = both(calendarFrom(1000, 1e6), RESTART, credit(calendar(1500), 434), 10);
    assertThat(outages(run(host(1), Failures.none(), skipping, 3100), "host/web"))
        .containsExactly("1000-1067 restart", "3000-3010 guest-rejuvenation");
    var acting = both(calendarFrom(1000, 1e6), RESTART, credit(calendar(1500), 433), 10);
    assertThat(outages(run(host(1), Failures.none(), acting, 1600), "host/web"))
        .containsExactly("1000-1067 restart", "1500-1510 guest-rejuvenation");
  }

  @Test
  void credit_ofAGuestThatAWarmRebootKeptOld_isNone() {
    // held from 1010 to 1045 it goes on being 1500 s old at 1500
    var policy = both(calendarFrom(1000, 1e6), Reboot.WARM, credit(calendar(1500), 1000), 10);
    assertThat(outages(run(host(1), Failures.none(), policy, 1600), "host/web"))
        .containsExactly("1010-1045 warm-reboot", "1500-1510 guest-rejuvenation");
  }

  @Test
  void credit_ofAGuestThatCrashedAndBooted_skipsTheNextInstant() {
    // crash at 1200, found at 1205, up at 1222: 278 s old at 1500; crash at 2422, up at 2444:
    // 556 s old at 3000
    Failures failing = failures(none(), none(), crash(always(1200), 5));
    WorkResult result = run(host(1), failing, guests(credit(calendar(1500), 300), 10), 3100);
    assertThat(outages(result, "host/web"))
        .containsExactly(
            "1200-1222 guest-crash", "2422-2444 guest-crash", "3000-3010 guest-rejuvenation");
  }

  @Test
  void credit_ofAVmmThatCrashed_skipsTheNextInstant() {
    Failures failing = failures(none(), crash(always(900), 5, always(45)), none());
    // crash at 900, up at 950, due at 1000 when 50 s old, again at 2000; crash at 1850, up at 1900
    WorkResult result = run(host(0), failing, vmm(credit(calendar(1000), 60), RESTART), 2200);
    assertThat(outages(result, "host"))
        .containsExactly("900-950 vmm-crash", "1850-1900 vmm-crash", "2000-2050 restart");
  }

  @Test
  void restartOfTheVmm_absorbsWhatFallsDueAtOrDuringIt() {
    for (double due : new double[] {1000, 1020, 1060}) {
      var policy = both(calendarFrom(1000, 1e6), RESTART, calendarFrom(due, 1e6), 10);
      assertThat(outages(run(host(1), Failures.none(), policy, 2000), "host/web"))
          .containsExactly("1000-1067 restart");
    }
    // 3 s after the guest is back it is done
    var policy = both(calendarFrom(1000, 1e6), RESTART, calendarFrom(1070, 1e6), 10);
    assertThat(outages(run(host(1), Failures.none(), policy, 2000), "host/web"))
        .containsExactly("1000-1067 restart", "1070-1080 guest-rejuvenation");
  }

  @Test
  void pulledForward_oneOutageServesBoth() {
    // due at 2000, near from 1800 on; the guest falls due at 1800
    var policy = both(lead(calendar(2000), 200), RESTART, calendarFrom(1800, 1e6), 10);
    WorkResult result = run(host(1), Failures.none(), policy, 4100);
    assertThat(outages(result, "host")).containsExactly("1800-1850 restart", "4000-4050 restart");
    assertThat(outages(result, "host/web"))
        .containsExactly("1800-1867 restart", "4000-4067 restart");
  }

  @Test
  void notPulledForward_whereTheLeadIsTooShort() {
    var policy = both(lead(calendar(2000), 199), RESTART, calendarFrom(1800, 1e6), 10);
    WorkResult result = run(host(1), Failures.none(), policy, 2100);
    assertThat(outages(result, "host")).containsExactly("2000-2050 restart");
    assertThat(outages(result, "host/web"))
        .containsExactly("1800-1810 guest-rejuvenation", "2000-2067 restart");
  }

  @Test
  void pulledForward_theOtherGuestsAreFreshToo_andSkipTheirsWithCredit() {
    // guests at 1800 and 1900 in turn (stagger over 200 from 1800): both boot for 23 s, so the
    // second
    // is 27 s old at 1900
    Periodic staggered =
        new Periodic(200, OptionalDouble.of(1800), RejuvenationPolicy.Clock.CALENDAR, true);
    var policy = both(lead(calendar(2000), 200), RESTART, credit(staggered, 100), 10);
    WorkResult result = run(host(2), Failures.none(), policy, 1990);
    assertThat(outages(result, "host/web-2")).containsExactly("1800-1873 restart");
  }

  @Test
  void whatCannotBePulled_isRefused() {
    var pulled = lead(calendar(2000), 200);
    assertThatThrownBy(() -> model(host(1), Failures.none(), vmm(pulled, RESTART)))
        .hasMessageContaining("rejuvenations of guests");
    assertThatThrownBy(
            () -> model(host(1), Failures.none(), both(pulled, Reboot.WARM, calendar(10), 1)))
        .hasMessageContaining("makes them fresh");
    assertThatThrownBy(() -> model(host(1), Failures.none(), guests(pulled, 1)))
        .hasMessageContaining("only the schedule of a VMM");
    assertThatThrownBy(() -> credit(sinceRenewal(10), 5)).hasMessageContaining("calendar");
    assertThatThrownBy(() -> credit(calendar(10), 10)).hasMessageContaining("below the period");
  }

  private static TwoLevel credit(Periodic due, double seconds) {
    return new TwoLevel(due, OptionalDouble.of(seconds), OptionalDouble.empty());
  }

  private static TwoLevel lead(Periodic due, double seconds) {
    return new TwoLevel(due, OptionalDouble.empty(), OptionalDouble.of(seconds));
  }
}
