package hebe.models.fleet;

import static hebe.models.fleet.Operation.always;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import hebe.models.Fixtures;
import hebe.models.catalog.Parameter;
import hebe.models.failure.Failures;
import hebe.models.failure.LayerFailures;
import hebe.models.modes.BreakEven;
import hebe.models.modes.CheckpointFormulas;
import hebe.models.modes.ModeSwitch;
import hebe.models.modes.Move;
import hebe.models.modes.Occasion;
import hebe.models.modes.SelfVirtualization;
import hebe.models.policy.ModePolicy;
import hebe.models.policy.ModePolicy.Reason;
import hebe.sim.exact.UnsolvableException;
import hebe.sim.law.DelayLaw;
import hebe.sim.law.Exponential;
import hebe.sim.result.Metric;
import hebe.sim.result.MetricId;
import hebe.sim.stat.Estimate;
import hebe.sim.study.Combination;
import hebe.sim.study.WorkResult;
import hebe.sim.study.WorkUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Modes against closed forms and the exact solution. */
class ModeExactTest {
  private static final ModePolicy NATIVE = new ModePolicy.AlwaysNative();
  private static final ModePolicy VIRTUAL = new ModePolicy.AlwaysVirtual();
  private static final ModePolicy NEEDED =
      new ModePolicy.WhenNeeded(EnumSet.allOf(Reason.class), Optional.empty());

  private static DelayLaw mean(double seconds) {
    return new Exponential(seconds);
  }

  private static HostGroup host(SelfVirtualization system) {
    return new HostGroup(
        "server",
        1,
        Fixtures.instantHardware(),
        Fixtures.with(Fixtures.instantVmm(), Parameter.DOM0_BOOT, 50),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(system));
  }

  private static FleetModel model(SelfVirtualization system, Failures failures, ModePolicy mode) {
    return Operation.model(host(system), failures, ModeScopeTest.policy(mode));
  }

  private static Failures failures(LayerFailures vmm, LayerFailures os) {
    return new Failures(LayerFailures.none(), vmm, os, LayerFailures.none());
  }

