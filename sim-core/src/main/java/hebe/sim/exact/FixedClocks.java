package hebe.sim.exact;

import hebe.sim.law.DelayLaw;
import hebe.sim.model.Model;
import hebe.sim.model.Timing;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The clocks whose delays are fixed and above 0 s.
 *
 * <p>A state keeps for each whether it remembers an age, 0 or 1, not how old it is: it runs, or it
 * has stopped and will resume. Within an instant a clock that starts anew is marked {@link
 * #STARTED}. A state in which two of them remember an age has no place in the method, so finding
 * one is an error.
 */
final class FixedClocks {
  /** The mark of a clock that started at this instant. */
  static final int STARTED = 2;

  private final Model model;
  private final int[] transitions;
  private final int[] slots;

  FixedClocks(Model model, int[] slotOf) {
    this.model = model;
    transitions = IntStream.range(0, model.transitionCount()).filter(t -> is(model, t)).toArray();
    slots = IntStream.of(transitions).map(t -> slotOf[t]).toArray();
  }

  /** Whether a transition has a fixed delay above 0 s. */
  static boolean is(Model model, int transition) {
    return model.transition(transition).timing() instanceof Timing.After after
        && !after.of(model.copyOf(transition)).random()
        && after.of(model.copyOf(transition)).meanSeconds() > 0;
  }

  /** Number of these clocks. */
  int size() {
    return transitions.length;
  }

  String name(int clock) {
    return model.transitionName(transitions[clock]);
  }

  int transition(int clock) {
    return transitions[clock];
  }

  List<String> names() {
    return IntStream.of(transitions).mapToObj(model::transitionName).toList();
  }

  /** The delay in seconds. */
  double seconds(int clock) {
    return law(clock).meanSeconds();
  }

  private DelayLaw law(int clock) {
    int transition = transitions[clock];
    Timing.After after = (Timing.After) model.transition(transition).timing();
    return after.of(model.copyOf(transition));
  }

  /** Whether a clock remembers an age in a state. */
  boolean remembers(int clock, int[] state) {
    return state[slots[clock]] > 0;
  }

  /**
   * Takes the marks off a state in which time passes; returns whether a clock started.
   *
   * @throws UnsolvableException if two clocks remember an age
   */
  boolean settle(int[] state) throws UnsolvableException {
    boolean started = false;
    int found = -1;
    for (int clock = 0; clock < slots.length; clock++) {
      if (remembers(clock, state)) {
        if (found >= 0) {
          throw new UnsolvableException(List.of(together(found, clock, state)));
        }
        found = clock;
        started = state[slots[clock]] == STARTED;
        state[slots[clock]] = 1;
      }
    }
    return started;
  }

  /** Refuses what can be told of chains only. */
  void checkNone() throws UnsolvableException {
    if (size() > 0) {
      throw new UnsolvableException(refusals());
    }
  }

  /** Why each of them stands in the way of an answer that depends on time. */
  List<String> refusals() {
    List<String> reasons = new ArrayList<>();
    for (int clock = 0; clock < transitions.length; clock++) {
      reasons.add(
          name(clock)
              + " waits by the law \""
              + law(clock).describe()
              + "\": with a fixed delay only the long run and the means until a first passage are"
              + " solved, not an instant; use an Erlang law of the same mean as an approximation,"
              + " or simulate");
    }
    return reasons;
  }

  private String together(int one, int other, int[] state) {
    return describe(one, state)
        + " and "
        + describe(other, state)
        + " in one state ("
        + StateText.of(model, state)
        + "): of the fixed delays only one at a time can be solved; use Erlang laws of the same"
        + " mean as an approximation for all but one, or simulate";
  }

  private String describe(int clock, int[] state) {
    return name(clock) + (model.enabled(transitions[clock], state) ? " runs" : " keeps its age");
  }
}
