package hebe.models.fleet;

import static hebe.models.fleet.Operation.NEVER;
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
import static hebe.models.fleet.Operation.vmm;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebe.models.aging.Aging;
import hebe.models.aging.Leak;
import hebe.models.aging.LeakEvent.Arrivals;
import hebe.models.aging.Resource;
import hebe.models.failure.Failures;
import hebe.models.failure.LayerFailures;
import hebe.models.policy.Degradation;
import hebe.models.policy.RejuvenationPolicy;
import hebe.models.policy.RejuvenationPolicy.AfterCrash;
import hebe.models.policy.RejuvenationPolicy.AtAge;
import hebe.models.policy.RejuvenationPolicy.OnInspection;
import hebe.models.policy.RejuvenationPolicy.Waiting;
import hebe.models.policy.RejuvenationPolicy.WhenDegraded;
import hebe.models.policy.Wait;
import hebe.models.policy.Window;
import hebe.models.recovery.Mechanism;
import hebe.models.recovery.Mechanism.Reboot;
import hebe.sim.exact.UnsolvableException;
import hebe.sim.law.DelayLaw;
import hebe.sim.law.Exponential;
import hebe.sim.result.MetricId;
import hebe.sim.study.WorkResult;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** When rejuvenations begin, at known instants; a restart takes 50 s and ends with a new VMM. */
class WhenTest {
  private static final double HOUR = 3600;
  private static final double DAY = 86_400;
  private static final Mechanism RESTART = new Mechanism.Restart(always(50));
  private static final Window.Span NIGHTS = new Window.Span(DAY, 22 * HOUR, 8 * HOUR);

  @Test
  void atAge_ofVmm_countsFromItsLastFreshStart() {
    WorkResult result =
        run(host(0), failures(none(), none(), none()), vmm(new AtAge(1000), RESTART), 2200);
    assertThat(outages(result, "host")).containsExactly("1000-1050 restart", "2050-2100 restart");
  }

  @Test
  void atAge_ofGuest_countsOnlyTheTimeInWhichItRuns() {
    // held by a warm reboot from 1010 to 1045
    var policy = both(calendarFrom(1000, 1e6), Reboot.WARM, new AtAge(1500), 10);
    WorkResult result = run(host(1), failures(none(), none(), none()), policy, 2000);
    assertThat(outages(result, "host/web"))
        .containsExactly("1010-1045 warm-reboot", "1535-1545 guest-rejuvenation");
  }

  @Test
  void whenFreeBelow_actsAtTheLevel() {
    // one of 10 each 100 s: less than half is free at 600
    LayerFailures leaking = leaking(10, 100);
    var policy = vmm(new WhenDegraded(new Degradation.FreeBelow(0.5)), RESTART);
    WorkResult result = run(host(0), failures(none(), leaking, none()), policy, 1400);
    assertThat(outages(result, "host")).containsExactly("600-650 restart", "1250-1300 restart");
  }

  @Test
  void whenFreeBelow_ofGuest_actsAtTheLevel() {
    var policy = guests(new WhenDegraded(new Degradation.FreeBelow(0.5)), 10);
    WorkResult result = run(host(1), failures(none(), none(), leaking(10, 100)), policy, 1000);
    assertThat(outages(result, "host/web")).containsExactly("600-610 guest-rejuvenation");
  }

  @Test
  void inspection_findsWhatIsThereWhenItLooks() {
    // degraded from 250 on, seen at 300; fresh at 350, degraded at 600, seen at 650
    var policy = vmm(new OnInspection(100, new Degradation.Stage(1), 1, 0), RESTART);
    WorkResult result = run(host(0), aging(always(250)), policy, 720);
    assertThat(outages(result, "host")).containsExactly("300-350 restart", "650-700 restart");
  }

  @Test
  void inspection_ofGuest_findsWhatIsThereWhenItLooks() {
    LayerFailures guest = stages(always(250));
    var policy = guests(new OnInspection(100, new Degradation.Stage(1), 1, 0), 10);
    WorkResult result = run(host(1), failures(none(), none(), guest), policy, 500);
    assertThat(outages(result, "host/web")).containsExactly("300-310 guest-rejuvenation");
  }

