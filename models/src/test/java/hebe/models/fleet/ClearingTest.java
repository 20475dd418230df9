package hebe.models.fleet;

import static hebe.models.fleet.Operation.always;
import static hebe.models.fleet.Operation.calendarFrom;
import static hebe.models.fleet.Operation.failures;
import static hebe.models.fleet.Operation.host;
import static hebe.models.fleet.Operation.model;
import static hebe.models.fleet.Operation.never;
import static hebe.models.fleet.Operation.none;
import static hebe.models.fleet.Operation.outages;
import static hebe.models.fleet.Operation.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hebe.models.aging.Aging;
import hebe.models.aging.Clearing;
import hebe.models.aging.Clearing.Share;
import hebe.models.aging.Clearing.StagesBack;
import hebe.models.aging.Leak;
import hebe.models.aging.LeakEvent;
import hebe.models.aging.LeakEvent.Arrivals;
import hebe.models.aging.LeakEvent.Own;
import hebe.models.aging.Resource;
import hebe.models.failure.Failures;
import hebe.models.failure.LayerFailures;
import hebe.models.policy.Policy;
import hebe.models.policy.RejuvenationPolicy;
import hebe.models.recovery.Mechanism;
import hebe.models.recovery.Migrate;
import hebe.sim.law.DelayLaw;
import hebe.sim.law.Weibull;
import hebe.sim.model.Ageing.Of;
import hebe.sim.run.Replication;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Rejuvenations and repairs that take a part of an age away, at known instants. A restart takes 10
 * s; a crash of the VMM is detected after 5 s, 52 s later a new VMM runs, and 72 s later the host
 * is up; a guest boots in 17 s, detected after 5 s.
 */
class ClearingTest {
  private static final double ONCE = 1e9;

  private static Clearing whole(double share) {
    return new Share(share, Of.WHOLE_AGE);
  }

  private static Clearing last(double share) {
    return new Share(share, Of.LAST_RUN);
  }

  private static Policy restart(RejuvenationPolicy when, Clearing clears) {
    return Operation.vmm(when, new Mechanism.Restart(always(10))).clearing(clears, Clearing.all());
  }

  private static Failures vmm(LayerFailures layer) {
    return failures(none(), layer, none());
  }

  private static LayerFailures failing(Aging aging, DelayLaw crash) {
    return new LayerFailures(aging, Optional.of(crash), always(5), Optional.empty());
  }

  private static LayerFailures fixedLife() {
    return failing(new Aging.None(), always(1000));
  }

  private static Aging stages() {
    return new Aging.Stages(List.of(stage(100), stage(200), stage(300)));
  }

  private static Aging.Stage stage(double seconds) {
    return new Aging.Stage(always(seconds), Optional.empty());
  }

  @Test
  void stages_partCleared_areThoseOfTheShareRoundedDown() {
    // at 350 it is in stage 2; half of it is stage 1, which begins anew at 360: + 200 + 300 + 50
    assertThat(staged(whole(0.5))).containsExactly("350-360 restart", "910-987 vmm-crash");
    // 0.4 x 2 is stage 0: 360 + 100 + 200 + 300 + 50
    assertThat(staged(whole(0.6))).containsExactly("350-360 restart", "1010-1087 vmm-crash");
    // nothing cleared: stage 2 anew, 360 + 300 + 50
    assertThat(staged(Clearing.nothing())).containsExactly("350-360 restart", "710-787 vmm-crash");
  }

  @Test
  void stagesBack_goBackSoMany_atMostToTheFirst() {
    assertThat(staged(new StagesBack(1))).containsExactly("350-360 restart", "910-987 vmm-crash");
    assertThat(staged(new StagesBack(9))).containsExactly("350-360 restart", "1010-1087 vmm-crash");
  }

  private static List<String> staged(Clearing clears) {
    Failures failing = vmm(failing(stages(), always(50)));
    return outages(run(host(0), failing, restart(calendarFrom(350, ONCE), clears), 1200), "host");
  }

  @Test
  void hazard_partCleared_goesOnAtItsVirtualAge() {
    // a quarter of 600 is left at 610, so 850 more
    assertThat(
            outages(
                run(host(0), vmm(fixedLife()), restart(calendarFrom(600, ONCE), whole(0.75)), 1600),
                "host"))
        .containsExactly("600-610 restart", "1460-1537 vmm-crash");
  }

