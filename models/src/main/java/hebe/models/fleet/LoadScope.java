package hebe.models.fleet;

import hebe.models.policy.LoadPattern;
import hebe.sim.model.Component;
import hebe.sim.model.Guard;
import hebe.sim.model.Scope;

/** Writes the load of a host, as far as it decides when to act. */
final class LoadScope {
  private LoadScope() {}

  /** Writes it, and gives the condition that it is low. */
  static Guard write(Scope scope, LoadPattern load) {
    if (load instanceof LoadPattern.ByCalendar calendar) {
      return WindowScope.write(scope, "load-", calendar.quiet());
    }
    LoadPattern.Alternating alternating = (LoadPattern.Alternating) load;
    Component component = scope.component("load", "busy", "quiet");
    component.transition("fall").from("busy").to("quiet").after(alternating.busy());
    component.transition("rise").from("quiet").to("busy").after(alternating.quiet());
    return component.in("quiet");
  }
}
