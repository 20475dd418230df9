package hebe.models.outage;

import hebe.sim.model.Changes;
import hebe.sim.model.Model;
import hebe.sim.result.Cause;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * When an outage of a subject begins and ends, and why: the one rule, for the simulator and the
 * exact solver.
 *
 * <p>An outage is due to the timed transition that began it, also when an immediate one carried it
 * on to the subject; an immediate transition with a cause of its own begins an outage in its own
 * name. What happens in its course does not change its cause. A subject that is down at the start
 * is so by the cause {@code start}.
 *
 * <p>The rule keeps nothing itself. Its memory is a vector of its caller, zeros at the start: for
 * each subject the number of the cause that it is down by, 0 while it is up, and behind them the
 * present cause. Every timed transition has a cause, so the present one matters within an instant
 * only.
 */
public final class OutageRule {
  private static final Cause START = new Cause("start", false, List.of());

  private final Model model;
  private final Subjects subjects;
  private final List<Cause> causes;
  private final int[] causeOf;
  private final int[] subjectOf;

  /**
   * The rule for a model.
   *
   * @param byShape for the number of a transition's shape the cause of the outages that it begins;
   *     a timed transition without one begins them in the name of its label
   */
  public OutageRule(Model model, Map<Integer, Cause> byShape, Subjects subjects) {
    this.model = model;
    this.subjects = subjects;
    Map<Cause, Integer> numbers = new LinkedHashMap<>();
    byShape.values().forEach(cause -> numbers.putIfAbsent(cause, numbers.size() + 1));
    numbers.putIfAbsent(START, numbers.size() + 1);
    causeOf = new int[model.transitionCount()];
    for (int t = 0; t < causeOf.length; t++) {
      Cause own = byShape.get(model.transition(t).number());
      if (own == null && !model.transition(t).immediate()) {
        own = new Cause(model.transition(t).label(), false, List.of());
      }
      if (own != null) {
        numbers.putIfAbsent(own, numbers.size() + 1);
        causeOf[t] = numbers.get(own);
      }
    }
    causes = new ArrayList<>(numbers.keySet());
    subjectOf = new int[model.rewardCount()];
    Arrays.fill(subjectOf, -1);
    for (int s = 0; s < subjects.all().size(); s++) {
      subjectOf[subjects.all().get(s).reward()] = s;
    }
  }

  private OutageRule(OutageRule whole, IntPredicate rewards) {
    model = whole.model;
    subjects = whole.subjects;
    causes = whole.causes;
    causeOf = whole.causeOf;
    subjectOf = whole.subjectOf.clone();
    for (int r = 0; r < subjectOf.length; r++) {
      if (!rewards.test(r)) {
        subjectOf[r] = -1;
      }
    }
  }

  /** What happens to subjects, by their positions and the numbers of causes. */
  interface Events {
    /** A subject goes down. */
    void begins(int subject, int cause);

    /** Something happens to a subject that is down already. */
    void goesOn(int subject, int cause);

    /** A subject that was down by a cause is up again. */
    void ends(int subject, int cause);
  }

  /** Whose outages count. */
  Subjects subjects() {
    return subjects;
  }

  /** Whether the outages of a subject count. */
  boolean watches(Subjects.Subject subject) {
    return subjectOf[subject.reward()] >= 0;
  }

  /** Number of causes; they are numbered from 1. */
  int causes() {
    return causes.size();
  }

  Cause cause(int number) {
    return causes.get(number - 1);
  }

  /** Whether a transition that takes no time begins outages in its own name. */
  boolean immediatelyCauses(int transition) {
    return model.transition(transition).immediate() && causeOf[transition] > 0;
  }

  /** Length of the memory. */
  int memory() {
    return subjects.all().size() + 1;
  }

  /** The same rule for those subjects alone whose rewards are meant. */
  OutageRule only(IntPredicate rewards) {
    return new OutageRule(this, rewards);
  }

  void started(int[] state, int[] memory, int first, Events events) {
    memory[first + subjects.all().size()] = causes.indexOf(START) + 1;
    for (int s = 0; s < subjects.all().size(); s++) {
      int reward = subjects.all().get(s).reward();
      if (subjectOf[reward] >= 0) {
        look(s, state, memory, first, events);
      }
    }
  }

  /** A transition has fired, and its effects are applied. */
  void fired(int transition, Changes changes, int[] state, int[] memory, int first, Events events) {
    if (causeOf[transition] > 0) {
      memory[first + subjects.all().size()] = causeOf[transition];
    }
    for (int c = 0; c < changes.size(); c++) {
      int variable = changes.variable(c);
      for (int p = model.firstRewardReader(variable); p < model.endRewardReader(variable); p++) {
        int subject = subjectOf[model.rewardReader(p)];
        if (subject >= 0) {
          look(subject, state, memory, first, events);
        }
      }
    }
  }

  private void look(int subject, int[] state, int[] memory, int first, Events events) {
    int current = memory[first + subjects.all().size()];
    int why = memory[first + subject];
    boolean down = model.rate(subjects.all().get(subject).reward(), state) == 0;
    if (down && why > 0) {
      events.goesOn(subject, current);
    } else if (down) {
      memory[first + subject] = current;
      events.begins(subject, current);
    } else if (why > 0) {
      memory[first + subject] = 0;
      events.ends(subject, why);
    }
  }
}
