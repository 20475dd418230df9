package hebe.models.fleet;

import hebe.models.aging.LeakEvent;
import hebe.sim.model.Component;
import hebe.sim.model.Guard;
import hebe.sim.model.Scope;
import hebe.sim.model.TransitionBuilder;
import java.util.Optional;

/**
 * What the domain of a guest leaks when it is made or removed, where that may happen on another
 * host: the event is noted, and counts at once if the guest is at home.
 */
final class AwayLeaks {
  private static final String NONE = "none";

  private final Component noted;
  private final LayerAge vmmAge;

  private AwayLeaks(Component noted, LayerAge vmmAge) {
    this.noted = noted;
    this.vmmAge = vmmAge;
  }

  /** The component of one guest; empty if its VMM does not leak by domains. */
  static Optional<AwayLeaks> of(Scope scope, LayerAge vmmAge) {
    boolean leaks =
        !vmmAge.leakAt(LeakEvent.Own.DOMAIN_CREATED).isEmpty()
            || !vmmAge.leakAt(LeakEvent.Own.DOMAIN_DESTROYED).isEmpty();
    return leaks
        ? Optional.of(
            new AwayLeaks(
                scope.component(
                    "domain",
                    NONE,
                    LeakEvent.Own.DOMAIN_CREATED.label(),
                    LeakEvent.Own.DOMAIN_DESTROYED.label()),
                vmmAge))
        : Optional.empty();
  }

  /** A transition is such an event. */
  void note(TransitionBuilder transition, LeakEvent.Own event) {
    transition.also(noted.become(event.label()));
  }

  /** Events at home leak there; a VMM that has nothing left crashes between two of them. */
  void write(Guard atHome) {
    for (LeakEvent.Own event :
        new LeakEvent.Own[] {LeakEvent.Own.DOMAIN_CREATED, LeakEvent.Own.DOMAIN_DESTROYED}) {
      TransitionBuilder leak =
          noted
              .transition(event.label() + " at home")
              .from(event.label())
              .to(NONE)
              .when(atHome)
              .immediately(1, 1);
      vmmAge.leakAt(event).forEach(leak::also);
      noted
          .transition(event.label() + " elsewhere")
          .from(event.label())
          .to(NONE)
          .when(atHome.negated())
          .immediately(1, 1);
    }
  }
}
