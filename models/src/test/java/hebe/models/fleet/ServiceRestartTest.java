package hebe.models.fleet;

import static hebe.models.fleet.Operation.NEVER;
import static hebe.models.fleet.Operation.always;
import static hebe.models.fleet.Operation.calendar;
import static hebe.models.fleet.Operation.calendarFrom;
import static hebe.models.fleet.Operation.crash;
import static hebe.models.fleet.Operation.host;
import static hebe.models.fleet.Operation.none;
import static hebe.models.fleet.Operation.outages;
import static hebe.models.fleet.Operation.outagesOf;
import static hebe.models.fleet.Operation.run;
import static hebe.models.fleet.Operation.sinceRenewal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebe.models.aging.Leak;
import hebe.models.aging.LeakEvent.Own;
import hebe.models.aging.Resource;
import hebe.models.failure.Failures;
import hebe.models.failure.LayerFailures;
import hebe.models.policy.Policy;
import hebe.models.policy.RejuvenationPolicy;
import hebe.models.policy.Wait;
import hebe.models.recovery.GuestMechanism;
import hebe.models.recovery.Mechanism;
import hebe.sim.study.WorkResult;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Restarts of a service as rejuvenation: what they clear and what stays; the start takes 10 s. */
class ServiceRestartTest {
  private static Policy restarts(RejuvenationPolicy when) {
    return new Policy(
        "restarts",
        NEVER,
        Mechanism.Reboot.COLD,
        when,
        GuestMechanism.SERVICE_RESTART,
        Optional.empty());
  }

  @Test
  void restart_takesTheStartOfTheService() {
    // disk 2 + core 8
    WorkResult result = run(host(1), Failures.none(), restarts(calendar(1000)), 2500);
    assertThat(outages(result, "host/web"))
        .containsExactly("1000-1010 service-restart", "2000-2010 service-restart");
    assertThat(outagesOf(result, "host/web").get(0).lost()).containsExactly("connections");
    assertThat(outagesOf(result, "host/web").get(0).cause().planned()).isTrue();
  }

  @Test
  void restart_sinceRenewal_countsFromItself() {
    WorkResult result = run(host(1), Failures.none(), restarts(sinceRenewal(1000)), 3000);
    assertThat(outages(result, "host/web"))
        .containsExactly("1000-1010 service-restart", "2010-2020 service-restart");
  }

  @Test
  void serviceAge_startsAnew() {
    Failures failures = new Failures(none(), none(), none(), crash(always(1500), 20));
    WorkResult often = run(host(1), failures, restarts(calendar(1000)), 6000);
    assertThat(outages(often, "host/web")).allMatch(outage -> outage.endsWith("service-restart"));
    // restarted at 1400, back at 1410, crash 1500 later at 2910
    WorkResult once = run(host(1), failures, restarts(calendarFrom(1400, 1e6)), 3000);
    assertThat(outages(once, "host/web"))
        .containsExactly("1400-1410 service-restart", "2910-2940 service-crash");
  }

  @Test
  void guestAge_stays() {
    // The guest stands still for 10 s: crash at 1510 and not at 2510; detection 30, boot 17
    Failures failures = new Failures(none(), none(), crash(always(1500), 30), none());
    WorkResult result = run(host(1), failures, restarts(calendarFrom(1000, 1e6)), 2000);
    assertThat(outages(result, "host/web"))
        .containsExactly("1000-1010 service-restart", "1510-1557 guest-crash");
  }

  @Test
  void guestLeak_staysAndGrows() {
    // Each restart leaks one of three: 1000, 2000, and at 3010 nothing is left.
    Resource memory =
        new Resource(
            3,
            Resource.Unit.COUNT,
            List.of(new Leak("restart", Own.SERVICE_RESTARTED, 1, Optional.empty())),
            OptionalDouble.empty(),
            List.of(),
            Optional.empty());
    LayerFailures guest = new LayerFailures(memory, Optional.empty(), always(30), Optional.empty());
    Failures failures = new Failures(none(), none(), guest, none());
    WorkResult result = run(host(1), failures, restarts(calendar(1000)), 3500);
    // Back at 3010 and exhausted in the same instant: detection 30, boot 17
    assertThat(outages(result, "host/web"))
        .containsExactly(
            "1000-1010 service-restart",
            "2000-2010 service-restart",
            "3000-3010 service-restart",
            "3010-3057 guest-exhausted");
  }

  @Test
  void guests_takeTurns() {
    WorkResult result = run(host(2), Failures.none(), restarts(calendar(1000)), 1500);
    assertThat(result.outages().stream().map(o -> o.subject() + " " + o.startSeconds()))
        .contains("host/web-1 1000.0", "host/web-2 1010.0");
  }

  @Test
  void triggersThatItDoesNotAnswer_areRefused() {
    assertThatThrownBy(() -> restarts(new RejuvenationPolicy.AfterCrash()))
        .hasMessageContaining("by time");
    assertThatThrownBy(
            () ->
                restarts(
                    new RejuvenationPolicy.Waiting(calendar(1000), List.of(new Wait.Repair(10)))))
        .hasMessageContaining("by time");
  }
}
