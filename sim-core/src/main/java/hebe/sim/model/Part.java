package hebe.sim.model;

import hebe.sim.law.DelayLaw;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A part of a model: some of its transitions and rewards, and the scope copies that these are in.
 * Variables and names are those of the whole; numbers begin at 0 again and keep their order.
 */
public final class Part {
  private static final Comparator<Frame> BY_PLACE = Part::compare;

  private final Model whole;
  private final Layout layout = new Layout();
  private final List<Integer> variables = new ArrayList<>();
  private final List<Integer> transitions;
  private final SortedMap<Integer, Reward> rewards;

  private Part(Model whole, List<Integer> transitions, SortedMap<Integer, Reward> rewards) {
    this.whole = whole;
    this.transitions = transitions;
    this.rewards = rewards;
    place();
  }

  /**
   * A part of a model.
   *
   * @param transitions numbers of the transitions, ascending; with them those whose clocks they
   *     renew
   * @param rewards by number what is taken of a reward: some terms, or the impulse whole
   */
  public static Part of(
      Model whole, List<Integer> transitions, SortedMap<Integer, Reward> rewards) {
    return new Part(whole, List.copyOf(transitions), new TreeMap<>(rewards));
  }

  /** The part as a model of its own. */
  public Model model() {
    return layout.model();
  }

  /** The model that it is a part of. */
  public Model whole() {
    return whole;
  }

  /** Numbers of its variables in the whole. */
  public List<Integer> variables() {
    return Collections.unmodifiableList(variables);
  }

  /** Says in the numbers of the whole what a firing changed in the part. */
  public void translate(Changes own, Changes ofWhole) {
    ofWhole.clear();
    for (int c = 0; c < own.size(); c++) {
      ofWhole.add(variables.get(own.variable(c)), own.before(c), own.after(c));
    }
  }

  /** Numbers of its transitions in the whole. */
  public List<Integer> transitions() {
    return transitions;
  }

  /** Numbers of its rewards in the whole. */
  public List<Integer> rewards() {
    return List.copyOf(rewards.keySet());
  }

  /** Parts of one model whose shapes are equal mean the same, but for names. */
  public Object shape() {
    List<Object> clocks = new ArrayList<>();
    for (int t = 0; t < transitions.size(); t++) {
      Transition transition = layout.transitions.get(t);
      Frame frame = layout.transitionFrames.get(t);
      clocks.add(List.of(transition.number(), bases(frame), timing(transition, frame.copy)));
    }
    List<Object> earned = new ArrayList<>();
    for (int r = 0; r < rewards.size(); r++) {
      earned.add(List.of(layout.rewards.get(r), bases(layout.rewardFrames.get(r))));
    }
    return List.of(layout.variables, clocks, earned);
  }

  /** What of its timing may differ between copies. */
  private static Optional<Object> timing(Transition transition, int copy) {
    if (transition.timing() instanceof Timing.After after) {
      DelayLaw law = after.of(copy);
      return Optional.of(law);
    }
    return transition.timing() instanceof Timing.Calendar calendar
        ? Optional.of(calendar.firstOf(copy))
        : Optional.empty();
  }

  private static List<Integer> bases(Frame frame) {
    return Arrays.stream(frame.bases).boxed().toList();
  }

  private void place() {
    TreeSet<Frame> frames = new TreeSet<>(BY_PLACE);
    Map<Frame, List<Transition>> transitionsIn = new HashMap<>();
    Map<Frame, List<Reward>> rewardsIn = new HashMap<>();
    for (int t : transitions) {
      Frame frame = whole.transitionFrame(t);
      add(frames, frame);
      transitionsIn.computeIfAbsent(frame, f -> new ArrayList<>()).add(whole.transition(t));
    }
    rewards.forEach(
        (number, reward) -> {
          Frame frame = whole.rewardFrame(number);
          add(frames, frame);
          rewardsIn.computeIfAbsent(frame, f -> new ArrayList<>()).add(reward);
        });
    IdentityHashMap<Frame, Frame> moved = new IdentityHashMap<>();
    for (Frame frame : frames) {
      int base = layout.variables.size();
      Frame here = frame.around.map(outer -> frame.moved(moved.get(outer), base)).orElse(frame);
      moved.put(frame, here);
      layout.placeVariables(own(frame), here);
      Map<Integer, Integer> instanceOf =
          layout.placeTransitions(transitionsIn.getOrDefault(frame, List.of()), here);
      layout.placeRewards(rewardsIn.getOrDefault(frame, List.of()), here, instanceOf);
    }
  }

  private static void add(Set<Frame> frames, Frame frame) {
    frames.add(frame);
    frame.around.ifPresent(outer -> add(frames, outer));
  }

  private List<Variable> own(Frame frame) {
    List<Variable> own = new ArrayList<>();
    int v = frame.base();
    while (v < whole.variableCount() && whole.variableFrame(v) == frame) {
      variables.add(v);
      own.add(whole.variable(v++));
    }
    return own;
  }

  /** The order in which a model places its frames: the outer before the inner. */
  private static int compare(Frame a, Frame b) {
    if (a == b) {
      return 0;
    }
    if (a.bases.length > b.bases.length) {
      return -compare(b, a);
    }
    if (a.bases.length < b.bases.length) {
      int outer = compare(a, b.around.orElseThrow());
      return outer == 0 ? -1 : outer;
    }
    int outer = compare(a.around.orElseThrow(), b.around.orElseThrow());
    int child = outer == 0 ? Integer.compare(a.child, b.child) : outer;
    return child == 0 ? Integer.compare(a.copy, b.copy) : child;
  }
}
