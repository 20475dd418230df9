package hebe.models.fleet;

import hebe.sim.law.Deterministic;
import hebe.sim.model.Component;
import hebe.sim.model.Effect;
import hebe.sim.model.Guard;
import hebe.sim.model.Scope;
import hebe.sim.model.TransitionBuilder;
import java.util.function.Consumer;

/** Writes whether the last fresh start of a part is so recent that a rejuvenation is skipped. */
final class Youth {
  private static final String YOUNG = "young";

  private final Component component;
  private final double seconds;

  /**
   * Declares the variable.
   *
   * @param part before its name: {@code vmm-} or nothing
   * @param seconds how long a part is young
   */
  Youth(Scope scope, String part, double seconds) {
    component = scope.component(part + "youth", YOUNG, "over");
    this.seconds = seconds;
  }

  /** It is young. */
  Guard young() {
    return component.in(YOUNG);
  }

  /** A fresh start. */
  Effect renewed() {
    return component.become(YOUNG);
  }

  /**
   * Writes its end, which goes before an instant of the calendar at the same time.
   *
   * @param counting its time counts
   * @param clock gets every clock that is of the part's present life
   */
  void write(Guard counting, Consumer<TransitionBuilder> clock) {
    TransitionBuilder end =
        component
            .transition("end")
            .from(YOUNG)
            .to("over")
            .when(counting)
            .after(new Deterministic(seconds))
            .rank(-2);
    clock.accept(end);
  }
}
