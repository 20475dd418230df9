package hebe.models.fleet;

import hebe.models.outage.Metrics;
import hebe.sim.exact.Solution;
import hebe.sim.exact.Transient;
import hebe.sim.exact.UnsolvableException;
import hebe.sim.result.MetricId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the exact solution of a datacenter under a policy says, over the same time as a replication:
 * the expectations of the availability, the unavailability and the downtime per year of every
 * group.
 *
 * <p>Outages by cause and their number are not rewards of the model, so the solution does not have
 * them.
 *
 * @param states number of states of the chain
 * @param values by metric
 */
public record ExactOperation(int states, Map<MetricId, Double> values) {
  /**
   * Solves a model.
   *
   * @param horizonSeconds length of a replication
   * @param limit most states
   * @throws UnsolvableException saying every reason and what would help
   */
  public static ExactOperation solve(FleetModel fleet, double horizonSeconds, int limit)
      throws UnsolvableException {
    Solution solution = Solution.of(fleet.model(), limit);
    Transient until = solution.until(horizonSeconds);
    Map<MetricId, Double> values = new LinkedHashMap<>();
    for (String group : fleet.subjects().groups()) {
      List<Integer> members = fleet.subjects().members(group);
      double down = 0;
      for (int member : members) {
        int reward = fleet.subjects().all().get(member).reward();
        down += 1 - until.accumulated(reward) / horizonSeconds;
      }
      double unavailability = down / members.size();
      values.put(MetricId.total("availability", group, "1"), 1 - unavailability);
      values.put(MetricId.total("unavailability", group, "1"), unavailability);
      values.put(
          MetricId.total("downtime-per-year", group, "s/year"),
          unavailability * Metrics.YEAR_SECONDS);
    }
    return new ExactOperation(solution.states(), java.util.Collections.unmodifiableMap(values));
  }
}
