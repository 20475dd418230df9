package hebe.models.fleet;

import static hebe.models.Fixtures.hardware;
import static hebe.models.Fixtures.with;
import static hebe.models.fleet.Operation.always;
import static hebe.models.fleet.Operation.calendar;
import static hebe.models.fleet.Operation.calendarFrom;
import static hebe.models.fleet.Operation.failures;
import static hebe.models.fleet.Operation.guests;
import static hebe.models.fleet.Operation.host;
import static hebe.models.fleet.Operation.hosts;
import static hebe.models.fleet.Operation.model;
import static hebe.models.fleet.Operation.never;
import static hebe.models.fleet.Operation.none;
import static hebe.models.fleet.Operation.outages;
import static hebe.models.fleet.Operation.run;
import static hebe.models.fleet.Operation.staggered;
import static hebe.models.fleet.Operation.vmm;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hebe.models.Fixtures;
import hebe.models.aging.Aging;
import hebe.models.aging.Leak;
import hebe.models.aging.LeakEvent;
import hebe.models.aging.LeakEvent.Arrivals;
import hebe.models.aging.LeakEvent.Own;
import hebe.models.aging.LeakPresets;
import hebe.models.aging.Resource;
import hebe.models.aging.Resource.Level;
import hebe.models.aging.Resource.Unit;
import hebe.models.catalog.Parameter;
import hebe.models.failure.Failures;
import hebe.models.failure.LayerFailures;
import hebe.models.policy.RejuvenationPolicy;
import hebe.models.recovery.Mechanism.Reboot;
import hebe.sim.exact.UnsolvableException;
import hebe.sim.law.DelayLaw;
import hebe.sim.law.Exponential;
import hebe.sim.result.MetricId;
import hebe.sim.run.Replication;
import hebe.sim.study.WorkResult;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Aging at known instants, exactly. On the test host a crash is detected after 5 s; 52 s later a
 * new VMM runs, 72 s later the host is up, and one guest boots in 17 s more.
 */
class AgingTest {
  private static final double MINUTE = 60;
  private static final double WEEK = 7 * 86_400.0;

  @Test
  void stages_followEachOther_andTheLastOneCrashes() {
    // 100 + 200 + 300 to failure-probable, 50 more to the crash; again 650 s after the new VMM runs
    Aging aging = new Aging.Stages(List.of(stage(100), stage(200), stage(300)));
    WorkResult result = run(host(0), vmmFailing(aging, always(50)), never(), 1500);
    assertThat(outages(result, "host")).containsExactly("650-727 vmm-crash", "1357-1434 vmm-crash");
  }

  @Test
  void stagesOfGuest_areResetByItsReboot() {
    // 100 + 200 + 50; detected after 5 s, rebooted in 17 s: again after 372 + 350
    Aging aging = new Aging.Stages(List.of(stage(100), stage(200)));
    Failures failing = failures(none(), none(), failing(aging, Optional.of(always(50))));
    WorkResult result = run(host(1), failing, never(), 800);
    assertThat(outages(result, "host/web"))
        .containsExactly("350-372 guest-crash", "722-744 guest-crash");
  }

  @Test
  void crashOfAStage_countsFromTheEntryIntoIt() {
    // stage 0 lasts 100 and would crash after 150, stage 1 begins at 100 and crashes after 60
    Aging aging =
        new Aging.Stages(
            List.of(
                new Aging.Stage(always(100), Optional.of(always(150))),
                new Aging.Stage(always(100), Optional.of(always(60)))));
    WorkResult result = run(host(0), vmmFailing(aging, always(500)), never(), 300);
    assertThat(outages(result, "host")).containsExactly("160-237 vmm-crash");
  }

  @Test
  void exhaustion_countsEveryDomainDestroyedAndCreated() {
    // Of 10, each reboot takes 2 at its begin and 1 at its end: 2 3 5 6 8 9, 11 at the fourth
    // begin.
    // Then the boot at 494 takes 1, reboots from 500 on 3 4 6 7 9 10: the third end at 710.
    Resource heap =
        things(
            10,
            List.of(leak("d", Own.DOMAIN_DESTROYED, 2), leak("c", Own.DOMAIN_CREATED, 1)),
            OptionalDouble.empty());
    WorkResult result = run(host(1), vmmLeaking(heap), guests(calendar(100), 10), 800);
    assertThat(outages(result, "host"))
        .containsExactly("400-477 vmm-exhausted", "710-787 vmm-exhausted");
    assertThat(outages(result, "host/web")).contains("400-494 guest-rejuvenation");
  }

