package hebe.models.fleet;

import hebe.models.outage.Costs;
import hebe.models.outage.GroupOutages;
import hebe.models.outage.Metrics;
import hebe.models.outage.OutageTotals.Part;
import hebe.models.outage.Subjects;
import hebe.sim.result.Cause;
import hebe.sim.result.MetricId;
import hebe.sim.study.Measure;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;

/**
 * The metric {@code cost-per-year} of a whole datacenter, per year of 365 days.
 *
 * <p>C = (sum over groups g of p_g P_g + u_g U_g + v V + w W) / years + s, where P_g and U_g are
 * the planned and unplanned downtimes of all members of g together, V and W the numbers of
 * rejuvenations of VMMs and of guests, and p, u, v, w, s the {@link Costs}. Definition:
 * docs/models.md#metrics.
 */
record CostPerYear(FleetModel fleet, Costs costs) {

  /** The cost of a datacenter, if it has one. */
  static Optional<CostPerYear> of(FleetModel fleet) {
    return fleet.costs().map(costs -> new CostPerYear(fleet, costs));
  }

  /** What is measured. */
  Measure measure() {
    return Measure.mean(MetricId.total("cost-per-year", Subjects.EVERYTHING, costs.unitPerYear()));
  }

  /**
   * Its value.
   *
   * @param outages of a group, all members together
   * @param earned what a reward of the model has earned
   * @param seconds the time in which both came to be
   */
  Measure.Value value(
      Function<String, GroupOutages> outages, IntToDoubleFunction earned, double seconds) {
    double sum =
        ofDowntime(outages)
            + costs.perVmmRejuvenation() * count(FleetModel.VMM_REJUVENATIONS, earned)
            + costs.perGuestRejuvenation() * count(FleetModel.GUEST_REJUVENATIONS, earned);
    return Measure.Value.of(sum * (Metrics.YEAR_SECONDS / seconds) + costs.sparesPerYear());
  }

  private double ofDowntime(Function<String, GroupOutages> outages) {
    double sum = 0;
    for (Map.Entry<String, Double> group : costs.plannedPerSecond().entrySet()) {
      sum += group.getValue() * downSeconds(outages.apply(group.getKey()), true);
    }
    for (Map.Entry<String, Double> group : costs.unplannedPerSecond().entrySet()) {
      sum += group.getValue() * downSeconds(outages.apply(group.getKey()), false);
    }
    return sum;
  }

  private double downSeconds(GroupOutages outages, boolean planned) {
    Collection<Cause> causes = fleet.causes().values();
    Set<String> wanted =
        causes.stream().filter(Cause::planned).map(Cause::name).collect(Collectors.toSet());
    double seconds = 0;
    for (Map.Entry<String, Part> cause : outages.byCause().entrySet()) {
      seconds += wanted.contains(cause.getKey()) == planned ? cause.getValue().seconds() : 0;
    }
    return seconds;
  }

  private double count(String reward, IntToDoubleFunction earned) {
    double count = 0;
    for (int r = 0; r < fleet.model().rewardCount(); r++) {
      count += fleet.model().reward(r).name().equals(reward) ? earned.applyAsDouble(r) : 0;
    }
    return count;
  }
}
