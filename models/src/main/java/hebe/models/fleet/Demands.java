package hebe.models.fleet;

import hebe.models.modes.Occasion;
import hebe.models.modes.Occasion.Demand;
import hebe.models.policy.ModePolicy;
import hebe.models.policy.ModePolicy.Reason;
import hebe.sim.law.DelayLaw;
import hebe.sim.model.Component;
import hebe.sim.model.Counter;
import hebe.sim.model.Effect;
import hebe.sim.model.Guard;
import hebe.sim.model.Scope;
import hebe.sim.model.TransitionBuilder;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Writes what comes up on a host whose system can put a VMM under itself: for each reason a
 * component that says whether something is to be done, and the guests that want to be hosted.
 */
final class Demands {
  /** Name of the reward that is 1 while a further guest wants to be there. */
  static final String WANTED = "guest-wanted";

  /** Name of the reward that is 1 while a further guest is there and served. */
  static final String SERVED = "guest-served";

  private static final String IDLE = "idle";
  private static final String DUE = "due";

  private final Scope scope;
  private final ModePolicy policy;
  private final FleetModel.Causes causes;
  private final Map<Reason, Component> due = new EnumMap<>(Reason.class);
  private final List<Guard> wants = new ArrayList<>();
  private final List<TransitionBuilder> restarted = new ArrayList<>();

  Demands(
      Scope scope,
      ModePolicy policy,
      List<Occasion> occasions,
      List<Episode> episodes,
      FleetModel.Causes causes) {
    this.scope = scope;
    this.policy = policy;
    this.causes = causes;
    for (Occasion occasion : occasions) {
      boolean acted = episodes.stream().anyMatch(e -> e.occasion().equals(occasion));
      if (acted || occasion instanceof Occasion.Suspicion) {
        due.put(occasion.reason(), scope.component(Episode.name(occasion), IDLE, DUE));
      }
    }
    if (policy instanceof ModePolicy.WhenNeeded needed) {
      needed.window().ifPresent(window -> wants.add(WindowScope.write(scope, "virtual-", window)));
    }
    for (Episode episode : episodes) {
      if (episode.virtual()) {
        wants.add(due(episode));
      }
    }
  }

  /** Something is to be done. */
  Guard due(Episode episode) {
    return due.get(episode.occasion().reason()).in(DUE);
  }

  /** It is done. */
  Effect settled(Episode episode) {
    return due.get(episode.occasion().reason()).become(IDLE);
  }

  /** A failure is suspected. */
  Effect suspected() {
    return due.get(Reason.SUSPICION).become(DUE);
  }

  /** None is suspected any more. */
  Effect calm() {
    return due.get(Reason.SUSPICION).become(IDLE);
  }

  /** The VMM is wanted. */
  Guard wanted() {
    return new Guard.Any(wants);
  }

  /** No checkpoint is to be made. */
  List<Effect> noCheckpoint() {
    return due.containsKey(Reason.CHECKPOINTS)
        ? List.of(due.get(Reason.CHECKPOINTS).become(IDLE))
        : List.of();
  }

  /** The clocks that count from the instant at which the system works again. */
  TransitionBuilder[] restarted() {
    return restarted.toArray(TransitionBuilder[]::new);
  }

  /** Writes when something falls due. */
  void write(List<Occasion> occasions) {
    for (Occasion occasion : occasions) {
      if (occasion instanceof Occasion.Maintenance maintenance) {
        every(maintenance, maintenance.every());
      } else if (occasion instanceof Occasion.Update update) {
        every(update, update.every());
      } else if (occasion instanceof Occasion.Checkpoints checkpoints) {
        restarted.add(
            policy.virtualFor(Reason.CHECKPOINTS)
                ? every(checkpoints, checkpoints.every())
                : job(checkpoints));
      } else if (occasion instanceof Occasion.Suspicion suspicion) {
        suspicion.falseAlarm().ifPresent(law -> every(suspicion, law));
      }
    }
  }

  private TransitionBuilder every(Occasion occasion, DelayLaw law) {
    return due.get(occasion.reason()).transition("falls due").from(IDLE).to(DUE).after(law);
  }

  /** Without a VMM, work is saved at the end of each job. */
  private TransitionBuilder job(Occasion.Checkpoints checkpoints) {
    TransitionBuilder done =
        scope.component("job", "running").transition("done").after(checkpoints.job());
    causes.saves(done);
    return done;
  }

  /**
   * Writes the guests that want to be there.
   *
   * @param serving the VMM is there, and the system serves
   */
  void writeGuests(Occasion.Hosting hosting, Guard serving) {
    if (hosting.demand() instanceof Demand.Calendar calendar) {
      Guard open = WindowScope.write(scope, "guests-", calendar.window());
      want(open);
      scope.replicate("guest", hosting.guests(), guest -> rewards(guest, open, serving));
      return;
    }
    Demand.Now now = (Demand.Now) hosting.demand();
    Counter count = scope.counter("guests", 0, hosting.guests(), 0);
    want(count.atLeast(1));
    scope.replicate("guest", hosting.guests(), guest -> writeGuest(guest, now, count, serving));
  }

  private void writeGuest(Scope guest, Demand.Now now, Counter count, Guard serving) {
    Component demand = guest.component("demand", "absent", "wanted");
    demand.transition("comes").from("absent").to("wanted").also(count.plus(1)).after(now.absent());
    demand.transition("goes").from("wanted").to("absent").also(count.minus(1)).after(now.stay());
    rewards(guest, demand.in("wanted"), serving);
  }

  private void want(Guard guests) {
    if (policy.virtualFor(Reason.HOSTING)) {
      wants.add(guests);
    }
  }

  private static void rewards(Scope guest, Guard wanted, Guard serving) {
    guest.rateReward(WANTED, wanted);
    guest.rateReward(SERVED, wanted.and(serving));
  }
}