  @Test
  void hazard_partOfEachRunCleared_growsOldNevertheless() {
    // 150 at 610, then 590 / 4 more each 600: 297.5 at 1210, 445 at 1810, so 555 more
    List<String> outages =
        outages(
            run(host(0), vmm(fixedLife()), restart(calendarFrom(600, 600), last(0.75)), 2450),
            "host");
    assertThat(outages).hasSize(4).last().isEqualTo("2365-2442 vmm-crash");
    // of the whole age: (150 + 590) / 4 = 185, (185 + 590) / 4 ... never above 787
    assertThat(
            outages(
                run(
                    host(0),
                    vmm(fixedLife()),
                    restart(calendarFrom(600, 600), whole(0.75)),
                    60_000),
                "host"))
        .hasSize(99)
        .allMatch(outage -> outage.endsWith("restart"));
  }

  @Test
  void resource_partCleared_keepsWholeGrains() {
    // 10 of 100 each 100 s: five grains of ten at 550; 0.3 x 5 is one grain; at 560 + 900 the tenth
    Resource heap = resource(100, leak("each", new Arrivals(always(100), 1), 10));
    LayerFailures layer = new LayerFailures(heap, Optional.empty(), always(5), Optional.empty());
    assertThat(
            outages(
                run(host(0), vmm(layer), restart(calendarFrom(550, ONCE), whole(0.7)), 1600),
                "host"))
        .containsExactly("550-560 restart", "1460-1537 vmm-exhausted");
  }

  @Test
  void restartOfVmm_leaksIntoTheNewOne() {
    // five of ten at 550: half of them is two, and three more by the restart; 560 + 500
    Resource heap =
        resource(
            10, leak("each", new Arrivals(always(100), 1), 1), leak("start", Own.HOST_REBOOTED, 3));
    LayerFailures layer = new LayerFailures(heap, Optional.empty(), always(5), Optional.empty());
    assertThat(
            outages(
                run(host(0), vmm(layer), restart(calendarFrom(550, ONCE), whole(0.5)), 1140),
                "host"))
        .containsExactly("550-560 restart", "1060-1137 vmm-exhausted");
  }

  @Test
  void guestThatAWarmRebootKeeps_leaksByIt() {
    Resource memory = resource(3, leak("resume", Own.HOST_REBOOTED, 1));
    LayerFailures guest = new LayerFailures(memory, Optional.empty(), always(5), Optional.empty());
    FleetModel fleet =
        model(
            host(1),
            failures(none(), none(), guest),
            Operation.vmm(calendarFrom(1000, 1000), Mechanism.Reboot.WARM));
    Operation.Firings firings = new Operation.Firings(fleet);
    new Replication(fleet.model(), 1, 0, 6500, List.of()).run(firings);
    // the third and the sixth resumption
    assertThat(firings.of("run/exhausted")).isEqualTo(every(firings.of("run/return"), 3));
  }

  @Test
  void migrations_leakInTheGuest_andInTheVmmThatItLeavesOrComesTo() {
    // moves end at 10034 and 10128, 20034 and 20128: the third one takes the last of three
    Resource three = resource(3, leak("move", Own.GUEST_MIGRATED, 1));
    LayerFailures leaking = new LayerFailures(three, Optional.empty(), always(5), Optional.empty());
    assertThat(migrating(1, failures(none(), none(), leaking)).of("run/exhausted"))
        .containsExactly(20_034.0);
    // the VMM is new at 10094: two guests come back, and the next one that leaves is the third
    assertThat(migrating(2, failures(none(), leaking, none())).of("platform/exhausted"))
        .containsExactly(20_034.0);
  }

  private static Operation.Firings migrating(int guests, Failures failing) {
    Mechanism migrate = Migrations.given(always(30), always(4), always(60), Migrate.Aborts.NONE);
    FleetModel fleet =
        model(
            host(guests).with(Migrations.spares(1)),
            failing,
            Operation.vmm(Operation.calendar(10_000), migrate));
    Operation.Firings firings = new Operation.Firings(fleet);
    new Replication(fleet.model(), 1, 0, 20_040, List.of()).run(firings);
    return firings;
  }

  private static List<Double> every(List<Double> instants, int step) {
    return IntStream.range(0, instants.size())
        .filter(i -> i % step == step - 1)
        .mapToObj(instants::get)
        .toList();
  }

  @Test
  void repairOfVmm_thatRestoresAPart_leavesTheRest() {
    // half of 1000 is left when the new VMM runs at 1057
    Failures failing = vmm(fixedLife().restoring(whole(0.5)));
    assertThat(outages(run(host(0), failing, never(), 1640), "host"))
        .containsExactly("1000-1077 vmm-crash", "1557-1634 vmm-crash");
  }