  @Test
  void crashOfGuest_destroysItsDomain() {
    // crash at 100 k, detected 5 s later: the third detection takes the last of 3
    Resource heap = things(3, List.of(leak("d", Own.DOMAIN_DESTROYED, 1)), OptionalDouble.empty());
    LayerFailures guest = failing(new Aging.None(), Optional.of(always(100)));
    WorkResult result =
        run(host(1), failures(none(), failing(heap, Optional.empty()), guest), never(), 400);
    // 105, then again 17 + 100 + 5 later, twice
    assertThat(outages(result, "host")).containsExactly("349-400 vmm-exhausted");
  }

  @Test
  void xenLeak_ofOneRebootEachMinute_lastsLessThanThreeDays() {
    // 4096 pages, one for each reboot: at the 4096th minute, 2.8 days
    assertThat(firstCrash(calendar(MINUTE), 1, 1, 4100 * MINUTE)).isEqualTo(4096 * MINUTE);
    // with two virtual CPUs half as long
    assertThat(firstCrash(calendar(MINUTE), 1, 2, 4100 * MINUTE)).isEqualTo(2048 * MINUTE);
  }

  @Test
  void xenLeak_ofOneRebootEachHour_lastsHalfAYear() {
    // 4096 h = 5.6 months of 30.4 days
    assertThat(firstCrash(calendar(3600), 1, 1, 4100 * 3600.0)).isEqualTo(4096 * 3600.0);
  }

  @Test
  void xenLeak_ofElevenGuestsRebootedWeekly_lastsSevenYears() {
    // 4096 = 11 x 372 + 4: the fourth guest of week 373, 7.1 years
    double expected = (372 + 4 / 11.0) * WEEK;
    assertThat(firstCrash(staggered(WEEK), 11, 1, 374 * WEEK)).isCloseTo(expected, within(1e-3));
  }

  @Test
  void eventRate_drivesAge_exactlyInExpectation() throws UnsolvableException {
    // 5 events of mean m to the exhaustion, repair 20 s: U = 20 / (5 m + 20)
    assertThat(unavailability(100)).isCloseTo(20 / 520.0, within(1e-12));
    assertThat(unavailability(50)).isCloseTo(20 / 270.0, within(1e-12));
  }

  @Test
  void crashBelow_countsFromTheLevel() {
    // One of 4 each 100 s: less than half is free from 300 on, and the crash takes 70 s more.
    Resource heap = things(4, List.of(each(100)), OptionalDouble.of(0.5));
    WorkResult result = run(host(0), vmmFailing(heap, always(70)), never(), 400);
    assertThat(outages(result, "host")).containsExactly("370-400 vmm-crash");
  }

  @Test
  void rebootOfVmm_freesEverything() {
    // 10 would be gone at 1000; a warm reboot from 900 on has a new VMM at 922 and ends at 942, so
    // that the next exhaustion is at 1922, were it not for the reboot at 1800.
    Resource heap = things(10, List.of(each(100)), OptionalDouble.empty());
    WorkResult result =
        run(host(0), vmmLeaking(heap), vmm(calendarFrom(900, 900), Reboot.WARM), 2500);
    assertThat(outages(result, "host")).hasSize(2).allMatch(outage -> outage.contains("warm"));
    WorkResult once =
        run(host(0), vmmLeaking(heap), vmm(calendarFrom(900, 9000), Reboot.WARM), 2500);
    assertThat(outages(once, "host").get(1)).startsWith("19").endsWith("vmm-exhausted");
  }

  @Test
  void leakOfGuest_byItsServiceAndByTheClock() {
    // The service crashes after 100 s and restarts after 10 s, which takes 3 of 10; every 250 s of
    // the guest 1 more: 110 -> 3, 220 -> 6, 250 -> 7, 330 -> 10.
    Resource memory =
        things(10, List.of(leak("s", Own.SERVICE_RESTARTED, 3), each(250)), OptionalDouble.empty());
    LayerFailures service =
        new LayerFailures(
            Optional.empty(), Optional.of(always(100)), always(0), Optional.of(always(10)));
    Failures failing = new Failures(none(), none(), failing(memory, Optional.empty()), service);
    WorkResult result = run(host(1), failing, never(), 400);
    assertThat(outages(result, "host/web"))
        .contains("100-110 service-crash", "210-220 service-crash")
        .anyMatch(outage -> outage.startsWith("330-") && outage.endsWith("guest-exhausted"));
  }

