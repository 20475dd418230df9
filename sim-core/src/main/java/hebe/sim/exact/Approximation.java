package hebe.sim.exact;

import hebe.sim.law.DelayLaw;
import hebe.sim.law.fit.PhaseFit;
import hebe.sim.model.MemoryPolicy;
import hebe.sim.model.Model;
import hebe.sim.model.Timing;
import hebe.sim.model.Transition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A model in which laws without phases are replaced by laws of phases that are near them. Its
 * solution is exact for the model that is solved, and approximate for the one that was asked about.
 *
 * <p>Calendars stay, and so does the memory REPEAT of a law with chance: the solver refuses both.
 * To repeat a fixed delay is to begin it anew, so there it becomes RESAMPLE.
 *
 * @param model the model to solve
 * @param order most phases of a fit
 * @param fits one for each transition whose law was replaced, in the order of the transitions
 */
public record Approximation(Model model, int order, List<Fit> fits) {

  /**
   * What stands for the law of a transition.
   *
   * @param transition its full name
   */
  public record Fit(String transition, PhaseFit fit) {}

  public Approximation {
    fits = List.copyOf(fits);
  }

  /**
   * Replaces the laws of a model; equal laws are fitted once and stay equal.
   *
   * @param order most phases of a fit, 1 to {@link PhaseFit#MOST_ORDER}
   */
  public static Approximation of(Model model, int order) {
    Map<DelayLaw, PhaseFit> fitted = new LinkedHashMap<>();
    Model retimed = model.retimed(shape -> retimed(shape, fitted, order));
    List<Fit> fits = new ArrayList<>();
    for (int t = 0; t < model.transitionCount(); t++) {
      if (model.transition(t).timing() instanceof Timing.After after) {
        PhaseFit fit = fitted.get(after.of(model.copyOf(t)));
        if (!fit.exact()) {
          fits.add(new Fit(model.transitionName(t), fit));
        }
      }
    }
    return new Approximation(retimed, order, fits);
  }

  private static Transition retimed(Transition shape, Map<DelayLaw, PhaseFit> fitted, int order) {
    if (!(shape.timing() instanceof Timing.After after)) {
      return shape;
    }
    List<DelayLaw> laws = new ArrayList<>();
    for (DelayLaw law : after.laws()) {
      laws.add(fitted.computeIfAbsent(law, l -> PhaseFit.of(l, order)).fitted());
    }
    boolean fixed = after.laws().stream().noneMatch(DelayLaw::random);
    return shape.with(
        new Timing.After(laws),
        fixed && shape.memory() == MemoryPolicy.REPEAT ? MemoryPolicy.RESAMPLE : shape.memory());
  }
}
