package hebe.models.timing.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hebe.models.timing.CostModel;
import hebe.models.timing.EventRules;
import hebe.models.timing.HostClock;
import hebe.models.timing.Mode;
import hebe.models.timing.SlowDown;
import hebe.models.timing.TrapCostTable;
import hebe.models.timing.Workload;
import hebe.models.timing.Workloads;
import hebe.sim.stat.Tally;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** A guest alone on a core against the closed form, for every processor, mode and workload. */
class ClosedFormTest {
  private static final TrapCostTable TABLE = TrapCostTable.load();
  private static final EventRules RULES = EventRules.load();
  private static final Workloads WORKLOADS = Workloads.load();
  private static final HostClock CLOCK = new HostClock(2.4e9);

  private static int eachPair(BiConsumer<CostModel, Workload> check) {
    int pairs = 0;
    for (String cpu : TABLE.microarchitectures().names()) {
      for (Mode mode : TABLE.modes(cpu)) {
        CostModel costs = new CostModel(TABLE, RULES, cpu, mode);
        for (String name : WORKLOADS.names()) {
          if (SlowDown.lacking(WORKLOADS.get(name), costs).isEmpty()) {
            check.accept(costs, WORKLOADS.get(name));
            pairs++;
          }
        }
      }
    }
    return pairs;
  }

  private static double eventsPerSecond(TrapLoad load) {
    return load.sources().stream().mapToDouble(TrapSource::perSecond).sum();
  }

  private static TrapLoad load(CostModel costs, Workload workload) {
    return TrapLoad.of(workload, costs, InterruptPath.THROUGH_VMM, CLOCK);
  }

  private static GuestResult alone(TrapLoad load, double slowDown, int events, long seed) {
    double seconds = events * slowDown / eventsPerSecond(load);
    GuestGroup guest = GuestGroup.of("guest", 1, load, new Activity.Busy(seconds));
    return HostRun.simulate(HostSetup.of(CLOCK, 1, guest), seed, seconds).guest("guest");
  }

  /*
   * Evenly spaced, N native cycles hold N x rate events of each kind, up to half an event at the
   * end, and the last may be unfinished: the slow-down is off by one event of each kind at most.
   */
  @Test
  void everyModeAndWorkload_evenSpacing_isTheClosedFormToOneEventOfEachKind() {
    int pairs =
        eachPair(
            (costs, workload) -> {
              TrapLoad load = load(costs, workload).spaced(Spacing.EVEN);
              double closed = SlowDown.of(workload, costs, CLOCK).factor().value();
              GuestResult result = alone(load, closed, 5_000, 1);
              double oneEach =
                  load.sources().stream().mapToDouble(s -> Math.abs(s.extraCycles())).sum();
              assertThat(result.slowDown())
                  .as(costs.microarchitecture().name() + costs.mode() + workload.name())
                  .isCloseTo(closed, within(oneEach / CLOCK.cycles(result.nativeSeconds()) + 1e-9));
              // The stimulus: the events happened.
              assertThat((double) result.events())
                  .isGreaterThan(2_500)
                  .isCloseTo(
                      result.nativeSeconds() * eventsPerSecond(load),
                      within((double) load.sources().size()));
            });
    assertThat(pairs).isGreaterThan(1200);
  }

  /*
   * Poisson events: given the native time N the extra cycles are compound Poisson, with variance
   * N x sum of rate x extra^2. Kinds that happen less than 40 times in a run are not near normal, so
   * that a run is as long as gives 40 of the rarest, and left out above 30,000 events. Over all runs
   * the errors have mean 0 and mean square 1: costs off by 1 % would shift the mean by 0.5.
   */
  @Test
  void everyMode_randomSpacing_isTheClosedFormWithinItsError() {
    Tally errors = new Tally();
    Tally squares = new Tally();
    eachPair(
        (costs, workload) -> {
          TrapLoad load = load(costs, workload);
          double events = eventsForFortyOfTheRarest(load);
          if (events <= 30_000 && variancePerCycle(load) > 0) {
            double closed = SlowDown.of(workload, costs, CLOCK).factor().value();
            GuestResult result = alone(load, closed, (int) events, errors.count());
            double deviation =
                Math.sqrt(variancePerCycle(load) / CLOCK.cycles(result.nativeSeconds()));
            double error = (result.slowDown() - closed) / deviation;
            assertThat(error)
                .as(costs.microarchitecture().name() + costs.mode() + workload.name())
                .isBetween(-4.5, 4.5);
            errors.add(error);
            squares.add(error * error);
          }
        });
    assertThat(errors.count()).isGreaterThan(800);
    assertThat(errors.mean()).isCloseTo(0, within(4.5 / Math.sqrt(errors.count())));
    assertThat(squares.mean()).isCloseTo(1, within(4.5 * Math.sqrt(2.0 / squares.count())));
  }

