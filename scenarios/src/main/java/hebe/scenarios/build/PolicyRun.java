package hebe.scenarios.build;

import hebe.models.fleet.Datacenter;
import hebe.models.fleet.FleetModel;
import hebe.models.outage.Costs;
import hebe.models.policy.Policy;
import hebe.sim.result.PolicyResult;
import hebe.sim.result.SweepValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One policy at one sweep point: what is simulated and solved.
 *
 * @param point path to value, of those swept paths that concern the policy; empty without a sweep
 * @param policy the policy as it is there
 * @param datacenter what it is applied to there
 * @param costs what that costs there, if anybody says so
 */
public record PolicyRun(
    Map<String, SweepValue> point, Policy policy, Datacenter datacenter, Optional<Costs> costs) {
  public PolicyRun {
    point = Collections.unmodifiableMap(new LinkedHashMap<>(point));
  }

  /** The name of the policy and the point; no two runs of a scenario have the same. */
  public String label() {
    return PolicyResult.label(policy.name(), point);
  }

  /** The model. */
  public FleetModel fleet() {
    return FleetModel.build(datacenter, policy, costs);
  }
}
