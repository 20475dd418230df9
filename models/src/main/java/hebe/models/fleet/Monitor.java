package hebe.models.fleet;

import hebe.models.aging.Resource;
import hebe.models.policy.Prediction;
import hebe.sim.law.Deterministic;
import hebe.sim.model.Component;
import hebe.sim.model.Counter;
import hebe.sim.model.Effect;
import hebe.sim.model.Guard;
import hebe.sim.model.Scope;
import hebe.sim.model.TransitionBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * Writes the measurements of a resource: the last n as counters of grains that are used up, oldest
 * first, and how many of them there are since the fresh start.
 */
final class Monitor {
  private static final String IDLE = "idle";
  private static final String READING = "reading";

  private final Prediction prediction;
  private final Resource resource;
  private final Counter leaked;
  private final List<Prediction.Misreading> errors;
  private final Component component;
  private final Counter taken;
  private final List<Counter> window = new ArrayList<>();

  /**
   * Declares the variables.
   *
   * @param part before the names of variables: {@code vmm-} or nothing
   */
  Monitor(Scope scope, String part, Prediction prediction, LayerAge.Leaked measured) {
    this.prediction = prediction;
    resource = measured.resource();
    leaked = measured.counter();
    errors = prediction.errors(resource);
    component = scope.component(part + "monitor", IDLE, READING);
    taken = scope.counter(part + "measured", 0, prediction.measurements(), 0);
    int least = leaked.variable().least() + errors.get(0).grains();
    int most =
        StrictMath.addExact(leaked.variable().most(), errors.get(errors.size() - 1).grains());
    for (int i = 1; i <= prediction.measurements(); i++) {
      window.add(scope.counter(part + "measurement-" + i, least, most, 0));
    }
  }

  /** It is time to act. */
  Guard alarm() {
    Guard foretold =
        taken
            .atLeast(prediction.measurements())
            .and(
                new Guard.Rising(
                    window.stream().map(Counter::variable).toList(),
                    prediction.forecast(resource)));
    OptionalInt floor =
        prediction.floor().stream().mapToInt(share -> resource.grainsBelow(share)).findFirst();
    return floor.isPresent() ? newest().atLeast(floor.getAsInt()).or(foretold) : foretold;
  }

  private Counter newest() {
    return window.get(window.size() - 1);
  }

  /** A fresh start: nothing is measured yet. */
  List<Effect> cleared() {
    List<Effect> effects = new ArrayList<>(List.of(component.become(IDLE), taken.set(0)));
    window.forEach(one -> effects.add(one.set(0)));
    return effects;
  }

  /**
   * Writes the measurements.
   *
   * @param when they are taken
   * @param clock gets every clock that is of the layer's present life
   */
  void write(Guard when, Consumer<TransitionBuilder> clock) {
    TransitionBuilder measure =
        component
            .transition("measure")
            .from(IDLE)
            .to(READING)
            .when(when)
            .after(new Deterministic(prediction.periodSeconds()));
    clock.accept(measure);
    for (Prediction.Misreading error : errors) {
      component
          .transition("read " + (error.grains() < 0 ? "" : "+") + error.grains())
          .from(READING)
          .to(IDLE)
          .also(shifted(error.grains()))
          // Before anything else at this instant reads the measurements.
          .immediately(error.probability(), 3);
    }
  }

  /** The window moves on by one, and what is used up comes in with an error. */
  private Effect[] shifted(int error) {
    List<Effect> effects = new ArrayList<>(List.of(taken.count()));
    for (int i = 0; i + 1 < window.size(); i++) {
      effects.add(window.get(i).copyOf(window.get(i + 1), 0));
    }
    effects.add(newest().copyOf(leaked, error));
    return effects.toArray(Effect[]::new);
  }
}
