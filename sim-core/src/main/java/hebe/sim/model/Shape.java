package hebe.sim.model;

import java.util.List;

/** A scope once it is written: shared by all its copies, whatever their number. */
record Shape(
    String name,
    int count,
    List<Variable> variables,
    List<Transition> transitions,
    List<Reward> rewards,
    List<Shape> children) {
  Shape {
    variables = List.copyOf(variables);
    transitions = List.copyOf(transitions);
    rewards = List.copyOf(rewards);
    children = List.copyOf(children);
  }
}
