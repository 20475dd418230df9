package hebe.sim.exact;

import hebe.sim.model.Copies;
import hebe.sim.model.Model;
import hebe.sim.model.Timing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Watches, while states are explored, whether the order in which copies act at one instant matters.
 *
 * <p>Of the immediate transitions of one priority that of the first copy goes first. If copies with
 * such transitions are all in the same state, whichever goes first leads to the same up to an
 * exchange; if not, an exchange of them is not harmless. And even if so, the lower number has the
 * advantage, so that copies which are earned for apart have values of their own.
 */
final class Contests {
  /** A scope whose copies must not be exchanged, and why. */
  record Verdict(String scope, String why) {}

  private final Model model;
  private final Canonical canonical;
  private final List<Integer> watched = new ArrayList<>();
  private final List<int[]> copyOf = new ArrayList<>();
  private Optional<Verdict> verdict = Optional.empty();

  Contests(Model model, Observer observer, Canonical canonical) {
    this.model = model;
    this.canonical = canonical;
    Interchange interchange = new Interchange(model, observer);
    for (int scope = 0; scope < canonical.scopes().size(); scope++) {
      Copies copies = canonical.scopes().get(scope);
      if (!interchange.keepsToItself(copies)) {
        watched.add(scope);
        copyOf.add(copyOf(copies));
      }
    }
  }

  private int[] copyOf(Copies copies) {
    int[] copyOf = new int[model.transitionCount()];
    Arrays.fill(copyOf, -1);
    for (int copy = 0; copy < copies.copies().size(); copy++) {
      for (int transition : copies.copies().get(copy).transitions()) {
        copyOf[transition] = copy;
      }
    }
    return copyOf;
  }

  /** The first reason found against the exchange of some copies. */
  Optional<Verdict> verdict() {
    return verdict;
  }

  /** An immediate transition has been found to be the next to fire in a state. */
  void next(int transition, int[] state) {
    for (int w = 0; w < watched.size() && verdict.isEmpty(); w++) {
      if (copyOf.get(w)[transition] >= 0) {
        verdict = judge(watched.get(w), copyOf.get(w)[transition], transition, state);
      }
    }
  }

  private Optional<Verdict> judge(int scope, int first, int transition, int[] state) {
    Copies copies = canonical.scopes().get(scope);
    for (int other = 0; other < copies.copies().size(); other++) {
      Copies.One rival = copies.copies().get(other);
      if (other != first && competes(rival, transition, state)) {
        String does = model.transition(transition).label();
        if (!canonical.same(scope, first, other, state)) {
          return verdict(
              copies,
              "of several in different states that could act at one instant the first does "
                  + does);
        }
        if (!rival.rewards().isEmpty()) {
          return verdict(
              copies,
              "of several that could do "
                  + does
                  + " at one instant the first does, and each has rewards of its own");
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Verdict> verdict(Copies copies, String why) {
    return Optional.of(new Verdict(copies.scope(), why));
  }

  private boolean competes(Copies.One rival, int transition, int[] state) {
    for (int t : rival.transitions()) {
      if (model.transition(t).timing() instanceof Timing.Immediate other
          && other.priority() == priority(transition)
          && model.enabled(t, state)) {
        return true;
      }
    }
    return false;
  }

  private int priority(int transition) {
    return ((Timing.Immediate) model.transition(transition).timing()).priority();
  }
}
