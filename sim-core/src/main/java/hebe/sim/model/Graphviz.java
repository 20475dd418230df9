package hebe.sim.model;

import java.util.List;
import java.util.Map;

/** A model drawn as one graph for Graphviz, with a box for each component shape. */
public final class Graphviz {
  private final Model model;
  private final StringBuilder text = new StringBuilder();

  private Graphviz(Model model) {
    this.model = model;
  }

  /** The model in the language DOT; every component is shown in its first copy. */
  public static String dot(Model model) {
    return new Graphviz(model).draw();
  }

  /** Text as a quoted string of DOT. */
  public static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }

  private String draw() {
    text.append("digraph model {\n  node [shape=box, style=rounded];\n");
    for (Map.Entry<Integer, List<Transition>> entry : Diagram.byComponent(model).entrySet()) {
      box(entry.getKey(), entry.getValue());
    }
    return text.append("}\n").toString();
  }

  private void box(int variable, List<Transition> moves) {
    Variable component = model.variable(variable);
    text.append("  subgraph cluster_" + variable + " {\n");
    text.append("    label=" + quoted(model.variableName(variable)) + ";\n");
    text.append("    " + node(variable, "start") + " [shape=point];\n");
    for (int value = component.least(); value <= component.most(); value++) {
      text.append("    " + node(variable, value));
      text.append(" [label=" + quoted(component.show(value)) + "];\n");
    }
    edge(node(variable, "start"), node(variable, component.initial()), "");
    for (Transition move : moves) {
      String label = " [label=" + quoted(Diagram.label(component, move)) + "]";
      for (int from : Diagram.sources(component, move)) {
        int to = Diagram.target(component, move, from);
        edge(node(variable, from), node(variable, to), label);
      }
    }
    text.append("  }\n");
  }

  private void edge(String from, String to, String label) {
    text.append("    " + from + " -> " + to + label + ";\n");
  }

  /** A component's states may be negative numbers, which an unquoted name cannot hold. */
  private static String node(int variable, Object state) {
    return quoted("v" + variable + "=" + state);
  }
}
