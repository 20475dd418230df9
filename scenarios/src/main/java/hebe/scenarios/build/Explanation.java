package hebe.scenarios.build;

import hebe.models.catalog.Profile;
import hebe.models.failure.LayerFailures;
import hebe.models.fleet.FleetModel;
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
import hebe.reports.number.DurationUnit;
import hebe.reports.number.Numbers;
import hebe.reports.table.ConsoleTable;
import hebe.reports.table.DataTable;
import hebe.sim.law.DelayLaw;
import hebe.sim.model.Diagram;
import hebe.sim.result.Sourced;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The resolved scenario for people: every value with its unit and where it is from, every
 * operation, every automaton.
 */
public final class Explanation {
  private final Scenario scenario;
  private final StringBuilder text = new StringBuilder();

  private Explanation(Scenario scenario) {
    this.scenario = scenario;
  }

  /** The explanation of a scenario. */
  public static String of(Scenario scenario) {
    Explanation explanation = new Explanation(scenario);
    explanation.write();
    return explanation.text.toString();
  }

  private void write() {
    line(scenario.name());
    line(scenario.description());
    line("");
    table(
        "Constants",
        List.of("value of", "value", "unit", "range", "origin", "provenance", "source or formula"),
        constants());
    for (HostGroup group : scenario.datacenter().hosts()) {
      operations(group);
    }
    table("Laws and policies", List.of("what", "law", "origin"), laws());
    table("Study", List.of("setting", "value"), settings());
    for (Policy policy : scenario.policyList()) {
      line("Automata under policy " + policy.name() + " (Mermaid; one copy of each shape)");
      Diagram.mermaid(FleetModel.build(scenario.datacenter(), policy).model())
          .forEach(
              (component, diagram) -> line("\n%% " + component + "\n" + diagram.stripTrailing()));
      line("");
    }
  }

  private List<List<String>> constants() {
    List<List<String>> rows = new ArrayList<>();
    for (HostGroup host : scenario.datacenter().hosts()) {
      count(rows, host.name(), host.count());
      rows.addAll(constants(host.name(), host.hardware()));
      rows.addAll(constants(host.name(), host.vmm()));
      for (GuestGroup guest : host.guests()) {
        count(rows, guest.name(), guest.count());
        rows.add(given(guest.name() + ".memory", Numbers.exact(guest.memoryGib()), "GiB"));
        rows.addAll(constants(guest.name(), guest.os()));
        rows.addAll(constants(guest.name(), guest.service()));
      }
    }
    return rows;
  }

  private static void count(List<List<String>> rows, String owner, int count) {
    if (count > 1) {
      rows.add(given(owner + ".count", Integer.toString(count), "count"));
    }
  }

  private static List<String> given(String what, String value, String unit) {
    return List.of(what, value, unit, "", "given", "", "scenario");
  }

  private static List<List<String>> constants(String owner, Profile profile) {
    List<List<String>> rows = new ArrayList<>();
    profile
        .values()
        .forEach(
            (parameter, value) ->
                rows.add(
                    List.of(
                        owner + "." + profile.kind().label() + "." + parameter.key(),
                        Numbers.exact(value.value()),
                        value.unit(),
                        range(value),
                        value.origin().label(),
                        provenance(value),
                        value.source())));
    return rows;
  }

  private static String range(Sourced value) {
    return value.low().isPresent() && value.high().isPresent()
        ? Numbers.exact(value.low().getAsDouble())
            + " .. "
            + Numbers.exact(value.high().getAsDouble())
        : "";
  }

  private static String provenance(Sourced value) {
    return value
        .provenance()
        .map(known -> known.label() + (value.verified() ? "" : ", unverified"))
        .orElse("");
  }

  /** What the constants make of every operation that the scenario can use. */
  private void operations(HostGroup group) {
    Host host = group.host();
    List<RecoveryPlan> plans = new ArrayList<>();
    for (Policy policy : scenario.policyList()) {
      if (policy.vmmBy() instanceof Mechanism.Reboot reboot
          && !(policy.vmmWhen() instanceof RejuvenationPolicy.Never)) {
        plans.add(reboot.plan(host));
      }
    }
    plans.add(Plans.restart(host));
    for (RecoveryPlan plan : plans.stream().distinct().toList()) {
      operation(group.name(), plan, host);
    }
    int first = 0;
    for (GuestGroup guest : group.guests()) {
      operation(guest.name(), Plans.guestReboot(host, first), host);
      operation(guest.name(), Plans.guestRestart(host, first), host);
      first += guest.count();
    }
  }

