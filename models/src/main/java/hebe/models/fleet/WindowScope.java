package hebe.models.fleet;

import hebe.models.policy.Window;
import hebe.sim.model.Component;
import hebe.sim.model.Guard;
import hebe.sim.model.Scope;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a window: each of its spans is a component that the calendar moves. At the bounds of a
 * span it goes before everything else, so that a span contains its begin and not its end.
 */
final class WindowScope {
  /** What closes goes before what opens: no instant between them is open. */
  private static final int CLOSES = -3;

  private static final int OPENS = -2;

  private WindowScope() {}

  /**
   * Writes a window, and gives the condition that it is open.
   *
   * @param part before the names of variables
   */
  static Guard write(Scope scope, String part, Window window) {
    List<Window.Span> closed = window.closed();
    List<Window.Span> open = window.open();
    Guard within = open.isEmpty() ? Guard.always() : any(scope, part + "open", open, true);
    return closed.isEmpty()
        ? within
        : within.and(any(scope, part + "closed", closed, false).negated());
  }

  private static Guard any(Scope scope, String name, List<Window.Span> spans, boolean opening) {
    List<Guard> parts = new ArrayList<>();
    for (int i = 0; i < spans.size(); i++) {
      parts.add(span(scope, name + "-" + (i + 1), spans.get(i), opening));
    }
    return new Guard.Any(parts);
  }

  private static Guard span(Scope scope, String name, Window.Span span, boolean opening) {
    Component now =
        span.contains(0)
            ? scope.component(name, "within", "outside")
            : scope.component(name, "outside", "within");
    now.transition("begin")
        .from("outside")
        .to("within")
        .byCalendar(List.of(span.firstBegin()), span.everySeconds())
        .rank(opening ? OPENS : CLOSES);
    now.transition("end")
        .from("within")
        .to("outside")
        .byCalendar(List.of(span.firstEnd()), span.everySeconds())
        .rank(opening ? CLOSES : OPENS);
    return now.in("within");
  }
}
