package hebe.sim.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A model drawn as state diagrams, one for each component shape, in the notation of Mermaid. */
public final class Diagram {
  private final Model model;

  private Diagram(Model model) {
    this.model = model;
  }

  /**
   * The diagrams of a model: name of the component in its first copy to the text of its diagram.
   */
  public static Map<String, String> mermaid(Model model) {
    return new Diagram(model).draw();
  }

  private Map<String, String> draw() {
    Map<String, String> diagrams = new LinkedHashMap<>();
    byComponent(model)
        .forEach(
            (component, moves) ->
                diagrams.put(
                    model.variableName(component), draw(model.variable(component), moves)));
    return diagrams;
  }

  /** One copy of each declared transition, by the variable of the component that it moves. */
  static Map<Integer, List<Transition>> byComponent(Model model) {
    Map<Integer, List<Transition>> byComponent = new LinkedHashMap<>();
    Set<Integer> drawn = new LinkedHashSet<>();
    for (int t = 0; t < model.transitionCount(); t++) {
      if (drawn.add(model.transition(t).number())) {
        byComponent
            .computeIfAbsent(model.componentOf(t), c -> new ArrayList<>())
            .add(model.transition(t));
      }
    }
    return byComponent;
  }

  private static String draw(Variable component, List<Transition> moves) {
    StringBuilder text = new StringBuilder("stateDiagram-v2\n");
    for (int value = component.least(); value <= component.most(); value++) {
      text.append("  state \"")
          .append(component.show(value))
          .append("\" as s")
          .append(value)
          .append('\n');
    }
    text.append("  [*] --> s").append(component.initial()).append('\n');
    for (Transition move : moves) {
      for (int from : sources(component, move)) {
        text.append("  s").append(from).append(" --> s").append(target(component, move, from));
        text.append(": ").append(plain(label(component, move))).append('\n');
      }
    }
    return text.toString();
  }

  static List<Integer> sources(Variable component, Transition move) {
    List<Integer> sources = new ArrayList<>();
    for (int value = component.least(); value <= component.most(); value++) {
      if (allows(move.guard(), component, value)) {
        sources.add(value);
      }
    }
    return sources;
  }

  /**
   * Whether the conditions on the component itself, as far as they stand alone, allow this value.
   */
  private static boolean allows(Guard guard, Variable component, int value) {
    if (guard instanceof Guard.In in && in.variable().equals(component)) {
      return (in.mask() >>> (value - component.least()) & 1L) != 0;
    }
    return !(guard instanceof Guard.All all)
        || all.parts().stream().allMatch(part -> allows(part, component, value));
  }

  static int target(Variable component, Transition move, int from) {
    int to = from;
    for (Effect effect : move.effects()) {
      if (effect.variable().equals(component) && effect instanceof Effect.Set set) {
        to = set.value();
      }
    }
    return to;
  }

  /** Its name, when it fires, and the conditions on other parts. */
  static String label(Variable component, Transition move) {
    String when = move.timing().describe();
    String condition =
        others(move.guard(), component).stream()
            .map(Guard::describe)
            .collect(Collectors.joining(" and "));
    return move.name() + " (" + when + ")" + (condition.isEmpty() ? "" : " [" + condition + "]");
  }

  private static List<Guard> others(Guard guard, Variable component) {
    if (guard instanceof Guard.All all) {
      return all.parts().stream().flatMap(part -> others(part, component).stream()).toList();
    }
    return guard instanceof Guard.In in && in.variable().equals(component)
        ? List.of()
        : List.of(guard);
  }

  /** Mermaid ends a label at a colon or a semicolon. */
  private static String plain(String text) {
    return text.replace(':', ' ').replace(';', ',');
  }
}