  private static double longRun(FleetModel fleet, String metric) throws UnsolvableException {
    Map<MetricId, Double> values = ExactOperation.of(fleet, 10_000).inTheLongRun().values();
    return values.entrySet().stream()
        .filter(e -> e.getKey().name().equals(metric) && e.getKey().cause().isEmpty())
        .filter(e -> e.getKey().subject().equals("server"))
        .mapToDouble(Map.Entry::getValue)
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void capacity_ofATogglingSystem_isTheClosedForm(long seed) throws UnsolvableException {
    SplittableRandom random = new SplittableRandom(seed);
    double attach = random.nextDouble(10);
    double detach = random.nextDouble(10);
    double stay = random.nextDouble(10, 1000);
    double every = random.nextDouble(100, 10_000);
    double overhead = random.nextDouble(0.5);
    double tax = random.nextDouble(0.1);
    double crash = random.nextDouble(100, 10_000);
    double repair = random.nextDouble(100);
    ModeSwitch switching = new ModeSwitch(always(attach), always(detach), 0, 0, 0, 0);
    SelfVirtualization system =
        new SelfVirtualization(
            switching,
            1 - tax,
            1 - overhead,
            List.of(new Occasion.Update(mean(every), mean(stay), always(0))));
    Failures weak = failures(Operation.crash(mean(crash), 0, always(repair)), LayerFailures.none());
    BreakEven form = new BreakEven(attach, detach, stay, overhead, tax, 1 / crash, repair);
    // The next update counts from the end of one, so a detach takes its time from what is native.
    double stretch = every * StrictMath.exp(-detach / every);
    assertThat(longRun(model(system, weak, NEEDED), "capacity"))
        .isCloseTo(form.toggling(stretch), withinPercentage(1e-7));
    assertThat(longRun(model(system, weak, VIRTUAL), "capacity"))
        .isCloseTo(form.alwaysVirtual(), withinPercentage(1e-7));
    // Without a VMM an update is a boot of 50 s.
    assertThat(longRun(model(system, weak, NATIVE), "capacity"))
        .isCloseTo(every / (every + 50), withinPercentage(1e-7));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void freeSwitches_andAPerfectVmm_areNeverWorseThanEitherPureSystem(long seed)
      throws UnsolvableException {
    SplittableRandom random = new SplittableRandom(seed);
    double overhead = random.nextDouble(0.5);
    // What is done on the VMM must cost less than the boot of 50 s and the work at a standstill.
    Move move = new Move(mean(random.nextDouble(1, 40)), mean(random.nextDouble(1, 4)));
    SelfVirtualization system =
        new SelfVirtualization(
            new ModeSwitch(always(0), always(0), 0, 0, 0, 0),
            1,
            1 - overhead,
            List.of(
                new Occasion.Maintenance(
                    mean(random.nextDouble(1e3, 1e6)), mean(random.nextDouble(10, 1e4)), move),
                new Occasion.Update(
                    mean(random.nextDouble(1e3, 1e6)),
                    mean(random.nextDouble(1, 60)),
                    mean(random.nextDouble(1, 10)))));
    Failures crashing =
        failures(
            LayerFailures.none(), Operation.crash(mean(random.nextDouble(1e5, 1e7)), 0, mean(90)));
    for (String metric : List.of("capacity", "availability")) {
      double toggling = longRun(model(system, crashing, NEEDED), metric);
      assertThat(toggling)
          .isGreaterThanOrEqualTo(longRun(model(system, crashing, VIRTUAL), metric) - 1e-12)
          .isGreaterThanOrEqualTo(longRun(model(system, crashing, NATIVE), metric) - 1e-12);
    }
  }

  @Test
  void busyObjects_delayASwitch_byTheMeanOfItsRetries() throws UnsolvableException {
    // p = 0.5: a mean of one retry of 10 s before an attach and before a detach. Nearly nothing
    // else falls due meanwhile (20 s in 1e9 s). Of each cycle of 1e9 + 100 + ... s the system is
    // virtual for the stay of 100 s and for the wait before the detach.
    SelfVirtualization system =
        new SelfVirtualization(
            new ModeSwitch(always(4), always(2), 0.5, 10, 0, 0),
            1,
            1,
            List.of(new Occasion.Update(mean(1e9), mean(100), always(0))));
    FleetModel fleet = model(system, failures(LayerFailures.none(), LayerFailures.none()), NEEDED);
    assertThat(longRun(fleet, "time-virtual") * 1e9).isCloseTo(110, within(1e-4));
    assertThat(longRun(fleet, "unavailability") * 1e9).isCloseTo(6, within(1e-4));
  }

  @Test
  void failedAttaches_areTriedAgain_orCrashTheSystem() throws UnsolvableException {
    // f = 0.2, half of the failures crash. Attempts per stay: 1 / 0.8 = 1.25, each of 4 s; crashes
    // 0.125, each with a boot of 50 s; one detach of 2 s.
    SelfVirtualization system =
        new SelfVirtualization(
            new ModeSwitch(always(4), always(2), 0, 10, 0.2, 0.5),
            1,
            1,
            List.of(new Occasion.Update(mean(1e9), mean(100), always(0))));
    FleetModel fleet = model(system, failures(LayerFailures.none(), LayerFailures.none()), NEEDED);
    assertThat(longRun(fleet, "unavailability") * 1e9)
        .isCloseTo(1.25 * 4 + 0.125 * 50 + 2, within(1e-4));
    assertThat(longRun(fleet, "toggles-per-year") * 1e9 / 31_536_000).isCloseTo(1.25, within(1e-4));
  }

  @Test
  void checkpoints_keepTheShareOfWorkOfTheClosedForm() {
    // Save 60 s (with attach 4 s and detach 2 s), crash every 5000 s, repair 90 s, restore 40 s,
    // every 700 s. A detach takes its time from the 700 s.
    double every = 700;
    SelfVirtualization system =
        new SelfVirtualization(
            ModeSwitch.lasting(4, 2),
            1,
            0.9,
            List.of(new Occasion.Checkpoints(always(every), always(60), always(40), always(1e9))));
    Failures crashing = failures(LayerFailures.none(), Operation.crash(mean(5000), 0, always(90)));
    CheckpointFormulas form = new CheckpointFormulas(64, 5000, 130);
    double share = form.usefulShare(every) * (every - 2) / every;
    double year = 31_536_000;
    assertSimulated(model(system, crashing, NEEDED), "work-done-per-year", share * year);
    // Always virtual there are no switches: 9/10 of 700 s in each round of 760 s.
    CheckpointFormulas always = new CheckpointFormulas(60, 5000, 130);
    assertSimulated(
        model(system, crashing, VIRTUAL),
        "work-done-per-year",
        0.9 * always.usefulShare(every) * year);
  }

  private static void assertSimulated(FleetModel fleet, String metric, double expected) {
    OperationRun operation = new OperationRun(fleet);
    double horizon = 5e6;
    List<WorkResult> results = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      results.add(operation.run(new WorkUnit(3, i, horizon, List.of(horizon), false)));
    }
    Metric found =
        new Combination(operation.measures(), results, 0.999)
            .metrics().stream().filter(m -> m.id().name().equals(metric)).findFirst().orElseThrow();
    Estimate.Interval interval = (Estimate.Interval) found.estimate();
    assertThat(expected).isBetween(interval.low(), interval.high());
    // A parameter that is off by 1 % would show: the interval is narrower than half of that.
    assertThat(interval.high() - interval.low()).isLessThan(0.005 * expected);
  }
}