  @Test
  void slowLevels_ofVmmAndGuest_multiply() {
    // VMM: one of 4 each 100 s, full speed until 200, a half until 300, a quarter until 400, then
    // down. Guest: 1 of 10 each 250 s, at four fifths below 95 % free, that is from 250 on.
    Resource heap = slow(4, each(100), new Level(0.75, 0.5), new Level(0.5, 0.25));
    Resource memory = slow(10, each(250), new Level(0.95, 0.8));
    Failures failing =
        failures(none(), failing(heap, Optional.empty()), failing(memory, Optional.empty()));
    FleetModel fleet = model(host(1), failing, never());
    double earned = speed(fleet, 470);
    assertThat(earned).isCloseTo(200 + 50 * 0.5 + 50 * 0.4 + 100 * 0.2, within(1e-9));
  }

  private static double speed(FleetModel fleet, double horizon) {
    int speed =
        IntStream.range(0, fleet.model().rewardCount())
            .filter(r -> fleet.model().reward(r).name().equals(FleetModel.SPEED))
            .findFirst()
            .orElseThrow();
    return new Replication(fleet.model(), 1, 0, horizon, List.of(horizon))
        .run(new Operation.Firings(fleet))
        .total(speed);
  }

  private static Resource slow(long capacity, Leak leak, Level... levels) {
    return new Resource(
        capacity,
        Unit.COUNT,
        List.of(leak),
        OptionalDouble.empty(),
        List.of(levels),
        Optional.empty());
  }

  @Test
  void events_ofAnotherLayer_areRefused() {
    Resource heap = things(4, List.of(leak("s", Own.SERVICE_RESTARTED, 1)), OptionalDouble.empty());
    assertThatThrownBy(() -> vmmLeaking(heap)).hasMessageContaining("service-restarted");
  }

  private static double unavailability(double meanSeconds) throws UnsolvableException {
    Leak leak = leak("x", new Arrivals(new Exponential(meanSeconds), 1), 1);
    LayerFailures vmm =
        new LayerFailures(
            things(5, List.of(leak), OptionalDouble.empty()),
            Optional.empty(),
            always(0),
            Optional.of(new Exponential(20)));
    return ExactOperation.of(model(host(0), failures(none(), vmm, none()), never()), 100)
        .inTheLongRun()
        .values()
        .get(MetricId.total("unavailability", "host", "1"));
  }

  private static double firstCrash(
      RejuvenationPolicy when, int guests, int processors, double horizon) {
    LeakPresets presets = LeakPresets.load();
    LeakPresets.Preset known = presets.named("xen-svm-vcpu");
    Resource heap =
        new Resource(
            presets.named("xen-heap-x86-64").bytes(),
            Unit.BYTES,
            List.of(
                new Leak(
                    known.name(),
                    known.event().orElseThrow(),
                    processors * known.bytes(),
                    Optional.of(known))),
            OptionalDouble.empty(),
            List.of(),
            Optional.empty());
    HostGroup group =
        hosts("host", 1, guests, with(hardware(), Parameter.MEMORY, 16), Fixtures.vmm());
    WorkResult result = run(group, vmmLeaking(heap), guests(when, 10), horizon);
    return Operation.outagesOf(result, "host").get(0).startSeconds();
  }

  private static Aging.Stage stage(double seconds) {
    return new Aging.Stage(always(seconds), Optional.empty());
  }

  private static Leak each(double seconds) {
    return leak("each", new Arrivals(always(seconds), 1), 1);
  }

  private static Leak leak(String name, LeakEvent on, long amount) {
    return new Leak(name, on, amount, Optional.empty());
  }

  private static Resource things(long capacity, List<Leak> leaks, OptionalDouble crashBelow) {
    return new Resource(capacity, Unit.COUNT, leaks, crashBelow, List.of(), Optional.empty());
  }

  private static Failures vmmLeaking(Resource resource) {
    return failures(none(), failing(resource, Optional.empty()), none());
  }

  private static Failures vmmFailing(Aging aging, DelayLaw crash) {
    return failures(none(), failing(aging, Optional.of(crash)), none());
  }

  private static LayerFailures failing(Aging aging, Optional<DelayLaw> crash) {
    return new LayerFailures(aging, crash, always(5), Optional.empty());
  }
}
