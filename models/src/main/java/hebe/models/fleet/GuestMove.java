package hebe.models.fleet;

import hebe.models.aging.LeakEvent;
import hebe.models.migration.Failure;
import hebe.models.migration.Phase;
import hebe.models.recovery.Migrate;
import hebe.sim.law.DelayLaw;
import hebe.sim.law.Deterministic;
import hebe.sim.model.Component;
import hebe.sim.model.Counter;
import hebe.sim.model.Guard;
import hebe.sim.model.Scope;
import hebe.sim.model.TransitionBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes where one guest is while its host is evacuated: at home, on its way out or back, on the
 * spare host. What a failure of either host means in each stage is {@link Failure}.
 */
final class GuestMove {
  static final String GONE = "gone";
  private static final String HOME = "home";
  private static final String AWAY = "away";
  private static final String REFUSED = "not-moved";
  private static final String HALTED = "out halted";

  private final HostView host;
  private final Evacuation evacuation;
  private final MoveTimes times;
  private final Component place;
  private final Component run;
  private final Counter tries;
  private final List<TransitionBuilder> moved = new ArrayList<>();
  private final Map<String, Map<Failure, String>> failing = new LinkedHashMap<>();

  /** One of the two ways. */
  private record Way(String name, String from, String to, Failure homeIs, Failure spareIs) {
    String stage(String stage) {
      return name + " " + stage;
    }

    boolean out() {
      return from.equals(HOME);
    }
  }

  private static final Way OUT = new Way("out", HOME, AWAY, Failure.SOURCE, Failure.DESTINATION);
  private static final Way BACK = new Way("back", AWAY, HOME, Failure.DESTINATION, Failure.SOURCE);

  /** Declares the variables of one guest; the laws are those of its group. */
  GuestMove(Scope scope, HostView host, Component run, MoveTimes times) {
    this.host = host;
    this.run = run;
    this.times = times;
    evacuation = host.evacuation().orElseThrow();
    List<String> states = new ArrayList<>(List.of(HOME, AWAY, GONE, REFUSED, HALTED));
    for (Way way : List.of(OUT, BACK)) {
      for (String stage :
          List.of("copying", "decided", "waiting", "stopped", "starting", "pushing")) {
        states.add(way.stage(stage));
      }
    }
    place = scope.component("place", states.toArray(String[]::new));
    tries = scope.counter("retries", 0, Math.max(1, aborts().retries()), 0);
  }

  private Migrate.Aborts aborts() {
    return evacuation.by().aborts();
  }

  /** The ends of its moves, once they are written. */
  List<TransitionBuilder> moved() {
    return List.copyOf(moved);
  }

  /** How long it is in each stage. */
  MoveTimes times() {
    return times;
  }

  /** Its host runs, so that it can be booted. */
  Guard able() {
    return place
        .in(AWAY, OUT.stage("pushing"), BACK.stage("copying"), BACK.stage("waiting"))
        .or(host.platform().in(evacuation.serving()));
  }

  /** It is lost with the host that it was on. */
  Guard gone() {
    return place.in(GONE);
  }

  /** It is lost for good and will boot at home. */
  void settled(TransitionBuilder lost) {
    lost.also(place.become(HOME), evacuation.home().plus(1));
  }

  /** It stands still. */
  Guard stopped() {
    return place.in(stopping());
  }

  private static String[] stopping() {
    return new String[] {
      HALTED,
      OUT.stage("stopped"),
      OUT.stage("starting"),
      BACK.stage("stopped"),
      BACK.stage("starting")
    };
  }

  /** It runs and is copied. */
  Guard copied() {
    return place.in(OUT.stage("copying"), BACK.stage("copying"));
  }

  /** It runs where not all of its pages are. */
  Guard pushed() {
    return place.in(OUT.stage("pushing"), BACK.stage("pushing"));
  }

  /** The home VMM runs below it, so that what it does there leaks there. */
  Guard leaksAtHome() {
    return host.platform().in(evacuation.serving()).and(place.in(AWAY).negated());
  }

  /** Writes all transitions of its place. */
  void write() {
    writeWay(OUT, host.platform().in(Evacuation.OUT));
    if (evacuation.stays()) {
      move("exchanged", AWAY, HOME).when(host.platform().in(Evacuation.EXCHANGE)).immediately(1, 1);
    }
    writeWay(BACK, backwards());
    writeRefusal();
    for (Failure of : List.of(Failure.SOURCE, Failure.DESTINATION)) {
      writeFailures(of == Failure.SOURCE);
    }
    place
        .transition("gone already")
        .from(GONE)
        .to(HOME)
        .when(run.in("lost"))
        .also(evacuation.home().plus(1))
        .immediately(1, Evacuation.GUESTS_REACT);
  }

  private Guard backwards() {
    return aborts().otherwise() == Migrate.Otherwise.WARM_REBOOT
        ? host.platform().in(Evacuation.BACK, Evacuation.BACK_TO_REBOOT)
        : host.platform().in(Evacuation.BACK);
  }

  private void writeWay(Way way, Guard on) {
    TransitionBuilder begin =
        move("begin " + way.name(), way.from(), way.stage("copying")).when(on);
    begin.also(tries.set(0));
    after(begin, times.queue());
    String live = way.stage("copying");
    failsIn(way, "copying", Phase.ITERATING);
    if (aborts().share() > 0) {
      move("copied " + way.name(), live, way.stage("decided")).afterPerCopy(times.live());
      writeAborts(way);
    } else {
      move("copied " + way.name(), live, way.stage("stopped")).afterPerCopy(times.live());
    }
    writeStop(way);
  }

