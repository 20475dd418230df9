package hebe.scenarios.build;

import hebe.models.fleet.GuestGroup;
import hebe.models.fleet.HostGroup;
import hebe.models.policy.Policy;
import hebe.models.policy.RejuvenationPolicy;
import hebe.models.recovery.Demand;
import hebe.models.recovery.Host;
import hebe.models.recovery.Mechanism;
import hebe.models.recovery.PlanSimulation;
import hebe.models.recovery.PlanTimes;
import hebe.models.recovery.Plans;
import hebe.models.recovery.RecoveryPlan;
import hebe.models.recovery.Task;
import hebe.reports.number.Numbers;
import hebe.reports.table.DataTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The operations that the constants make, task by task. */
final class OperationTables {
  private OperationTables() {}

  /** What the constants make of every operation that can happen on a group of hosts. */
  static List<DataTable> of(HostGroup group, Scenario scenario) {
    Host host = group.host();
    List<RecoveryPlan> plans = new ArrayList<>();
    scenario.failures().microReboot().ifPresent(by -> plans.add(by.plan(host)));
    for (Policy policy : scenario.policyList()) {
      InPlaceRows.update(policy).ifPresent(update -> plans.add(update.plan(host)));
      if (policy.vmmBy() instanceof Mechanism.Reboot reboot
          && !(policy.vmmWhen() instanceof RejuvenationPolicy.Never)) {
        plans.add(reboot.plan(host));
      }
    }
    plans.add(Plans.restart(host));
    List<DataTable> tables = new ArrayList<>();
    for (RecoveryPlan plan : plans.stream().distinct().toList()) {
      tables.add(operation(group.name(), plan, host));
    }
    int first = 0;
    for (GuestGroup guest : group.guests()) {
      tables.add(operation(guest.name(), Plans.guestReboot(host, first), host));
      tables.add(operation(guest.name(), Plans.guestRestart(host, first), host));
      first += guest.count();
    }
    return tables;
  }

  private static DataTable operation(String owner, RecoveryPlan plan, Host host) {
    PlanTimes times = PlanSimulation.run(plan, host);
    // Guests that do the same at the same time share a row.
    Map<List<String>, List<String>> actors = new LinkedHashMap<>();
    for (int task = 0; task < plan.tasks().size(); task++) {
      Task what = plan.tasks().get(task);
      List<String> row =
          List.of(
              what.phase(),
              Numbers.fixed(times.starts().get(task), 3),
              Numbers.fixed(times.ends().get(task), 3),
              what.demands().stream()
                  .map(OperationTables::demand)
                  .collect(Collectors.joining(" + ")),
              what.formula());
      actors.computeIfAbsent(row, same -> new ArrayList<>()).add(what.actor().label());
    }
    List<List<String>> rows = new ArrayList<>();
    actors.forEach(
        (row, who) -> {
          String several = who.get(0) + " .. " + who.get(who.size() - 1).replace("guest ", "");
          List<String> full = new ArrayList<>(List.of(who.size() == 1 ? who.get(0) : several));
          full.addAll(row);
          rows.add(full);
        });
    return new DataTable(
        owner + ": " + plan.name() + ", derived; " + outcome(times),
        List.of("who", "phase", "from s", "to s", "demand when alone", "computed from"),
        rows);
  }

  private static String outcome(PlanTimes times) {
    if (times.plan().guests() == 0) {
      return "ready after " + Numbers.fixed(times.hostReadySeconds(), 3) + " s";
    }
    return "longest outage "
        + Numbers.fixed(times.longestOutageSeconds(), 3)
        + " s, mean "
        + Numbers.fixed(times.meanOutageSeconds(), 3)
        + " s";
  }

  private static String demand(Demand demand) {
    String seconds = Numbers.fixed(demand.seconds(), 3) + " s";
    if (demand instanceof Demand.Work work) {
      return seconds
          + " of "
          + work.resource().name().toLowerCase(java.util.Locale.ROOT)
          + (work.stream() ? " (stream)" : "");
    }
    return seconds;
  }
}
