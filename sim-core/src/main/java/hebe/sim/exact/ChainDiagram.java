package hebe.sim.exact;

import hebe.sim.model.Graphviz;
import hebe.sim.model.Model;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A small explored chain drawn for Graphviz: its states and the rates between them. */
public final class ChainDiagram {
  /** Above so many states nobody can read the picture. */
  public static final int MOST_STATES = 60;

  private static final MathContext SHORT = new MathContext(4);

  private final StateSpace space;
  private final int[][] states;
  private final List<String> names;

  private ChainDiagram(StateSpace space) {
    this.space = space;
    states = new int[space.size()][];
    Arrays.setAll(states, space::state);
    names = space.clocks().names();
  }

  /**
   * The chain in the language DOT, with rates per second rounded to four digits; none if it has
   * more than {@link #MOST_STATES} states. States are numbered as they were found; they show the
   * variables that change at all. Those in which it may start have a double border.
   */
  public static Optional<String> dot(StateSpace space) {
    return space.size() > MOST_STATES
        ? Optional.empty()
        : Optional.of(new ChainDiagram(space).draw());
  }

  private String draw() {
    StringBuilder text = new StringBuilder("digraph chain {\n  node [shape=box, style=rounded];\n");
    List<Integer> changing = changing();
    double[] initial = space.initial();
    for (int i = 0; i < states.length; i++) {
      String label = Graphviz.quoted(describe(i, changing));
      String border = initial[i] > 0 ? ", peripheries=2" : "";
      text.append("  s" + i + " [label=" + label + border + "];\n");
    }
    Chain chain = space.chain();
    for (int i = 0; i < chain.size; i++) {
      for (int e = chain.first[i]; e < chain.first[i + 1]; e++) {
        String rate = new BigDecimal(chain.perSecond[e]).round(SHORT).stripTrailingZeros() + " /s";
        text.append("  s" + i + " -> s" + chain.other[e]);
        text.append(" [label=" + Graphviz.quoted(rate) + "];\n");
      }
    }
    return text.append("}\n").toString();
  }

  private List<Integer> changing() {
    List<Integer> changing = new ArrayList<>();
    for (int v = 0; v < names.size(); v++) {
      int place = v;
      if (Arrays.stream(states).anyMatch(state -> state[place] != states[0][place])) {
        changing.add(v);
      }
    }
    return changing;
  }

  private String describe(int state, List<Integer> changing) {
    Model model = space.model();
    List<String> parts = new ArrayList<>();
    for (int v : changing) {
      int value = states[state][v];
      boolean variable = v < model.variableCount();
      String shown = variable ? model.variable(v).show(value) : Integer.toString(value);
      parts.add(names.get(v) + " " + shown);
    }
    return String.join("\n", parts);
  }
}
