package hebe.models.fleet;

import hebe.models.failure.LayerFailures;
import hebe.models.modes.Occasion;
import hebe.sim.model.Component;
import hebe.sim.model.Effect;
import hebe.sim.model.Guard;
import hebe.sim.model.Scope;
import hebe.sim.model.TransitionBuilder;
import hebe.sim.result.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes how the machine under a self-virtualizing system fails: at once, or some time after a
 * detector has announced it. A failure that strikes while the system is elsewhere does no harm.
 */
final class MachineFailures {
  private static final String FINE = "fine";
  private static final String ANNOUNCED = "announced";

  private final Component platform;
  private final LayerFailures layer;
  private final FleetModel.Causes causes;
  private final Optional<Component> health;

  MachineFailures(
      Scope scope,
      Component platform,
      LayerFailures layer,
      boolean announced,
      FleetModel.Causes causes) {
    this.platform = platform;
    this.layer = layer;
    this.causes = causes;
    health =
        announced
            ? Optional.of(scope.component("health", FINE, "seen", ANNOUNCED, "striking"))
            : Optional.empty();
  }

  /** The machine has been put right. */
  List<Effect> putRight() {
    return health.map(known -> known.become(FINE)).stream().toList();
  }

  /** Writes failures that nobody announces. */
  void write(Guard powered, List<Effect> crashed) {
    strike(
        platform.transition("hardware-crash").when(powered).after(layer.crash().orElseThrow()),
        crashed);
  }

  /**
   * Writes failures that a detector may announce.
   *
   * @param powered the machine runs
   * @param safe the system is elsewhere
   * @param crashed what a failure does to the system
   */
  void write(
      Occasion.Suspicion detector,
      Guard powered,
      Guard safe,
      List<Effect> crashed,
      Demands demands) {
    Component known = health.orElseThrow();
    known
        .transition("shows")
        .from(FINE)
        .to("seen")
        .when(powered)
        .after(layer.crash().orElseThrow());
    if (detector.detection() < 1) {
      strike(
          known.transition("unseen").from("seen").to(FINE).immediately(1 - detector.detection(), 9),
          crashed);
    }
    known
        .transition("announced")
        .from("seen")
        .to(ANNOUNCED)
        .also(demands.suspected())
        .immediately(detector.detection(), 9);
    known.transition("strikes").from(ANNOUNCED).to("striking").after(detector.lead());
    Guard harmful = powered.and(safe.negated());
    List<Effect> more = new ArrayList<>(crashed);
    more.add(demands.calm());
    strike(
        known.transition("hits").from("striking").to(FINE).when(harmful).immediately(1, 9), more);
    known.transition("spared").from("striking").to(FINE).when(harmful.negated()).immediately(1, 9);
  }

  private void strike(TransitionBuilder strike, List<Effect> crashed) {
    strike.also(platform.become(ModeScope.HARDWARE_FAILED)).also(crashed.toArray(Effect[]::new));
    causes.ofHost(strike, new Cause("hardware-failure", false, ModeScope.CRASH_LOSES));
    causes.loses(strike);
  }
}
