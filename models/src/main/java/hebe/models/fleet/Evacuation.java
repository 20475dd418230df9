package hebe.models.fleet;

import hebe.models.failure.Failures;
import hebe.models.policy.RejuvenationPolicy;
import hebe.models.recovery.Host;
import hebe.models.recovery.HostPhase;
import hebe.models.recovery.Migrate;
import hebe.models.recovery.PlanSimulation;
import hebe.models.recovery.RecoveryPlan;
import hebe.sim.law.DelayLaw;
import hebe.sim.law.Deterministic;
import hebe.sim.model.Component;
import hebe.sim.model.Counter;
import hebe.sim.model.Guard;
import hebe.sim.model.Scope;
import hebe.sim.model.TransitionBuilder;
import hebe.sim.result.Cause;
import java.util.ArrayList;
import java.util.List;

/**
 * What a host and its guests share while they are moved to a spare host and back: the states of the
 * platform, the spare host that is taken, and how many guests are where.
 */
final class Evacuation {
  static final String OUT = "migrate/copy out";
  static final String PAUSE = "migrate/pause";
  static final String BACK = "migrate/copy back";
  static final String BACK_TO_REBOOT = "migrate/copy back for a reboot";
  static final String EXCHANGE = "migrate/exchange";

  /** Priorities, so that a failure reaches the guests before anything goes on. */
  static final int GUESTS_REACT = 5;

  private static final int HOST_REACTS = 3;
  private static final String NONE = "none";
  private static final String TAKEN = "taken";
  private static final String CRASHED = "crashed";

  private final Migrate by;
  private final MoveTimes times;
  private final List<HostOperations.State> emptied;
  private final Respite respite;
  private final Component spare;
  private final int guests;
  private final Counter home;
  private final Counter there;
  private final Counter refused;

  /** Declares the variables of one host. */
  Evacuation(Scope scope, HostGroup group, Migrate by, RejuvenationPolicy when) {
    this.by = by;
    times = MoveTimes.of(group, by);
    guests = times.queue().size();
    emptied = emptied(group.host(), by.emptied());
    respite = Respite.of(scope, when, by);
    spare = scope.component("spare", NONE, TAKEN, CRASHED);
    int most = Math.max(1, guests);
    home = scope.counter("guests-at-home", 0, most, guests);
    there = scope.counter("guests-settled-elsewhere", 0, most, 0);
    refused = scope.counter("guests-not-moved", 0, most, 0);
  }

  private static List<HostOperations.State> emptied(Host host, Migrate.Emptied by) {
    if (by instanceof Migrate.Emptied.Lasting lasting) {
      return List.of(
          new HostOperations.State("migrate/restart", lasting.duration(), HostPhase.Vmm.OFF));
    }
    return HostPhase.of(PlanSimulation.run(plan(host, (Migrate.Emptied.Rebooted) by), empty(host)))
        .stream()
        .map(
            phase ->
                new HostOperations.State(
                    "migrate/" + phase.name(), new Deterministic(phase.seconds()), phase.vmm()))
        .toList();
  }

  private static RecoveryPlan plan(Host host, Migrate.Emptied.Rebooted rebooted) {
    return rebooted.by().plan(empty(host));
  }

  /** How long an empty host restarts. */
  static DelayLaw restart(Host host, Migrate by) {
    if (by.emptied() instanceof Migrate.Emptied.Lasting lasting) {
      return lasting.duration();
    }
    RecoveryPlan plan = plan(host, (Migrate.Emptied.Rebooted) by.emptied());
    return new Deterministic(PlanSimulation.run(plan, empty(host)).hostReadySeconds());
  }

  private static Host empty(Host host) {
    return new Host(host.hardware(), host.vmm(), List.of());
  }

  /** The states of the platform; the last ones have a fresh VMM. */
  List<String> states() {
    List<String> states = new ArrayList<>(List.of(OUT, PAUSE));
    emptied.forEach(phase -> states.add(phase.state()));
    states.add(BACK);
    if (by.aborts().otherwise() == Migrate.Otherwise.WARM_REBOOT) {
      states.add(BACK_TO_REBOOT);
    }
    if (stays()) {
      states.add(EXCHANGE);
    }
    return states;
  }

  /** The states in which the host's own VMM runs. */
  List<String> running() {
    List<String> running = states();
    emptied.stream()
        .filter(phase -> phase.vmm() == HostPhase.Vmm.OFF)
        .forEach(phase -> running.remove(phase.state()));
    return running;
  }

  /** The states in which guests can live on the host: nothing stops its VMM. */
  String[] serving() {
    List<String> serving = states();
    emptied.forEach(phase -> serving.remove(phase.state()));
    serving.add(HostScope.UP);
    return serving.toArray(String[]::new);
  }

  boolean stays() {
    return by.back() == Migrate.Back.STAY;
  }

  Migrate by() {
    return by;
  }

  MoveTimes times() {
    return times;
  }

  Counter home() {
    return home;
  }

  Counter there() {
    return there;
  }

