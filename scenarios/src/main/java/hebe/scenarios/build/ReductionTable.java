package hebe.scenarios.build;

import hebe.models.fleet.ExactOperation;
import hebe.models.fleet.FleetModel;
import hebe.models.policy.Policy;
import hebe.reports.table.DataTable;
import hebe.sim.exact.Reduction;
import hebe.sim.exact.UnsolvableException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the exact solution would make of each policy: islands, copies taken as one, states. */
final class ReductionTable {
  private static final int TRIED = 20_000;

  private ReductionTable() {}

  /** One row per policy and island. */
  static DataTable of(Scenario scenario) {
    List<List<String>> rows = new ArrayList<>();
    for (Policy policy : scenario.policyList()) {
      FleetModel fleet = FleetModel.build(scenario.datacenter(), policy);
      try {
        for (Reduction.Island island : ExactOperation.reduction(fleet, TRIED).islands()) {
          rows.add(row(policy, island));
        }
      } catch (UnsolvableException e) {
        rows.add(List.of(policy.name(), "none", "", "", "", refusal(e.reasons())));
      }
    }
    return new DataTable(
        "Exact solution",
        List.of(
            "policy",
            "islands alike",
            "from",
            "states",
            "at most",
            "copies, or what stands in the way"),
        rows);
  }

  private static List<String> row(Policy policy, Reduction.Island island) {
    return List.of(
        policy.name(),
        Integer.toString(island.alike()),
        island.name(),
        island.states().isPresent()
            ? Integer.toString(island.states().getAsInt())
            : "more than " + TRIED,
        bound(island.mostStates()),
        copies(island));
  }

  private static String copies(Reduction.Island island) {
    List<String> parts = new ArrayList<>();
    for (Map.Entry<String, Integer> one : island.lumped().entrySet()) {
      parts.add(one.getValue() + " of " + one.getKey() + " interchangeable");
    }
    for (Map.Entry<String, String> one : island.separate().entrySet()) {
      parts.add(one.getKey() + " each by itself: " + one.getValue());
    }
    return parts.isEmpty() ? "none" : parts.stream().collect(Collectors.joining("; "));
  }

  private static String refusal(List<String> reasons) {
    String more = reasons.size() == 1 ? "" : " (and " + (reasons.size() - 1) + " more)";
    return reasons.get(0) + more;
  }

  private static String bound(BigInteger states) {
    int digits = states.toString().length();
    return digits <= 7 ? states.toString() : "1e" + digits;
  }
}
