package hebe.models.fleet;

import hebe.models.policy.RejuvenationPolicy;
import hebe.models.policy.RejuvenationPolicy.Predicted;
import hebe.models.policy.RejuvenationPolicy.Waiting;
import hebe.models.policy.RejuvenationPolicy.WhenDegraded;
import hebe.models.recovery.Migrate;
import hebe.sim.law.Deterministic;
import hebe.sim.model.Component;
import hebe.sim.model.Effect;
import hebe.sim.model.Guard;
import hebe.sim.model.Scope;
import java.util.List;
import java.util.Optional;

/**
 * What a host has after an evacuation that was given up where the trigger is a sign that stays: the
 * delay between two attempts, counted from its return to service. Other triggers come again at
 * their next instant, and nothing is written for them.
 */
final class Respite {
  private static final String NONE = "none";
  private static final String TAKEN = "taken";

  private final Optional<Component> state;

  private Respite(Optional<Component> state) {
    this.state = state;
  }

  /** That of one host. */
  static Respite of(Scope scope, RejuvenationPolicy when, Migrate by) {
    RejuvenationPolicy trigger = when instanceof Waiting waiting ? waiting.due() : when;
    boolean stays = trigger instanceof WhenDegraded || trigger instanceof Predicted;
    boolean givesUp =
        by.aborts().otherwise() == Migrate.Otherwise.GIVE_UP && by.aborts().share() > 0;
    return new Respite(
        stays && givesUp ? Optional.of(scope.component("respite", NONE, TAKEN)) : Optional.empty());
  }

  /** The host may begin again. */
  Guard over() {
    return state.map(of -> of.in(NONE)).orElseGet(Guard::always);
  }

  /** It gives up. */
  List<Effect> begins() {
    return state.map(of -> of.become(TAKEN)).stream().toList();
  }

  /** Its end, after so long in service; a restart of the host in between begins it anew. */
  void write(Guard inService, double seconds) {
    state.ifPresent(
        of ->
            of.transition("respite over")
                .from(TAKEN)
                .to(NONE)
                .when(inService)
                .after(new Deterministic(seconds)));
  }
}