  Counter refused() {
    return refused;
  }

  /** The spare host has just failed. */
  Guard spareCrashed() {
    return spare.in(CRASHED);
  }

  /** What its platform needs to write of itself. */
  record Around(
      Scope scope,
      Component platform,
      Failures failures,
      Spares spares,
      SparePool pool,
      LayerAge vmmAge,
      Rejuvenation due,
      List<TransitionBuilder> vmmClocks,
      FleetModel.Causes causes) {}

  /** All of the platform's transitions; the phases of the restart end with a fresh VMM. */
  void write(Around host, PhaseWriter phases, List<HostOperations.State> inPlace) {
    Component platform = host.platform();
    Cause cause = new Cause(by.label(), true, by.lost());
    TransitionBuilder begin = writeBegin(host, cause);
    TransitionBuilder again =
        platform.transition("bring home").from(HostScope.UP).to(BACK).when(there.atLeast(1));
    again.immediately(1, HOST_REACTS);
    host.causes().ofHost(again, cause);
    writeOut(host);
    phases.write(emptied, BACK);
    all(platform.transition("all back").from(BACK).to(HostScope.UP), home).immediately();
    if (by.aborts().otherwise() == Migrate.Otherwise.WARM_REBOOT) {
      all(
              platform
                  .transition("reboot in place")
                  .from(BACK_TO_REBOOT)
                  .to(inPlace.get(0).state()),
              home)
          .immediately();
      phases.write(inPlace, HostScope.UP);
    }
    writeSpare(host, begin);
  }

  /** Writes phases one after another and what follows the last. */
  interface PhaseWriter {
    void write(List<HostOperations.State> phases, String then);
  }

  private TransitionBuilder writeBegin(Around host, Cause cause) {
    TransitionBuilder begin =
        all(host.platform().transition("rejuvenate").from(HostScope.UP).to(OUT), home)
            .when(host.due().due().and(spare.in(NONE)).and(host.pool().free()))
            .when(respite.over())
            .also(spare.become(TAKEN))
            .immediately();
    host.pool().taken().forEach(begin::also);
    host.causes().ofHost(begin, cause);
    host.causes().operation(host.scope(), FleetModel.VMM_REJUVENATIONS, begin);
    return begin;
  }

  private TransitionBuilder all(TransitionBuilder transition, Counter counter) {
    return transition.when(counter.atLeast(guests));
  }

  private void writeOut(Around host) {
    Component platform = host.platform();
    Migrate.Aborts aborts = by.aborts();
    TransitionBuilder evacuated =
        all(platform.transition("evacuated").from(OUT), there).when(refused.below(1));
    evacuated.to(stays() ? EXCHANGE : emptied.get(0).state()).immediately();
    boolean warm = aborts.otherwise() == Migrate.Otherwise.WARM_REBOOT;
    if (aborts.share() > 0 && aborts.otherwise() != Migrate.Otherwise.STOP_AND_COPY) {
      TransitionBuilder inVain =
          all(platform.transition("not evacuated").from(OUT), there).when(refused.atLeast(1));
      inVain.to(warm ? BACK_TO_REBOOT : BACK).immediately();
      if (!warm) {
        inVain.also(host.due().settled());
        respite.begins().forEach(inVain::also);
        respite.write(platform.in(HostScope.UP), aborts.retrySeconds());
      }
    }
    TransitionBuilder lost =
        platform.transition("spare lost").from(OUT).when(spareCrashed()).to(PAUSE);
    lost.immediately(1, HOST_REACTS);
    TransitionBuilder resume =
        platform
            .transition("try again")
            .from(PAUSE)
            .to(HostScope.UP)
            .after(new Deterministic(aborts.retrySeconds()));
    if (aborts.retries() == 0) {
      resume.also(host.due().settled());
    }
    if (stays()) {
      writeExchange(host);
    }
  }

  /** The spare host, with its fresh VMM, is the guests' host from now on. */
  private void writeExchange(Around host) {
    TransitionBuilder exchanged =
        all(host.platform().transition("exchanged").from(EXCHANGE).to(HostScope.UP), home)
            .also(host.vmmAge().renewed())
            .also(host.due().fresh())
            .also(spare.become(NONE))
            .renewing(host.vmmClocks().toArray(TransitionBuilder[]::new))
            .immediately();
    host.pool().exchanged().forEach(exchanged::also);
  }

  private void writeSpare(Around host, TransitionBuilder begin) {
    TransitionBuilder release =
        spare
            .transition("release")
            .from(TAKEN)
            .to(NONE)
            .when(host.platform().in(HostScope.UP))
            .when(there.below(1))
            .immediately();
    host.pool().givenBack().forEach(release::also);
    TransitionBuilder gone = spare.transition("gone").from(CRASHED).to(NONE).immediately();
    host.pool().failed().forEach(gone::also);
    new SpareFailures(host, spare.in(TAKEN), this::crash).write(begin);
  }

  private TransitionBuilder crash(String name) {
    return spare.transition(name).from(TAKEN).to(CRASHED);
  }
}
