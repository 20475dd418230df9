package hebe.models.fleet;

import hebe.models.policy.RejuvenationPolicy.Periodic;
import hebe.sim.model.Component;
import hebe.sim.model.Effect;
import hebe.sim.model.Guard;
import hebe.sim.model.Scope;
import java.util.List;

/**
 * Writes whether the next instant of a calendar is near enough to be pulled forward, and whether it
 * has been. A first instant that lies within the lead of the start is not pulled forward.
 */
final class Ahead {
  private static final String FAR = "far";
  private static final String NEAR = "near";
  private static final String SERVED = "served";

  private final Component component;
  private final double leadSeconds;

  /**
   * Declares the variable.
   *
   * @param part before its name: {@code vmm-} or nothing
   * @param leadSeconds how long before an instant it is near
   */
  Ahead(Scope scope, String part, double leadSeconds) {
    component = scope.component(part + "ahead", FAR, NEAR, SERVED);
    this.leadSeconds = leadSeconds;
  }

  /** The next instant is near. */
  Guard near() {
    return component.in(NEAR);
  }

  /** The next instant counts. */
  Guard counts() {
    return component.in(FAR, NEAR);
  }

  /** The next instant has been pulled forward. */
  Effect served() {
    return component.become(SERVED);
  }

  /** Writes the calendar: near before everything else at its instant, past after it. */
  void write(Periodic periodic, List<Double> firsts) {
    List<Double> nears =
        firsts.stream()
            .map(first -> first - leadSeconds)
            .map(near -> near > 0 ? near : near + periodic.periodSeconds())
            .toList();
    component
        .transition("come near")
        .from(FAR)
        .to(NEAR)
        .byCalendar(nears, periodic.periodSeconds())
        .rank(-2);
    component
        .transition("pass")
        .from(NEAR, SERVED)
        .to(FAR)
        .byCalendar(firsts, periodic.periodSeconds())
        .rank(1);
  }
}
