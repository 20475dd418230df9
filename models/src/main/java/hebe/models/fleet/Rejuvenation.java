package hebe.models.fleet;

import hebe.models.policy.RejuvenationPolicy;
import hebe.models.policy.RejuvenationPolicy.AfterAging;
import hebe.models.policy.RejuvenationPolicy.AfterCrash;
import hebe.models.policy.RejuvenationPolicy.AtAge;
import hebe.models.policy.RejuvenationPolicy.OnInspection;
import hebe.models.policy.RejuvenationPolicy.Periodic;
import hebe.models.policy.RejuvenationPolicy.Predicted;
import hebe.models.policy.RejuvenationPolicy.TwoLevel;
import hebe.models.policy.RejuvenationPolicy.WhenDegraded;
import hebe.models.policy.Wait;
import hebe.sim.law.Deterministic;
import hebe.sim.model.Component;
import hebe.sim.model.Effect;
import hebe.sim.model.Guard;
import hebe.sim.model.Scope;
import hebe.sim.model.TransitionBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
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

  private final RejuvenationPolicy trigger;
  private final Optional<Wait.Repair> repair;
  private final Waits waits;
  private final Component schedule;
  private final Optional<Component> inspection;
  private final Optional<Monitor> monitor;
  private final Optional<Youth> youth;
  private final Optional<Ahead> ahead;

  /**
   * Declares the variables.
   *
   * @param part before the names of variables: {@code vmm-} or nothing
   * @param age of the layer
   * @param conditions what the policy may wait for
   */
  Rejuvenation(
      Scope scope,
      String part,
      RejuvenationPolicy policy,
      LayerAge age,
      WaitConditions conditions) {
    trigger = policy.trigger();
    repair =
        policy.waits().stream()
            .filter(Wait.Repair.class::isInstance)
            .map(Wait.Repair.class::cast)
            .findFirst();
    schedule =
        repair.isPresent()
            ? scope.component(part + "rejuvenation", IDLE, DUE, WAITING)
            : scope.component(part + "rejuvenation", IDLE, DUE);
    inspection =
        trigger instanceof OnInspection
            ? Optional.of(scope.component(part + "inspection", IDLE, "looking"))
            : Optional.empty();
    waits = new Waits(scope, part, policy.waits(), conditions);
    monitor =
        trigger instanceof Predicted predicted
            ? age.leaked().map(l -> new Monitor(scope, part, predicted.prediction(), l))
            : Optional.empty();
    youth = twoLevel(TwoLevel::creditSeconds).map(seconds -> new Youth(scope, part, seconds));
    ahead = twoLevel(TwoLevel::leadSeconds).map(seconds -> new Ahead(scope, part, seconds));
  }

  private Optional<Double> twoLevel(Function<TwoLevel, OptionalDouble> seconds) {
    return trigger instanceof TwoLevel both
        ? seconds.apply(both).stream().boxed().findFirst()
        : Optional.empty();
  }

  /** It is due, and waits for nothing any more. */
  Guard due() {
    return schedule.in(DUE).and(waits.over());
  }

  /** Nothing is due any more. */
  Effect[] settled() {
    List<Effect> effects = new ArrayList<>(List.of(schedule.become(IDLE)));
    effects.addAll(waits.settled());
    return effects.toArray(Effect[]::new);
  }

  /** A fresh start of the layer: nothing is due, measured or remembered any more. */
  Effect[] fresh() {
    List<Effect> effects = new ArrayList<>(List.of(settled()));
    monitor.ifPresent(taken -> effects.addAll(taken.cleared()));
    youth.ifPresent(credit -> effects.add(credit.renewed()));
    return effects.toArray(Effect[]::new);
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
    monitor.ifPresent(m -> m.write(layer.running().and(schedule.in(IDLE)), layer.clock()));
    youth.ifPresent(credit -> writeCredit(credit, layer));
    repair.ifPresent(
        wait ->
            schedule
                .transition("waited")
                .from(WAITING)
                .to(DUE)
                .after(new Deterministic(wait.seconds())));
    waits.write(schedule.in(IDLE).negated());
  }

  /**
   * What falls due while the layer is young passes by. Its calendar goes on, as an instant at which
   * it is enabled would not count.
   */
  private void writeCredit(Youth credit, Layer layer) {
    credit.write(layer.sinceRenewal(), layer.clock());
    schedule.transition("skip").from(next()).to(IDLE).when(credit.young()).immediately(1, 4);
  }

  private void writeTrigger(
      TransitionBuilder fall, Layer layer, Function<Periodic, List<Double>> firsts, int rank) {
    if (trigger instanceof Periodic periodic) {
      writePeriod(periodic, fall, layer, firsts, rank);
    } else if (trigger instanceof TwoLevel both) {
      ahead.ifPresent(next -> fall.when(next.counts()));
      ahead.ifPresent(next -> next.write(both.due(), firsts.apply(both.due())));
      writePeriod(both.due(), fall, layer, firsts, rank);
    } else if (trigger instanceof AfterAging afterAging) {
      fall.when(layer.age().failureProbable().and(layer.running())).after(afterAging.delay());
      layer.clock().accept(fall);
    } else if (trigger instanceof AtAge atAge) {
      fall.when(layer.running()).after(new Deterministic(atAge.ageSeconds()));
      layer.clock().accept(fall);
    } else if (trigger instanceof WhenDegraded whenDegraded) {
      fall.when(layer.age().shows(whenDegraded.sign()).and(layer.running())).immediately();
    } else if (trigger instanceof Predicted) {
      fall.when(layer.running()).when(monitor.orElseThrow().alarm()).immediately();
    }
  }

  private static void writePeriod(
      Periodic periodic,
      TransitionBuilder fall,
      Layer layer,
      Function<Periodic, List<Double>> firsts,
      int rank) {
    if (periodic.clock() == RejuvenationPolicy.Clock.CALENDAR) {
      fall.when(layer.byCalendar())
          .byCalendar(firsts.apply(periodic), periodic.periodSeconds())
          .rank(rank);
    } else {
      fall.when(layer.sinceRenewal()).after(new Deterministic(periodic.periodSeconds()));
      layer.clock().accept(fall);
    }
  }

  private String next() {
    return repair.isPresent() ? WAITING : DUE;
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
   * It waits for nothing but a repair of something that runs on the layer, and the effect of one
   * that is going on; empty if it does not wait so.
   */
  Optional<Opportunity> repairOpportunity() {
    return repair.map(
        wait ->
            new Opportunity(schedule.in(WAITING).and(waits.over()), List.of(schedule.become(DUE))));
  }

  /**
   * The next instant of the calendar may be pulled forward to now, and the effect of that; empty if
   * it never may.
   */
  Optional<Opportunity> pulling() {
    return ahead.map(
        next ->
            new Opportunity(
                schedule.in(IDLE).and(next.near()).and(waits.met()).and(old()),
                List.of(schedule.become(DUE), next.served())));
  }

  private Guard old() {
    return youth.map(credit -> credit.young().negated()).orElse(Guard.always());
  }

  /** An event elsewhere at which the layer may be rejuvenated: when, and what it then does. */
  record Opportunity(Guard when, List<Effect> effects) {
    /** A transition elsewhere that is the event. */
    TransitionBuilder taking(TransitionBuilder event) {
      return event.when(when).also(effects.toArray(Effect[]::new));
    }
  }
}
