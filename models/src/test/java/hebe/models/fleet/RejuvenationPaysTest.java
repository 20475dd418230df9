package hebe.models.fleet;

import static hebe.models.fleet.Operation.always;
import static hebe.models.fleet.Operation.failures;
import static hebe.models.fleet.Operation.host;
import static hebe.models.fleet.Operation.metric;
import static hebe.models.fleet.Operation.model;
import static hebe.models.fleet.Operation.never;
import static hebe.models.fleet.Operation.none;
import static hebe.models.fleet.Operation.sinceRenewal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hebe.models.aging.Aging;
import hebe.models.aging.Clearing;
import hebe.models.failure.Failures;
import hebe.models.failure.LayerFailures;
import hebe.models.policy.Policy;
import hebe.models.recovery.Mechanism;
import hebe.sim.exact.UnsolvableException;
import hebe.sim.law.DelayLaw;
import hebe.sim.law.Erlang;
import hebe.sim.law.Exponential;
import hebe.sim.law.Weibull;
import hebe.sim.model.Ageing.Of;
import hebe.sim.model.Model;
import hebe.sim.model.Timing;
import hebe.sim.model.Transition;
import hebe.sim.result.MetricId;
import hebe.sim.stat.Tally;
import hebe.sim.study.WorkUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * A VMM of mean life 1000 s and a repair of 500 s, rejuvenated 500 s after each fresh start by a
 * restart that takes no time and loses nothing: that pays where the hazard rises with age, makes no
 * difference where it does not change, and does harm where it falls.
 */
class RejuvenationPaysTest {
  private static final double LIFE = 1000;
  private static final double REPAIR = 500;
  private static final double PERIOD = 500;
  private static final double HORIZON = 1_000_000;
  private static final int REPLICATIONS = 30;

  private static Failures crashing(Aging aging, DelayLaw crash) {
    return failures(
        none(),
        new LayerFailures(aging, Optional.of(crash), always(0), Optional.of(always(REPAIR))),
        none());
  }

  private static Failures crashing(DelayLaw crash) {
    return crashing(new Aging.None(), crash);
  }

  private static Policy renewing() {
    return Operation.vmm(sinceRenewal(PERIOD), new Mechanism.Restart(always(0)));
  }

  private static Policy clearing(double share) {
    return renewing().clearing(new Clearing.Share(share, Of.WHOLE_AGE), Clearing.all());
  }

  private static double availability(FleetModel fleet, int replication) {
    WorkUnit unit = new WorkUnit(17, replication, HORIZON, List.of(HORIZON), false);
    return metric(fleet, new OperationRun(fleet).run(unit), "availability", "host", "");
  }

  /** Availability with a policy less that with another one, under the same bad luck. */
  private static Tally gain(Failures failing, Policy policy, Policy other) {
    FleetModel with = model(host(0), failing, policy);
    FleetModel without = model(host(0), failing, other);
    Tally gain = new Tally();
    for (int r = 0; r < REPLICATIONS; r++) {
      gain.add(availability(with, r) - availability(without, r));
    }
    return gain;
  }

  /** E min(X, T) / (E min(X, T) + F(T) m), less the same for T without end. */
  private static double gainInTheLongRun(DelayLaw life) {
    int steps = 20_000;
    double up = 0;
    for (int i = 0; i < steps; i++) {
      up += (1 - life.cdf(PERIOD * (i + 0.5) / steps)) * PERIOD / steps;
    }
    return up / (up + life.cdf(PERIOD) * REPAIR) - LIFE / (LIFE + REPAIR);
  }

  private static void agrees(DelayLaw life, Tally gain) {
    // a horizon of a thousand lives is not for ever: 0.001 for its end
    assertThat(gain.mean())
        .isCloseTo(gainInTheLongRun(life), within(4.5 * gain.standardError() + 0.001));
    assertThat(gain.standardError()).isLessThan(0.006);
  }

