package hebe.scenarios.build;

import hebe.models.fleet.FleetModel;
import hebe.models.policy.Policy;
import hebe.sim.model.Graphviz;
import hebe.sim.model.Model;

/** The automata of a scenario as diagrams, policy by policy. */
public final class Diagrams {
  private Diagrams() {}

  /** The diagrams in a notation, each policy under its name as a comment. */
  public static String of(Scenario scenario, DiagramKind kind) {
    StringBuilder text = new StringBuilder();
    for (Policy policy : scenario.policyList()) {
      Model model = FleetModel.build(scenario.datacenter(), policy).model();
      text.append(
          switch (kind) {
            case MERMAID -> "%% policy " + policy.name() + "\n" + ChainExport.mermaid(model);
            case GRAPHVIZ -> "// policy " + policy.name() + "\n" + Graphviz.dot(model);
          });
    }
    return text.toString();
  }
}
