package hebe.scenarios.build;

import hebe.models.fleet.FleetModel;
import hebe.models.fleet.HostGroup;
import hebe.models.policy.Policy;
import hebe.reports.number.Numbers;
import hebe.reports.table.ConsoleTable;
import hebe.reports.table.DataTable;
import hebe.sim.model.Diagram;
import java.util.List;

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
    table(ConstantsTable.of(scenario.datacenter().hosts(), InPlaceRows.techniques(scenario)));
    for (HostGroup group : scenario.datacenter().hosts()) {
      OperationTables.of(group, scenario).forEach(this::table);
      MoveTable.of(group, scenario.policyList()).forEach(this::table);
    }
    Breakdowns.delivered(scenario.datacenter().hosts()).ifPresent(this::table);
    scenario.datacenter().hosts().forEach(host -> MechanismTable.of(host).ifPresent(this::table));
    scenario.datacenter().hosts().forEach(host -> PageCacheTable.of(host).ifPresent(this::table));
    scenario.datacenter().hosts().forEach(host -> ModeTable.of(host).ifPresent(this::table));
    table(LawsTable.of(scenario));
    VmmUseTable.of(scenario).ifPresent(this::table);
    ClientTables.of(scenario).forEach(this::table);
    SweepTables.costs(scenario).ifPresent(this::table);
    SweepTables.points(scenario).ifPresent(this::table);
    table(new DataTable("Study", List.of("setting", "value"), settings()));
    table(ReductionTable.of(scenario));
    for (Policy policy : scenario.policyList()) {
      line("Automata under policy " + policy.name() + " (Mermaid; one copy of each shape)");
      Diagram.mermaid(FleetModel.build(scenario.datacenter(), policy).model())
          .forEach(
              (component, diagram) -> line("\n%% " + component + "\n" + diagram.stripTrailing()));
      line("");
    }
  }

  private List<List<String>> settings() {
    StudySettings study = scenario.study();
    return List.of(
        List.of("horizon", Shown.duration(study.horizonSeconds())),
        List.of("replications", Integer.toString(study.replications())),
        List.of("confidence", Numbers.exact(100 * study.confidence()) + " %"),
        List.of("seed", Long.toString(study.seed())),
        List.of("bins of availability over time", Shown.duration(study.binSeconds())));
  }

  private void table(DataTable table) {
    text.append(ConsoleTable.render(table)).append('\n');
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