  @Test
  void inspection_errsAsOftenAsItSays() throws UnsolvableException {
    // r = P(robust for one more period) = exp(-1/5), detection p, false alarms q; looks until an
    // alarm: from degraded 1/p, from robust L = 1 + r (1 - q) L + (1 - r) (1 - p) / p
    double p = 0.6;
    double q = 0.05;
    double r = StrictMath.exp(-0.2);
    double looks = (1 + (1 - r) * (1 - p) / p) / (1 - r * (1 - q));
    var policy = vmm(new OnInspection(100, new Degradation.Stage(1), p, q), RESTART);
    FleetModel fleet = model(host(0), aging(new Exponential(500)), policy);
    assertThat(
            ExactOperation.of(fleet, 100)
                .inTheLongRun()
                .values()
                .get(MetricId.total("unavailability", "host", "1")))
        .isCloseTo(50 / (100 * looks + 50), Assertions.within(1e-10));
  }

  @Test
  void window_delaysWhatFallsDueOutside() {
    // Due at 10 h: waits until 22 h. Due at 30 h, when the window has just closed: waits until 46
    // h.
    // Due at 50 h, in the third night: at once.
    var policy = vmm(within(calendar(10 * HOUR), new Window(List.of(NIGHTS), List.of())), RESTART);
    WorkResult result = run(host(0), failures(none(), none(), none()), policy, 51 * HOUR);
    assertThat(outages(result, "host"))
        .containsExactly("79200-79250 restart", "165600-165650 restart", "180000-180050 restart");
  }

  @Test
  void window_ofGuests_holdsForEachOfThem() {
    // each due at 10 h; one after the other from 22 h on
    var policy = guests(within(calendar(10 * HOUR), new Window(List.of(NIGHTS), List.of())), 10);
    WorkResult result = run(host(2), failures(none(), none(), none()), policy, 23 * HOUR);
    assertThat(outages(result, "host/web-1")).containsExactly("79200-79210 guest-rejuvenation");
    assertThat(outages(result, "host/web-2")).containsExactly("79210-79220 guest-rejuvenation");
  }

  @Test
  void window_thatClosesBeforeAllHadTheirTurn_makesTheLastWaitForTheNext() {
    // open from 22 h for 15 s; each takes 10 s, so the third could begin at 20 s only
    Window.Span brief = new Window.Span(DAY, 22 * HOUR, 15);
    Window window = new Window(List.of(brief), List.of());
    var policy = guests(within(calendarFrom(10 * HOUR, 1e7), window), 10);
    WorkResult result = run(host(3), failures(none(), none(), none()), policy, 47 * HOUR);
    assertThat(outages(result, "host/web-2")).containsExactly("79210-79220 guest-rejuvenation");
    assertThat(outages(result, "host/web-3")).containsExactly("165600-165610 guest-rejuvenation");
  }

  @Test
  void window_closedSpans_winOverOpenOnes() {
    Window.Span firstDay = new Window.Span(365 * DAY, 0, DAY);
    Window window = new Window(List.of(NIGHTS), List.of(firstDay));
    assertThat(window.isOpen(23 * HOUR)).isFalse();
    assertThat(window.isOpen(24 * HOUR)).isTrue();
    assertThat(window.isOpen(30 * HOUR)).isFalse();
    assertThat(window.isOpen(46 * HOUR)).isTrue();
    // due at 10 h, the first night is blacked out until midnight
    var policy = vmm(within(calendar(10 * HOUR), window), RESTART);
    WorkResult result = run(host(0), failures(none(), none(), none()), policy, 25 * HOUR);
    assertThat(outages(result, "host")).containsExactly("86400-86450 restart");
  }

  @Test
  void window_thatNeverOpens_isFound() {
    Window.Span longer = new Window.Span(DAY, 21 * HOUR, 10 * HOUR);
    assertThat(new Window(List.of(NIGHTS), List.of(longer)).everOpen()).isFalse();
    assertThat(new Window(List.of(NIGHTS), List.of()).everOpen()).isTrue();
    assertThat(new Window(List.of(), List.of(longer)).everOpen()).isTrue();
  }

