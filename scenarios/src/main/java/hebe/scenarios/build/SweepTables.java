package hebe.scenarios.build;

import hebe.models.outage.Costs;
import hebe.reports.number.Numbers;
import hebe.reports.table.DataTable;
import hebe.sim.result.SweepValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a scenario prices and sweeps, as tables; all of it is given by the user. */
final class SweepTables {
  private static final double HOUR_SECONDS = 3600;

  private SweepTables() {}

  /** The prices; empty if there are none. */
  static Optional<DataTable> costs(Scenario scenario) {
    return scenario.costs().map(costs -> costs(costs.value()));
  }

  private static DataTable costs(Costs costs) {
    List<List<String>> rows = new ArrayList<>();
    String currency = costs.currency().orElse("1");
    costs
        .plannedPerSecond()
        .forEach((group, each) -> rows.add(downtime("planned", group, each, currency)));
    costs
        .unplannedPerSecond()
        .forEach((group, each) -> rows.add(downtime("unplanned", group, each, currency)));
    rows.add(row("each rejuvenation of a VMM", costs.perVmmRejuvenation(), currency));
    rows.add(row("each rejuvenation of a guest", costs.perGuestRejuvenation(), currency));
    rows.add(row("spare hosts", costs.sparesPerYear(), currency + "/year"));
    if (costs.spareHostPerYear() > 0) {
      rows.add(row("each spare host of a policy", costs.spareHostPerYear(), currency + "/year"));
    }
    return new DataTable("Costs, all given", List.of("of", "cost", "unit"), rows);
  }

  private static List<String> downtime(
      String kind, String group, double perSecond, String currency) {
    String what = kind + " downtime of one member of " + group;
    return row(what, perSecond * HOUR_SECONDS, currency + "/h");
  }

  private static List<String> row(String what, double cost, String unit) {
    return List.of(what, Numbers.exact(cost), unit);
  }

  /** The swept values by path; empty without a sweep. */
  static Optional<DataTable> points(Scenario scenario) {
    Map<String, Set<String>> texts = new LinkedHashMap<>();
    Map<String, Set<String>> policies = new LinkedHashMap<>();
    for (PolicyRun run : scenario.swept()) {
      for (Map.Entry<String, SweepValue> value : run.point().entrySet()) {
        texts
            .computeIfAbsent(value.getKey(), path -> new LinkedHashSet<>())
            .add(value.getValue().text());
        policies
            .computeIfAbsent(value.getKey(), path -> new LinkedHashSet<>())
            .add(run.policy().name());
      }
    }
    List<List<String>> rows = new ArrayList<>();
    texts.forEach(
        (path, values) ->
            rows.add(
                List.of(path, String.join(", ", policies.get(path)), String.join(", ", values))));
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new DataTable(
                "Sweep, " + scenario.swept().size() + " runs",
                List.of("path", "policies", "values"),
                rows));
  }
}
