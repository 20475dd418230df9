package hebe.sim.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Gives every copy of every shape its place: the step from the tree of scopes to the flat model.
 */
final class Layout {
  final List<Variable> variables = new ArrayList<>();
  final List<Frame> variableFrames = new ArrayList<>();
  final List<Transition> transitions = new ArrayList<>();
  final List<Frame> transitionFrames = new ArrayList<>();
  final List<Reward> rewards = new ArrayList<>();
  final List<Frame> rewardFrames = new ArrayList<>();
  final List<List<Integer>> transitionsReading = new ArrayList<>();
  final List<List<Integer>> rewardsReading = new ArrayList<>();
  final List<List<Integer>> renewedBy = new ArrayList<>();
  final List<List<Integer>> agedBy = new ArrayList<>();
  final List<List<Integer>> impulsesOf = new ArrayList<>();

  /** Empty, to be filled frame by frame. */
  Layout() {}

  Layout(Shape root) {
    place(root, Frame.outermost());
    checkNames();
  }

  Model model() {
    return new Model(this);
  }

  private void place(Shape shape, Frame frame) {
    placeVariables(shape.variables(), frame);
    Map<Integer, Integer> instanceOf = placeTransitions(shape.transitions(), frame);
    placeRewards(shape.rewards(), frame, instanceOf);
    for (int number = 0; number < shape.children().size(); number++) {
      Shape child = shape.children().get(number);
      for (int copy = 0; copy < child.count(); copy++) {
        place(child, frame.inner(child.name(), number, child.count(), copy, variables.size()));
      }
    }
  }

  void placeVariables(List<Variable> own, Frame frame) {
    for (Variable variable : own) {
      variables.add(variable);
      variableFrames.add(frame);
      transitionsReading.add(new ArrayList<>());
      rewardsReading.add(new ArrayList<>());
    }
  }

  /** Returns for the numbers of the shapes those of the transitions. */
  Map<Integer, Integer> placeTransitions(List<Transition> own, Frame frame) {
    Map<Integer, Integer> instanceOf = new HashMap<>();
    for (Transition transition : own) {
      int instance = transitions.size();
      instanceOf.put(transition.number(), instance);
      transitions.add(transition);
      transitionFrames.add(frame);
      impulsesOf.add(new ArrayList<>());
      readBy(transition.guard(), frame)
          .forEach(variable -> transitionsReading.get(variable).add(instance));
    }
    for (Transition transition : own) {
      renewedBy.add(transition.renews().stream().map(instanceOf::get).toList());
      agedBy.add(transition.ages().stream().map(a -> instanceOf.get(a.clock())).toList());
    }
    return instanceOf;
  }

  /** An impulse reward may name shapes of transitions that were not placed. */
  void placeRewards(List<Reward> own, Frame frame, Map<Integer, Integer> instanceOf) {
    for (Reward reward : own) {
      int instance = rewards.size();
      rewards.add(reward);
      rewardFrames.add(frame);
      if (reward instanceof Reward.Rate rate) {
        Set<Integer> read = new LinkedHashSet<>();
        rate.terms().forEach(term -> read.addAll(readBy(term.condition(), frame)));
        read.forEach(variable -> rewardsReading.get(variable).add(instance));
      } else if (reward instanceof Reward.Impulse impulse) {
        impulse.transitions().stream()
            .filter(instanceOf::containsKey)
            .forEach(number -> impulsesOf.get(instanceOf.get(number)).add(instance));
      }
    }
  }

  private static Set<Integer> readBy(Guard guard, Frame frame) {
    Set<Integer> read = new LinkedHashSet<>();
    guard.reads(variable -> read.add(frame.bases[variable.level()] + variable.offset()));
    return read;
  }

  /** A random stream is found by its transition's name: two of one name would share their luck. */
  private void checkNames() {
    checkNames("variables", variables, variableFrames, Variable::name);
    checkNames("transitions", transitions, transitionFrames, Transition::label);
    checkNames("rewards", rewards, rewardFrames, Reward::name);
  }

  private static <T> void checkNames(
      String kind, List<T> shapes, List<Frame> frames, Function<T, String> name) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < shapes.size(); i++) {
      String full = frames.get(i).qualify(name.apply(shapes.get(i)));
      if (!seen.add(full)) {
        throw new IllegalArgumentException("two " + kind + " are called " + full);
      }
    }
  }
}