  @Test
  void waitForRepair_ofVmm_takesTheCrashOfAGuest_orWaitsNoLonger() {
    var policy = vmm(withRepair(new AtAge(1000), 500), RESTART);
    Failures failing = failures(none(), none(), crash(always(1200), 5));
    assertThat(outages(run(host(1), failing, policy, 1300), "host"))
        .containsExactly("1200-1250 restart");
    Failures sound = failures(none(), none(), none());
    assertThat(outages(run(host(1), sound, policy, 1600), "host"))
        .containsExactly("1500-1550 restart");
  }

  @Test
  void waitForRepair_ofGuest_takesTheCrashOfItsService() {
    var policy = guests(withRepair(new AtAge(1000), 500), 10);
    Failures failing = new Failures(none(), none(), none(), crash(always(1300), 5));
    assertThat(outages(run(host(1), failing, policy, 1400), "host/web"))
        .containsExactly("1300-1310 service-crash");
    assertThat(outages(run(host(1), Failures.none(), policy, 1600), "host/web"))
        .containsExactly("1500-1510 guest-rejuvenation");
  }

  @Test
  void afterCrash_actsOnceForEachCrashOfWhatRunsOnIt() {
    Failures guest = failures(none(), none(), crash(always(700), 5));
    // the restart boots the guest from 750 to 767; it crashes again at 1467
    assertThat(outages(run(host(1), guest, vmm(new AfterCrash(), RESTART), 1600), "host"))
        .containsExactly("700-750 restart", "1467-1517 restart");
    // a warm reboot leaves the failed guest as it is: one crash, one reboot
    assertThat(outages(run(host(1), guest, vmm(new AfterCrash(), Reboot.WARM), 1400), "host"))
        .hasSize(1);
    Failures service = new Failures(none(), none(), none(), crash(always(700), 5));
    assertThat(outages(run(host(1), service, guests(new AfterCrash(), 10), 1000), "host/web"))
        .containsExactly("700-710 service-crash");
  }

  @Test
  void whatNeverComes_isRefused() {
    RejuvenationPolicy low = new WhenDegraded(new Degradation.FreeBelow(0.5));
    RejuvenationPolicy late = new OnInspection(100, new Degradation.Stage(2), 1, 0);
    assertThatThrownBy(() -> model(host(1), Failures.none(), vmm(low, RESTART)))
        .hasMessage("the VMM has no resource to wait for");
    assertThatThrownBy(() -> model(host(0), aging(always(10)), vmm(late, RESTART)))
        .hasMessage("the VMM has no such stage of aging to wait for");
    assertThatThrownBy(() -> model(host(1), Failures.none(), guests(new AfterCrash(), 1)))
        .hasMessage("the guest has no crash of what runs on it to wait for");
    assertThatThrownBy(() -> withRepair(new AfterCrash(), 10)).hasMessageContaining("nothing");
    assertThatThrownBy(() -> withRepair(NEVER, 10)).hasMessageContaining("falls due");
  }

  private static RejuvenationPolicy within(RejuvenationPolicy due, Window window) {
    return new Waiting(due, List.of(new Wait.Opening(window)));
  }

  private static RejuvenationPolicy withRepair(RejuvenationPolicy due, double mostSeconds) {
    return new Waiting(due, List.of(new Wait.Repair(mostSeconds)));
  }

  private static LayerFailures leaking(long capacity, double everySeconds) {
    Leak leak = new Leak("each", new Arrivals(always(everySeconds), 1), 1, Optional.empty());
    Resource resource =
        new Resource(
            capacity,
            Resource.Unit.COUNT,
            List.of(leak),
            OptionalDouble.empty(),
            List.of(),
            Optional.empty());
    return new LayerFailures(resource, Optional.empty(), always(5), Optional.empty());
  }

  private static LayerFailures stages(DelayLaw law) {
    return new LayerFailures(Aging.Stages.of(law), Optional.empty(), always(5), Optional.empty());
  }

  private static Failures aging(DelayLaw law) {
    return failures(none(), stages(law), none());
  }
}