  @Test
  void repairOfGuest_thatRestoresAPart_leavesTheRest() {
    Failures failing = failures(none(), none(), fixedLife().restoring(whole(0.6)));
    assertThat(outages(run(host(1), failing, never(), 2000), "host/web"))
        .containsExactly("1000-1022 guest-crash", "1622-1644 guest-crash");
  }

  @Test
  void repairOfHardwareAndService_thatRestoreAPart_leaveTheRest() {
    LayerFailures machine =
        new LayerFailures(
            new Aging.None(), Optional.of(always(1000)), always(5), Optional.of(always(20)));
    Failures hardware = failures(machine.restoring(whole(0.75)), none(), none());
    // powered on at 1025 at the age of 250
    assertThat(outages(run(host(0), hardware, never(), 2000), "host"))
        .extracting(outage -> outage.substring(0, outage.indexOf('-')))
        .containsExactly("1000", "1775");
    LayerFailures service =
        new LayerFailures(
            new Aging.None(), Optional.of(always(100)), always(0), Optional.of(always(10)));
    Failures failing = new Failures(none(), none(), none(), service.restoring(whole(0.5)));
    assertThat(outages(run(host(1), failing, never(), 200), "host/web"))
        .containsExactly("100-110 service-crash", "160-170 service-crash");
  }

  @Test
  void clearingEverything_isTheFullReset_eventForEvent() {
    Failures failing = failures(none(), none(), failing(new Aging.None(), new Weibull(2, 3000)));
    Policy full = Operation.guests(calendarFrom(1000, 1000), 30);
    // kept is 1 - s: nothing, but written as a part of an age
    Policy nearly = full.clearing(Clearing.all(), new Share(1, Of.LAST_RUN));
    assertThat(firings(failing, nearly)).hasSizeGreaterThan(500).isEqualTo(firings(failing, full));
  }

  private static List<Map.Entry<Double, String>> firings(Failures failing, Policy policy) {
    FleetModel fleet = model(host(1), failing, policy);
    Operation.Firings firings = new Operation.Firings(fleet);
    new Replication(fleet.model(), 3, 0, 300_000, List.of()).run(firings);
    return firings.all();
  }

  @Test
  void stagesWithSpeeds_areSlowBeforeTheyFail() {
    // 100 s at full speed, 200 at four fifths, 50 at a half, then down
    Aging aging = new Aging.Stages(List.of(stage(100), stage(200)), List.of(1.0, 0.8, 0.5));
    FleetModel fleet = model(host(1), vmm(failing(aging, always(50))), never());
    assertThat(earned(fleet, 350)).isCloseTo(100 + 160 + 25, within(1e-9));
    assertThat(earned(fleet, 360)).isCloseTo(100 + 160 + 25, within(1e-9));
    Aging slow = new Aging.Stages(List.of(stage(100)), List.of(0.9, 0.9));
    FleetModel always = model(host(1), vmm(failing(slow, always(50))), never());
    assertThat(earned(always, 150)).isCloseTo(135, within(1e-9));
  }

  private static double earned(FleetModel fleet, double horizon) {
    int speed =
        IntStream.range(0, fleet.model().rewardCount())
            .filter(r -> fleet.model().reward(r).name().equals(FleetModel.SPEED))
            .findFirst()
            .orElseThrow();
    return new Replication(fleet.model(), 1, 0, horizon, List.of())
        .run(new Operation.Firings(fleet))
        .total(speed);
  }

  @Test
  void clearing_thatDoesNotFitTheAging_isRefused() {
    Policy back = restart(calendarFrom(600, ONCE), new StagesBack(1));
    assertThatThrownBy(() -> model(host(0), vmm(fixedLife()), back))
        .hasMessageContaining("needs aging in stages");
    LayerFailures staged = failing(stages(), always(50));
    assertThatThrownBy(() -> staged.restoring(last(0.5)))
        .hasMessageContaining("without stages or a resource");
    assertThatThrownBy(() -> whole(1.2)).hasMessageContaining("from 0 to 1");
    assertThatThrownBy(() -> new Aging.Stages(List.of(stage(1)), List.of(0.5, 0.6)))
        .hasMessageContaining("never rise");
  }

  private static Leak leak(String name, LeakEvent on, long amount) {
    return new Leak(name, on, amount, Optional.empty());
  }

  private static Resource resource(long capacity, Leak... leaks) {
    return new Resource(
        capacity,
        Resource.Unit.COUNT,
        List.of(leaks),
        OptionalDouble.empty(),
        List.of(),
        Optional.empty());
  }
}
