package hebe.models.fleet;

import hebe.models.policy.RejuvenationPolicy;
import hebe.models.policy.RejuvenationPolicy.AfterAging;
import hebe.models.policy.RejuvenationPolicy.AfterCrash;
import hebe.models.policy.RejuvenationPolicy.AtAge;
import hebe.models.policy.RejuvenationPolicy.InWindow;
import hebe.models.policy.RejuvenationPolicy.OnInspection;
import hebe.models.policy.RejuvenationPolicy.Periodic;
import hebe.models.policy.RejuvenationPolicy.WhenDegraded;
import hebe.models.policy.RejuvenationPolicy.WithRepair;
import hebe.sim.law.Deterministic;
import hebe.sim.model.Component;
import hebe.sim.model.Effect;
import hebe.sim.model.Guard;
import hebe.sim.model.Scope;
import hebe.sim.model.TransitionBuilder;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Writes when the rejuvenation of a layer falls due: a component that is idle, waits for a repair
 * where the policy says so, and is due until the layer is fresh.
 */
final class Rejuvenation {
  private static final String IDLE = "idle";
  private static final String WAITING = "waiting";
  private static final String DUE = "due";

  private final RejuvenationPolicy policy;
  private final RejuvenationPolicy trigger;
  private final Guard open;
  private final Component schedule;
  private final Optional<Component> inspection;

  /**
   * Declares the variables.
   *
   * @param part before the names of variables: {@code vmm-} or nothing
   * @param open the window of the policy is open
   */
  Rejuvenation(Scope scope, String part, RejuvenationPolicy policy, Guard open) {
    this.policy = policy;
    this.open = open;
    trigger = triggerOf(policy);
    schedule =
        waits()
            ? scope.component(part + "rejuvenation", IDLE, DUE, WAITING)
            : scope.component(part + "rejuvenation", IDLE, DUE);
    inspection =
        trigger instanceof OnInspection
            ? Optional.of(scope.component(part + "inspection", IDLE, "looking"))
            : Optional.empty();
  }

  private static RejuvenationPolicy triggerOf(RejuvenationPolicy policy) {
    if (policy instanceof InWindow inWindow) {
      return inWindow.due();
    }
    return policy instanceof WithRepair withRepair ? withRepair.due() : policy;
  }

  private boolean waits() {
    return policy instanceof WithRepair;
  }

  /** It is due, and its window is open. */
  Guard due() {
    return schedule.in(DUE).and(open);
  }

  /** Nothing is due any more. */
  Effect settled() {
    return schedule.become(IDLE);
  }

  /**
   * The layer that it is about.
   *
   * @param age its age
   * @param running it runs
   * @param sinceRenewal its schedule since renewal goes on
   * @param byCalendar an instant of the calendar counts
   * @param clock gets every clock that is of the layer's present life
   */
  record Layer(
      LayerAge age,
      Guard running,
      Guard sinceRenewal,
      Guard byCalendar,
      Consumer<TransitionBuilder> clock) {}

  /**
   * Writes what makes it fall due, and how long it then waits for a repair.
   *
   * @param firsts the first instants of n schedules by the calendar
   * @param rank order among what happens at the instants of the calendar
   */
  void write(Layer layer, Function<Periodic, List<Double>> firsts, int rank) {
    if (trigger instanceof OnInspection inspect) {
      writeInspection(inspect, layer);
    } else if (!(trigger instanceof AfterCrash)) {
      TransitionBuilder fall = schedule.transition("fall-due").from(IDLE).to(next());
      writeTrigger(fall, layer, firsts, rank);
    }
    if (policy instanceof WithRepair withRepair) {
      schedule
          .transition("waited")
          .from(WAITING)
          .to(DUE)
          .after(new Deterministic(withRepair.mostSeconds()));
    }
  }

  private void writeTrigger(
      TransitionBuilder fall, Layer layer, Function<Periodic, List<Double>> firsts, int rank) {
    if (trigger instanceof Periodic periodic) {
      if (periodic.clock() == RejuvenationPolicy.Clock.CALENDAR) {
        fall.when(layer.byCalendar())
            .byCalendar(firsts.apply(periodic), periodic.periodSeconds())
            .rank(rank);
      } else {
        fall.when(layer.sinceRenewal()).after(new Deterministic(periodic.periodSeconds()));
        layer.clock().accept(fall);
      }
    } else if (trigger instanceof AfterAging afterAging) {
      fall.when(layer.age().failureProbable().and(layer.running())).after(afterAging.delay());
      layer.clock().accept(fall);
    } else if (trigger instanceof AtAge atAge) {
      fall.when(layer.running()).after(new Deterministic(atAge.ageSeconds()));
      layer.clock().accept(fall);
    } else if (trigger instanceof WhenDegraded whenDegraded) {
      fall.when(layer.age().shows(whenDegraded.sign()).and(layer.running())).immediately();
    }
  }

  private String next() {
    return waits() ? WAITING : DUE;
  }

  /** An inspection takes no time: it is begun, and has one of its results at once. */
  private void writeInspection(OnInspection inspect, Layer layer) {
    Component looks = inspection.orElseThrow();
    TransitionBuilder begin =
        looks
            .transition("look")
            .from(IDLE)
            .to("looking")
            .when(layer.running().and(schedule.in(IDLE)))
            .after(new Deterministic(inspect.periodSeconds()));
    layer.clock().accept(begin);
    Guard sign = layer.age().shows(inspect.sign());
    result("detect", sign, inspect.detection(), Optional.of(schedule.become(next())));
    result("miss", sign, 1 - inspect.detection(), Optional.empty());
    Guard none = sign.negated();
    result("false-alarm", none, inspect.falseAlarm(), Optional.of(schedule.become(next())));
    result("pass", none, 1 - inspect.falseAlarm(), Optional.empty());
  }

  private void result(String name, Guard when, double probability, Optional<Effect> alarm) {
    if (probability > 0) {
      Component looks = inspection.orElseThrow();
      TransitionBuilder result =
          looks.transition(name).from("looking").to(IDLE).when(when).immediately(probability, 0);
      alarm.ifPresent(result::also);
    }
  }

  /** What a crash of something that runs on the layer does to the schedule. */
  List<Effect> atCrashAbove() {
    return trigger instanceof AfterCrash ? List.of(schedule.become(next())) : List.of();
  }

  /**
   * It waits for a repair of something that runs on the layer, and the effect of one that is going
   * on; empty if it does not wait so.
   */
  Optional<Opportunity> opportunity() {
    return waits()
        ? Optional.of(new Opportunity(schedule.in(WAITING), schedule.become(DUE)))
        : Optional.empty();
  }

  /** When a repair is an opportunity, and what it does. */
  record Opportunity(Guard waiting, Effect due) {}
}
