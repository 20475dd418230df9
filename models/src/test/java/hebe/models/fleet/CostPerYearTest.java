package hebe.models.fleet;

import static hebe.models.fleet.Operation.calendar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import hebe.models.failure.Failures;
import hebe.models.failure.LayerFailures;
import hebe.models.outage.Costs;
import hebe.models.policy.Policy;
import hebe.models.policy.RejuvenationPolicy;
import hebe.models.recovery.Mechanism;
import hebe.sim.exact.UnsolvableException;
import hebe.sim.law.DelayLaw;
import hebe.sim.law.Deterministic;
import hebe.sim.law.Exponential;
import hebe.sim.result.MetricId;
import hebe.sim.study.WorkResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostPerYearTest {
  private static final double HOUR = 3600;
  private static final double YEAR = 365 * 24 * HOUR;
  private static final MetricId COST = MetricId.total("cost-per-year", "all", "EUR/year");

  private static Costs costs(double planned, double unplanned, double vmm, double guest) {
    return new Costs(
        Optional.of("EUR"),
        Map.of("all", planned / HOUR),
        Map.of("all", unplanned / HOUR),
        vmm,
        guest,
        7);
  }

  private static FleetModel fleet(int guests, Failures failures, Policy policy, Costs costs) {
    return FleetModel.build(
        new Datacenter(List.of(Operation.host(guests)), failures), policy, Optional.of(costs));
  }

  private static double cost(FleetModel fleet, double horizonSeconds) {
    WorkResult result = Operation.run(fleet, 1, horizonSeconds);
    assertThat(new OperationRun(fleet).measures()).hasSameSizeAs(result.values());
    assertThat(new OperationRun(fleet).measures())
        .last()
        .satisfies(measure -> assertThat(measure.id()).isEqualTo(COST));
    return result.values().get(result.values().size() - 1).numerator();
  }

  @Test
  void cost_guestsByTheCalendar_isThatByPencil() {
    // Two guests, each rejuvenated every 50 h for half an hour; the second waits for the first. In
    // 999 h that is at 50, 100, ..., 950 h, so 19 times each, 38 in all: 19 h of planned downtime
    // at
    // 40 and 38 rejuvenations at 3 make 874 in 999 h; and 7 a year for spares.
    Policy policy = Operation.guests(calendar(50 * HOUR), HOUR / 2);

    double cost = cost(fleet(2, Failures.none(), policy, costs(40, 1000, 100, 3)), 999 * HOUR);

    assertThat(cost).isCloseTo(874 * 8760 / 999.0 + 7, within(1e-6));
  }

  @Test
  void cost_vmmByTheCalendar_countsOperationsOfTheHost() {
    // A restart of 1 h every 100 h, at 100, ..., 900 h: the host has no guests and is down 9 h.
    Policy policy =
        Operation.vmm(calendar(100 * HOUR), new Mechanism.Restart(new Deterministic(HOUR)));

    double cost = cost(fleet(0, Failures.none(), policy, costs(40, 1000, 100, 3)), 999 * HOUR);

    assertThat(cost).isCloseTo((9 * 40 + 9 * 100) * 8760 / 999.0 + 7, within(1e-6));
  }

  @Test
  void cost_oneGroupIsPriced_isThatOfItsMembers() {
    Policy policy = Operation.guests(calendar(50 * HOUR), HOUR / 2);
    Costs ofWeb = new Costs(Optional.of("EUR"), Map.of("web", 40 / HOUR), Map.of(), 0, 0, 0);
    Costs ofHost = new Costs(Optional.of("EUR"), Map.of("host", 40 / HOUR), Map.of(), 0, 0, 0);

    // 38 rejuvenations of half an hour; the host itself is never down.
    assertThat(cost(fleet(2, Failures.none(), policy, ofWeb), 999 * HOUR))
        .isCloseTo(19 * 40 * 8760 / 999.0, within(1e-6));
    assertThat(cost(fleet(2, Failures.none(), policy, ofHost), 999 * HOUR)).isZero();
  }

  @Test
  void cost_nothingIsPriced_isNoMetric_andNothingElseChanges() {
    Policy policy = Operation.guests(calendar(50 * HOUR), HOUR / 2);
    FleetModel free = Operation.model(Operation.host(2), Failures.none(), policy);
    FleetModel priced = fleet(2, Failures.none(), policy, costs(40, 1000, 100, 3));
    WorkResult without = Operation.run(free, 1, 999 * HOUR);
    WorkResult with = Operation.run(priced, 1, 999 * HOUR);

    assertThat(new OperationRun(free).measures()).noneMatch(m -> m.id().name().contains("cost"));
    assertThat(with.values().subList(0, with.values().size() - 1)).isEqualTo(without.values());
    assertThat(with.outages()).isEqualTo(without.outages());
  }

  /**
   * Published rows huang-*-cost of analytic models: pi_F c_f + pi_R c_r in a year of 8640 h; ours
   * has 8760 h.
   */
  @ParameterizedTest
  @CsvSource({
    "168, 8640, 20, 336, 40, 1000, 554.3309826608",
    "168, 8640, 20, 168, 40, 1000, 586.5556459825",
    "72, 2160, 10, 264, 5, 5000, 7672.425730618",
    "72, 2160, 10, 96, 5, 5000, 5643.306320908"
  })
  void cost_ofHuangsChain_isThatOfTheClosedForm(
      double agingHours,
      double crashHours,
      double restartMinutes,
      double triggerHours,
      double planned,
      double unplanned,
      double published)
      throws UnsolvableException {
    Costs costs =
        new Costs(
            Optional.of("EUR"),
            Map.of("all", planned / HOUR),
            Map.of("all", unplanned / HOUR),
            0,
            0,
            0);

    double cost = longRun(agingHours, crashHours, restartMinutes, triggerHours, costs);

    assertThat(cost * 8640 / 8760).isCloseTo(published, withinPercentage(1e-8));
  }

  @Test
  void cost_perRejuvenation_isTheRateOfTheClosedForm() throws UnsolvableException {
    // Huang's set A at 336 h: rejuvenations end at r3 pi_R, with pi_R = U - pi_F
    // = 0.000690521370821 - 3.806023304e-5, and last 1/3 h; 100 each.
    double each =
        longRun(168, 8640, 20, 336, new Costs(Optional.of("EUR"), Map.of(), Map.of(), 100, 0, 0));

    assertThat(each)
        .isCloseTo(100 * 3 * (0.000690521370821 - 3.806023304e-5) * 8760, withinPercentage(1e-7));
  }

  private static double longRun(
      double agingHours, double crashHours, double restartMinutes, double triggerHours, Costs costs)
      throws UnsolvableException {
    LayerFailures vmm =
        new LayerFailures(
            Optional.of(hours(agingHours)),
            Optional.of(hours(crashHours)),
            new Deterministic(0),
            Optional.of(hours(0.5)));
    Policy policy =
        Operation.vmm(
            new RejuvenationPolicy.AfterAging(hours(triggerHours)),
            new Mechanism.Restart(hours(restartMinutes / 60)));
    FleetModel fleet =
        fleet(0, Operation.failures(Operation.none(), vmm, Operation.none()), policy, costs);
    return ExactOperation.of(fleet, 100).inTheLongRun().values().get(COST);
  }

  private static DelayLaw hours(double mean) {
    return new Exponential(mean * HOUR);
  }

  @Test
  void cost_simulatedForLong_isNearTheExactOne() throws UnsolvableException {
    LayerFailures vmm =
        new LayerFailures(
            Optional.of(hours(72)),
            Optional.of(hours(200)),
            new Deterministic(0),
            Optional.of(hours(3)));
    Policy policy =
        Operation.vmm(
            new RejuvenationPolicy.AfterAging(hours(96)), new Mechanism.Restart(hours(1)));
    FleetModel fleet =
        fleet(
            0,
            Operation.failures(Operation.none(), vmm, Operation.none()),
            policy,
            costs(40, 1000, 100, 0));
    double exact = ExactOperation.of(fleet, 100).over(2000 * YEAR).values().get(COST);

    // Some 40,000 crashes and 80,000 restarts: standard error near 0.5 %.
    assertThat(cost(fleet, 2000 * YEAR)).isCloseTo(exact, withinPercentage(2));
  }

  @Test
  void costs_belowNothing_areRefused() {
    assertThatThrownBy(() -> costs(-1, 0, 0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a cost is finite and at least 0; got -2.77");
  }
}
