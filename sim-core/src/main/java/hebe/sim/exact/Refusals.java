package hebe.sim.exact;

import hebe.sim.law.DelayLaw;
import hebe.sim.law.Exponential;
import hebe.sim.law.Gamma;
import hebe.sim.model.MemoryPolicy;
import hebe.sim.model.Model;
import hebe.sim.model.Timing;
import java.util.Optional;

/** Why a transition stands in the way of an exact solution, and what would help. */
final class Refusals {
  private Refusals() {}

  /** One sentence for people; empty if the transition can be solved. */
  static Optional<String> of(Model model, int transition) {
    Timing timing = model.transition(transition).timing();
    Optional<String> why = Optional.empty();
    if (timing instanceof Timing.Calendar) {
      why =
          Optional.of(
              "fires "
                  + timing.describe()
                  + ", which depends on absolute time; use a delay since the last firing made of"
                  + " phases, or simulate");
    } else if (timing instanceof Timing.After after) {
      DelayLaw law = after.of(model.copyOf(transition));
      why =
          model.keepsAge(transition) && !(law instanceof Exponential)
              ? Optional.of(partlyAged(law))
              : of(law, model.transition(transition).memory());
    }
    return why.map(text -> model.transitionName(transition) + " " + text);
  }

  private static String partlyAged(DelayLaw law) {
    return "waits by the law \""
        + law.describe()
        + "\" and is rejuvenated in part, so its age, a real number, would belong to the state; use"
        + " an exponential law, which has no age, or stages, or simulate";
  }

  private static Optional<String> of(DelayLaw law, MemoryPolicy memory) {
    if (!law.random()) {
      return Optional.empty();
    }
    if (law.phases().isEmpty()) {
      return Optional.of(
          "waits by the law \""
              + law.describe()
              + "\", which has no exponential phases; use an "
              + (law instanceof Gamma ? "Erlang law" : "Erlang, hypo- or hyperexponential law")
              + " of the same mean as an approximation, or --phases N for a fit, or simulate");
    }
    return memory == MemoryPolicy.REPEAT
        ? Optional.of(
            "repeats its delay after an interruption, so the length already drawn would belong to"
                + " the state, a real number; use RESAMPLE or RESUME, or simulate")
        : Optional.empty();
  }
}