  @Test
  void risingHazard_isWorthRejuvenating() {
    for (DelayLaw life : List.of(Weibull.ofMean(2, LIFE), new Erlang(3, LIFE))) {
      Tally gain = gain(crashing(life), renewing(), never());
      assertThat(gain.mean()).isGreaterThan(9 * gain.standardError());
      agrees(life, gain);
    }
  }

  @Test
  void constantHazard_makesNoDifference() {
    for (DelayLaw life : List.of(Weibull.ofMean(1, LIFE), new Exponential(LIFE))) {
      Tally gain = gain(crashing(life), renewing(), never());
      agrees(life, gain);
      assertThat(gainInTheLongRun(life)).isCloseTo(0, within(1e-6));
    }
  }

  @Test
  void fallingHazard_isHarmed() {
    DelayLaw life = Weibull.ofMean(0.5, LIFE);
    Tally gain = gain(crashing(life), renewing(), never());
    assertThat(gain.mean()).isLessThan(-9 * gain.standardError());
    agrees(life, gain);
  }

  @Test
  void clearingMore_ofARisingHazard_isBetter() {
    Failures failing = crashing(Weibull.ofMean(2, LIFE));
    for (double share : new double[] {0, 0.5}) {
      Tally gain = gain(failing, clearing(share + 0.5), clearing(share));
      assertThat(gain.mean()).isGreaterThan(9 * gain.standardError());
    }
    // a rejuvenation that clears nothing and takes no time is none
    FleetModel nothing = model(host(0), failing, clearing(0));
    assertThat(availability(nothing, 0))
        .isCloseTo(availability(model(host(0), failing, never()), 0), within(1e-9));
  }

  @Test
  void stages_areWorthRejuvenating_exactly() throws UnsolvableException {
    Aging aging =
        new Aging.Stages(
            List.of(
                new Aging.Stage(new Exponential(400), Optional.empty()),
                new Aging.Stage(new Exponential(300), Optional.empty())));
    Failures failing = crashing(aging, new Exponential(300));
    double never = unavailability(failing, never());
    // a life of 1000 s and a repair of 500 s
    assertThat(never).isCloseTo(1 / 3.0, within(1e-12));
    double less = never;
    for (double period : new double[] {3000, 1000, 300, 100}) {
      Policy policy = Operation.vmm(sinceRenewal(period), new Mechanism.Restart(always(0)));
      double more = unavailability(failing, policy);
      assertThat(more).isLessThan(less);
      less = more;
    }
  }

  private static double unavailability(Failures failing, Policy policy) throws UnsolvableException {
    Failures exponential =
        failures(
            none(),
            new LayerFailures(
                failing.vmm().aging(),
                failing.vmm().crash(),
                always(0),
                Optional.of(new Exponential(REPAIR))),
            none());
    return ExactOperation.of(model(host(0), exponential, policy), 1000)
        .inTheLongRun()
        .values()
        .get(MetricId.total("unavailability", "host", "1"));
  }

  @Test
  void allTimesScaled_availabilityStays() {
    FleetModel fleet = model(host(0), crashing(Weibull.ofMean(2, LIFE)), clearing(0.5));
    double plain = availability(fleet, 3, 1);
    assertThat(availability(fleet, 3, 1024)).isEqualTo(plain);
    assertThat(availability(fleet, 3, 3)).isCloseTo(plain, within(1e-12));
  }

  private static double availability(FleetModel fleet, int replication, double factor) {
    Model model = fleet.model();
    FleetModel scaled = fleet.retimed(model.retimed(shape -> scaled(shape, factor)));
    double horizon = factor * HORIZON;
    WorkUnit unit = new WorkUnit(17, replication, horizon, List.of(horizon), false);
    return metric(scaled, new OperationRun(scaled).run(unit), "availability", "host", "");
  }

  private static Transition scaled(Transition shape, double factor) {
    if (shape.timing() instanceof Timing.After after) {
      List<DelayLaw> laws = after.laws().stream().map(law -> law.scaled(factor)).toList();
      return shape.with(new Timing.After(laws), shape.memory());
    }
    return shape;
  }
}
