package hebe.sim.exact;

import hebe.sim.law.DelayLaw;
import hebe.sim.model.Copies;
import hebe.sim.model.Model;
import hebe.sim.model.Timing;
import hebe.sim.model.Wiring;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the declarations say against exchanging the copies of a scope.
 *
 * <p>By its language a model cannot name one copy: guards, effects and rewards see their own copy
 * and the scopes around it. Copies can differ by the laws of their delays, and by the order in
 * which they act at one instant.
 */
final class Interchange {
  private final Model model;
  private final Observer observer;
  private final Wiring wiring;

  /** By reward the largest values and kinds of the slots that belong to its part. */
  private final Map<Integer, List<Integer>> memoryOf = new HashMap<>();

  Interchange(Model model, Observer observer) {
    this.model = model;
    this.observer = observer;
    wiring = new Wiring(model);
    for (Observer.Slot slot : observer.slots()) {
      memoryOf
          .computeIfAbsent(slot.reward(), r -> new ArrayList<>())
          .addAll(List.of(slot.most(), slot.kind()));
    }
  }

  /** One reason for people; empty if there is none. */
  Optional<String> hindrance(Copies copies) {
    List<Copies.One> all = copies.copies();
    for (Copies.One one : all) {
      Optional<String> why = difference(all.get(0), one);
      if (why.isPresent()) {
        return why;
      }
    }
    return hindrance(all.get(0), keepsToItself(copies));
  }

  /**
   * Whether what takes no time in a copy writes nothing outside it, nor into what an observer
   * remembers within an instant. Then no copy sees in which order the copies act: what is outside a
   * copy cannot read what is inside.
   */
  boolean keepsToItself(Copies copies) {
    Copies.One one = copies.copies().get(0);
    Set<Integer> own = new HashSet<>(one.variables());
    return one.transitions().stream()
        .filter(t -> model.transition(t).immediate() || instant(t))
        .allMatch(t -> own.containsAll(wiring.writes(t)) && !observer.marks(t));
  }

  private Optional<String> difference(Copies.One first, Copies.One other) {
    if (first.variables().size() != other.variables().size()
        || first.transitions().size() != other.transitions().size()
        || first.rewards().size() != other.rewards().size()) {
      return Optional.of("they are not made alike");
    }
    for (int k = 0; k < first.transitions().size(); k++) {
      int a = first.transitions().get(k);
      int b = other.transitions().get(k);
      if (model.transition(a).number() != model.transition(b).number()) {
        return Optional.of("they are not made alike");
      }
      if (!law(a).equals(law(b))) {
        return Optional.of(
            model.transitionName(a) + " and " + model.transitionName(b) + " have different laws");
      }
    }
    return slots(first).equals(slots(other))
        ? Optional.empty()
        : Optional.of("the observer remembers them in different ways");
  }

  /** What is remembered of each reward of a copy, by its position. */
  private List<List<Integer>> slots(Copies.One one) {
    return one.rewards().stream().map(r -> memoryOf.getOrDefault(r, List.of())).toList();
  }

  private Optional<String> hindrance(Copies.One one, boolean keepsToItself) {
    for (int t : one.transitions()) {
      if (instant(t) && !keepsToItself) {
        return Optional.of(
            model.transitionName(t)
                + " takes 0 s, and what takes no time in a copy writes outside it");
      }
      if (!instant(t) && law(t).map(law -> law.phases().isEmpty()).orElse(false)) {
        return Optional.of("the clock of " + model.transitionName(t) + " has no phases");
      }
    }
    return Optional.empty();
  }

  private boolean instant(int transition) {
    return law(transition).map(law -> !law.random() && law.meanSeconds() == 0).orElse(false);
  }

  private Optional<DelayLaw> law(int transition) {
    return model.transition(transition).timing() instanceof Timing.After after
        ? Optional.of(after.of(model.copyOf(transition)))
        : Optional.empty();
  }
}