  private void operation(String owner, RecoveryPlan plan, Host host) {
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
              what.demands().stream().map(Explanation::demand).collect(Collectors.joining(" + ")),
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
    table(
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

  private List<List<String>> laws() {
    List<List<String>> rows = new ArrayList<>();
    layer(rows, "hardware", scenario.failures().hardware(), "");
    layer(rows, "vmm", scenario.failures().vmm(), "reset and boot of the host, above");
    layer(
        rows,
        "guest",
        scenario.failures().guest(),
        "boot of the guest and start of its service, above");
    layer(rows, "service", scenario.failures().service(), "start of the service, above");
    for (Policy policy : scenario.policyList()) {
      String vmm = "policy " + policy.name() + ": VMM";
      rows.add(
          policy.vmmWhen() instanceof RejuvenationPolicy.Never
              ? List.of(vmm, "never", "default")
              : List.of(vmm, when(policy.vmmWhen()) + " by " + by(policy.vmmBy()), "given"));
      boolean never = policy.guestWhen() instanceof RejuvenationPolicy.Never;
      rows.add(
          List.of(
              "policy " + policy.name() + ": guests",
              when(policy.guestWhen())
                  + policy
                      .guestDuration()
                      .map(law -> ", each taking: " + law.describe())
                      .orElse(""),
              never ? "default" : "given"));
    }
    return rows;
  }

  private static void layer(
      List<List<String>> rows, String name, LayerFailures layer, String computed) {
    if (layer.crash().isEmpty()) {
      rows.add(List.of(name, "never fails", "default"));
      return;
    }
    layer.aging().ifPresent(law -> rows.add(List.of(name + ".aging", law.describe(), "given")));
    layer.crash().ifPresent(law -> rows.add(List.of(name + ".crash", law.describe(), "given")));
    rows.add(
        List.of(
            name + ".detection",
            layer.detection().describe(),
            layer.detection().meanSeconds() > 0 ? "given" : "default"));
    rows.add(
        layer.repair().isPresent()
            ? List.of(
                name + ".repair", layer.repair().map(DelayLaw::describe).orElseThrow(), "given")
            : List.of(name + ".repair", computed, "derived"));
  }

  private static String when(RejuvenationPolicy when) {
    if (when instanceof RejuvenationPolicy.Periodic periodic) {
      String clock =
          periodic.clock() == RejuvenationPolicy.Clock.CALENDAR
              ? "by the calendar"
              : "since the last fresh start";
      return "every "
          + seconds(periodic.periodSeconds())
          + " "
          + clock
          + (periodic.staggered() ? ", evenly staggered" : "")
          + (periodic.firstSeconds().isPresent()
              ? ", first at " + seconds(periodic.firstSeconds().getAsDouble())
              : "");
    }
    if (when instanceof RejuvenationPolicy.AfterAging afterAging) {
      return "after becoming failure-probable: " + afterAging.delay().describe();
    }
    return "never";
  }

  private static String by(Mechanism mechanism) {
    return mechanism instanceof Mechanism.Restart restart
        ? mechanism.label() + ": " + restart.duration().describe()
        : mechanism.label();
  }

  private List<List<String>> settings() {
    StudySettings study = scenario.study();
    return List.of(
        List.of("horizon", seconds(study.horizonSeconds())),
        List.of("replications", Integer.toString(study.replications())),
        List.of("confidence", Numbers.exact(100 * study.confidence()) + " %"),
        List.of("seed", Long.toString(study.seed())),
        List.of("bins of availability over time", seconds(study.binSeconds())));
  }

  private static String seconds(double seconds) {
    return Numbers.exact(seconds) + " s (" + DurationUnit.text(seconds) + ")";
  }

  private void table(String title, List<String> header, List<List<String>> rows) {
    text.append(ConsoleTable.render(new DataTable(title, header, rows))).append('\n');
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