  private static double eventsForFortyOfTheRarest(TrapLoad load) {
    double rarest = load.sources().stream().mapToDouble(TrapSource::perSecond).min().orElseThrow();
    return Math.max(3_000, 40 * eventsPerSecond(load) / rarest);
  }

  private static double variancePerCycle(TrapLoad load) {
    double variance = 0;
    for (TrapSource source : load.sources()) {
      double perCycle = CLOCK.seconds(source.perSecond());
      variance += perCycle * source.extraCycles() * source.extraCycles();
    }
    return variance;
  }

  /* 263 s become 271.0267 s in the closed form; here a tenth of it, to one event of each kind. */
  @Test
  void kernelBuild_onXen_takesTheTimeOfTheClosedForm() {
    CostModel xen = new CostModel(TABLE, RULES, "netburst-xeon-2400", Mode.XEN_PV_32);
    TrapLoad load = load(xen, WORKLOADS.get("kernel-build")).spaced(Spacing.EVEN);
    GuestGroup guest = GuestGroup.of("guest", 1, load, new Activity.Busy(0.01));
    GuestResult result = HostRun.simulate(HostSetup.of(CLOCK, 1, guest), 1, 27.1).guest("guest");
    // (3144 + 24 + 211200) / 26.3 s / 2.4 GHz x 263 s = 0.0009 s.
    assertThat(result.slowDown() * 263).isCloseTo(271.0267, within(0.001));
  }

  @Test
  void shares_everyMode_addUpToOne() {
    eachPair(
        (costs, workload) -> {
          GuestResult result = alone(load(costs, workload), 1, 200, 3);
          double sum = result.shares().stream().mapToDouble(TimeShare::share).sum();
          assertThat(sum).as(costs.mode() + workload.name()).isCloseTo(1, within(1e-9));
        });
  }

  /* 10^6 page faults per second at 816 + 2328 cycles: 2.4e9 native cycles become 5.544e9. */
  @Test
  void pageFault_onXen_entersTwice() {
    CostModel xen = new CostModel(TABLE, RULES, "netburst-xeon-2400", Mode.XEN_PV_32);
    TrapLoad load = load(xen, WORKLOADS.get("lmbench-page-fault")).spaced(Spacing.EVEN);
    assertThat(load.sources().get(0).entries())
        .containsExactly(
            new TrapSource.Entry("page-fault: bounce", 816),
            new TrapSource.Entry("page-fault: update", 2328));
    GuestResult result = alone(load, 6552.0 / 3408, 10_000, 1);
    // One fault in 1.42 us = 3408 cycles of native time.
    assertThat(result.share("page-fault: bounce")).isCloseTo(816.0 / 6552, within(1e-4));
    assertThat(result.share("page-fault: update")).isCloseTo(2328.0 / 6552, within(1e-4));
  }

  /* Where an interrupt exits with 14,400 and its end with 3,850 cycles. */
  @Test
  void interrupts_withoutExits_costNothing() {
    CostModel ept = new CostModel(TABLE, RULES, "nehalem", Mode.VTX_EPT);
    assertThat(InterruptPath.THROUGH_VMM.interruptCycles(ept)).hasValue(18_250);
    assertThat(InterruptPath.DELIVERED.interruptCycles(ept)).hasValue(3_850);
    assertThat(InterruptPath.EXITLESS.interruptCycles(ept)).hasValue(0);
    Workload netperf = WORKLOADS.get("netperf-assigned");
    TrapLoad spared = TrapLoad.of(netperf, ept, InterruptPath.EXITLESS, CLOCK);
    assertThat(alone(spared, 1, 1_000, 1).slowDown()).isCloseTo(1, within(1e-12));
  }
}