  private void writeAborts(Way way) {
    double share = aborts().share();
    failsIn(way, "decided", Phase.ITERATING);
    failsIn(way, "waiting", Phase.ITERATING);
    String decided = way.stage("decided");
    move("stop " + way.name(), decided, way.stage("stopped")).immediately(1 - share, 4);
    TransitionBuilder abort =
        move("abort " + way.name(), decided, way.stage("waiting")).immediately(share, 4);
    TransitionBuilder again =
        move("again " + way.name(), way.stage("waiting"), way.stage("copying"))
            .after(new Deterministic(aborts().retrySeconds()));
    if (way.out()) {
      abort.when(tries.below(aborts().retries()));
      again.also(tries.plus(1));
      boolean halts = aborts().otherwise() == Migrate.Otherwise.STOP_AND_COPY;
      move("give up " + way.name(), decided, halts ? HALTED : REFUSED)
          .when(tries.atLeast(aborts().retries()))
          .immediately(share, 4);
    }
  }

  private void writeStop(Way way) {
    failsIn(way, "stopped", Phase.STOPPED);
    String stopped = way.stage("stopped");
    List<TransitionBuilder> arrivals = new ArrayList<>();
    boolean pushes = !MoveTimes.none(times.pushed());
    if (MoveTimes.none(times.activating()) && !pushes) {
      arrivals.add(move("arrive " + way.name(), stopped, way.to()).afterPerCopy(times.stopped()));
    } else {
      String starting = way.stage("starting");
      failsIn(way, "starting", Phase.ACTIVATING);
      move("commit " + way.name(), stopped, starting).afterPerCopy(times.stopped());
      String next = pushes ? way.stage("pushing") : way.to();
      TransitionBuilder start = move("start " + way.name(), starting, next);
      start.afterPerCopy(times.activating());
      arrivals.add(start);
    }
    if (pushes) {
      failsIn(way, "pushing", Phase.RESUMED_REMOTE);
      arrivals.clear();
      arrivals.add(
          move("pushed " + way.name(), way.stage("pushing"), way.to())
              .afterPerCopy(times.pushed()));
    }
    if (way.out() && aborts().otherwise() == Migrate.Otherwise.STOP_AND_COPY) {
      failing.put(HALTED, targets(way, Phase.STOPPED));
      arrivals.add(move("arrive halted", HALTED, AWAY).afterPerCopy(times.halted()));
    }
    LeakEvent.Own event = way.out() ? LeakEvent.Own.DOMAIN_DESTROYED : LeakEvent.Own.DOMAIN_CREATED;
    for (TransitionBuilder arrival : arrivals) {
      host.vmmAge().leakAt(event, LeakEvent.Own.GUEST_MIGRATED).forEach(arrival::also);
    }
    moved.addAll(arrivals);
  }

  private void writeRefusal() {
    move("not moved", REFUSED, HOME)
        .when(host.platform().in(Evacuation.OUT).negated())
        .immediately(1, Evacuation.GUESTS_REACT);
  }

  private void failsIn(Way way, String stage, Phase phase) {
    failing.put(way.stage(stage), targets(way, phase));
  }

  /** Where the guest is after a failure of the home host (as source) or the spare host. */
  private static Map<Failure, String> targets(Way way, Phase phase) {
    Map<Failure, String> targets = new LinkedHashMap<>();
    targets.put(Failure.SOURCE, target(way, way.homeIs().in(phase, Failure.Protection.NONE)));
    targets.put(Failure.DESTINATION, target(way, way.spareIs().in(phase, Failure.Protection.NONE)));
    return targets;
  }

  private static String target(Way way, Failure.Consequence consequence) {
    return switch (consequence) {
      case STAYS_AT_SOURCE, RESTARTS_AT_SOURCE -> way.from();
      case GOES_ON_AT_DESTINATION, RELOADS_MISSING_PAGES -> way.to();
      case RESTARTS_FROM_CHECKPOINT, LOST -> GONE;
    };
  }

  /** What follows from a failure of the home host, or of the spare host. */
  private void writeFailures(boolean ofHome) {
    if (ofHome && host.lostStates().isEmpty()) {
      return;
    }
    Guard failed = ofHome ? host.lost() : evacuation.spareCrashed();
    String which = ofHome ? "home lost, " : "spare lost, ";
    Map<String, List<String>> byTarget = new LinkedHashMap<>();
    failing.forEach(
        (state, targets) ->
            byTarget
                .computeIfAbsent(
                    targets.get(ofHome ? Failure.SOURCE : Failure.DESTINATION),
                    target -> new ArrayList<>())
                .add(state));
    byTarget.forEach(
        (target, states) -> {
          TransitionBuilder react =
              place.transition(which + "to " + target).from(states.toArray(String[]::new));
          counted(react.to(target), target, 1).when(failed).immediately(1, Evacuation.GUESTS_REACT);
        });
    Guard alive = run.in("lost").negated();
    move(which + "lost too", ofHome ? HOME : AWAY, GONE)
        .when(ofHome ? failed.and(alive) : failed)
        .immediately(1, Evacuation.GUESTS_REACT);
  }

  private TransitionBuilder move(String name, String from, String to) {
    TransitionBuilder move = place.transition(name).from(from).to(to);
    return counted(counted(move, from, -1), to, 1);
  }

  private TransitionBuilder counted(TransitionBuilder move, String state, int change) {
    switch (state) {
      case HOME -> move.also(evacuation.home().plus(change));
      case AWAY -> move.also(evacuation.there().plus(change));
      case REFUSED -> move.also(evacuation.there().plus(change), evacuation.refused().plus(change));
      default -> {
        // Nobody counts those under way.
      }
    }
    return move;
  }

  private static void after(TransitionBuilder transition, List<DelayLaw> laws) {
    if (MoveTimes.none(laws)) {
      transition.immediately();
    } else {
      transition.afterPerCopy(laws);
    }
  }
}
