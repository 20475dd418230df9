package hebe.models.fleet;

import hebe.models.aging.Clearing;
import hebe.models.aging.Leak;
import hebe.models.aging.LeakEvent;
import hebe.models.failure.Failures;
import hebe.models.failure.LayerFailures;
import hebe.models.load.Execution;
import hebe.models.load.HostLoad;
import hebe.models.load.VmmEventRates;
import hebe.models.migration.GuestCopy;
import hebe.models.migration.SourceCost;
import hebe.models.policy.Policy;
import hebe.models.policy.RejuvenationPolicy;
import hebe.models.recovery.Fates;
import hebe.models.recovery.GuestMechanism;
import hebe.models.recovery.Host;
import hebe.models.recovery.PlanSimulation;
import hebe.models.recovery.Plans;
import hebe.models.recovery.RecoveryPlan;
import hebe.sim.law.DelayLaw;
import hebe.sim.law.Deterministic;
import hebe.sim.model.Component;
import hebe.sim.model.Guard;
import hebe.sim.model.MemoryPolicy;
import hebe.sim.model.Reward;
import hebe.sim.model.Scope;
import hebe.sim.model.TransitionBuilder;
import hebe.sim.result.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes the components of one guest: how it runs, its age, its service, and its rejuvenation
 * schedule.
 */
final class GuestScope {
  private static final String STOPPED = "stopped";
  private static final String PAUSED = "paused";
  private static final List<String> REBOOT_LOSES =
      List.of("page cache", "connections", "guest uptime");
  private static final List<String> CRASH_LOSES =
      List.of("page cache", "connections", "guest uptime", "unsaved data");

  private final Scope scope;
  private final HostView host;
  private final GuestGroup group;
  private final int first;
  private final Host machine;
  private final Failures failures;
  private final Policy policy;
  private final FleetModel.Causes causes;
  private final Component run;
  private final LayerAge aging;
  private final Component service;
  private final Rejuvenation schedule;
  private final Optional<GuestMove> move;
  private final Optional<AwayLeaks> leaks;
  private final Optional<CacheWarmth> cache;
  private final List<TransitionBuilder> clocks = new ArrayList<>();
  private final List<TransitionBuilder> serviceClocks = new ArrayList<>();
  private final List<Boot> boots = new ArrayList<>();
  private final List<TransitionBuilder> givenBack = new ArrayList<>();

  /** A boot of the guest, and how much of its age that takes away. */
  private record Boot(TransitionBuilder transition, Clearing clearing) {}

  GuestScope(
      Scope scope,
      HostView host,
      GuestGroup group,
      int first,
      Host machine,
      Failures failures,
      Policy policy,
      FleetModel.Causes causes) {
    this.scope = scope;
    this.host = host;
    this.group = group;
    this.first = first;
    this.machine = machine;
    this.failures = failures;
    this.policy = policy;
    this.causes = causes;
    run = scope.component("run", states(host));
    move =
        host.evacuation()
            .map(moves -> new GuestMove(scope, host, run, moves.times().of(first, group.count())));
    leaks = host.evacuation().flatMap(moves -> AwayLeaks.of(scope, host.vmmAge()));
    aging = new LayerAge(scope, "", failures.guest());
    service = scope.component("service", "up", "failed", "restarting");
    schedule = new Rejuvenation(scope, "", policy.guestWhen(), aging, host.guestWaits());
    cache =
        group
            .pageCache()
            .map(use -> new CacheWarmth(scope, use, machine.hardware(), host.cached()));
  }

  private static String[] states(HostView host) {
    List<String> states =
        new ArrayList<>(List.of("up", "held", "failed", "rebooting", "rejuvenating", "lost"));
    host.evacuation().ifPresent(moves -> states.add(STOPPED));
    host.crashPath().ifPresent(path -> states.add(PAUSED));
    return states.toArray(String[]::new);
  }

  /** These states, and that of a guest that a crash of its VMM has stopped. */
  private String[] orPaused(String... states) {
    List<String> all = new ArrayList<>(List.of(states));
    host.crashPath().ifPresent(path -> all.add(PAUSED));
    return all.toArray(String[]::new);
  }

  void write() {
    writeHostOperations();
    host.crashPath().ifPresent(this::writePause);
    move.ifPresent(this::writeMove);
    writeLoss();
    writeFailures();
    writeService();
    writeRejuvenation();
    writeOpportunities();
    cache.ifPresent(cold -> cold.write(serving(), this::ownClock));
    for (Boot boot : boots) {
      aging.restore(boot.transition(), boot.clearing());
      boot.transition()
          .also(service.become("up"))
          .also(schedule.fresh())
          .renewing(clocks.toArray(TransitionBuilder[]::new));
    }
    scope.rateReward(FleetModel.UP, serving());
    if (aging.slows() || host.vmmAge().slows() || cache.isPresent()) {
      scope.rateReward(FleetModel.SPEED, delivering(serving(), 1));
    }
  }

  /** While it serves, the guest gets a share of its native work done, after logging. */
  void writeCapacity(HostLoad.Delivered delivered, Execution execution) {
    double logging = policy.protection().logging().share(group.name(), Optional.of(execution));
    double share = (1 - logging) * delivered.share().value();
    List<Reward.Term> terms = new ArrayList<>(delivering(serving(), share));
    move.ifPresent(
        moved -> {
          SourceCost cost = CopyLoss.of(execution, group.memoryGib() * 0x1p30);
          MoveTimes mine = moved.times();
          terms.addAll(
              lost(
                  moved.copied(),
                  share * mine.share(c -> c.lostWhileLive(cost), GuestCopy::liveSeconds)));
          terms.addAll(
              lost(
                  moved.pushed(),
                  share * mine.share(GuestCopy::lostWhilePushed, GuestCopy::pushSeconds)));
        });
    scope.rateReward(FleetModel.CAPACITY, terms);
  }

  private List<Reward.Term> lost(Guard when, double share) {
    return share > 0 ? delivering(serving().and(when), -share) : List.of();
  }

  /** What slows it down together: its age, that of its VMM, and a cold cache. */
  private List<Reward.Term> delivering(Guard when, double share) {
    List<Reward.Term> warm = aging.delivering(when, share, host.vmmAge());
    return cache.map(cold -> cold.slowing(warm)).orElse(warm);
  }

  /** It can be booted and repaired. */
  private Guard able() {
    return move.map(GuestMove::able).orElseGet(host::up);
  }

  /** It stands still, through no fault of its own. */
  private String[] resting(String... also) {
    List<String> states = new ArrayList<>(List.of(also));
    states.add("held");
    move.ifPresent(moved -> states.add(STOPPED));
    host.crashPath().ifPresent(path -> states.add(PAUSED));
    return states.toArray(String[]::new);
  }

  private void writeMove(GuestMove moved) {
    moved.write();
    moved.moved().forEach(end -> aging.leakAt(LeakEvent.Own.GUEST_MIGRATED).forEach(end::also));
    TransitionBuilder stop =
        run.transition("stop").from("up").to(STOPPED).when(moved.stopped()).immediately(1, 4);
    causes.ofGuest(stop, new Cause(policy.vmmBy().label(), true, policy.vmmBy().lost()));
    run.transition("go on")
        .from(STOPPED)
        .to("up")
        .when(moved.stopped().negated().and(moved.gone().negated()))
        .immediately(1, 4);
    for (TransitionBuilder lose :
        leaving("lose", "lost", resting("up", "failed", "rebooting", "rejuvenating"))) {
      moved.settled(lose.when(moved.gone()).immediately(1, 4));
    }
    leaks.ifPresent(counted -> counted.write(moved.leaksAtHome()));
  }

  /** While it serves, the guest uses the VMM, which leaks by that; a fresh VMM begins anew. */
  void writeUse(VmmEventRates rates) {
    for (Leak leak : host.vmmAge().leaksByUse()) {
      LeakEvent.Use use = (LeakEvent.Use) leak.on();
      double perSecond = use.perSecond(rates).value();
      if (perSecond > 0) {
        TransitionBuilder leaking =
            run.transition("use leaks " + leak.name())
                .when(move.map(GuestMove::leaksAtHome).orElseGet(Guard::always).and(serving()))
                .also(host.vmmAge().leaked(leak))
                .after(use.law(perSecond))
                .onDisable(MemoryPolicy.RESUME);
        givenBack.forEach(transition -> transition.renewing(leaking));
      }
    }
  }

  private Guard serving() {
    return run.in("up").and(service.in("up"));
  }

  /**
   * A planned operation of the host takes the guest down and gives it back, each at its own time.
   */
  private void writeHostOperations() {
    if (host.operations().planned().isEmpty()) {
      return;
    }
    boolean renews = policy.vmmBy().fates().guestAge() == Fates.Fate.RESET;
    String[] taken =
        renews ? orPaused("up", "failed", "rebooting", "rejuvenating") : new String[] {"up"};
    for (TransitionBuilder hold : leaving("hold", "held", taken)) {
      // A phase of 0 s ends after the guests are taken down, not before.
      hold.rank(-1).when(host.inOperation()).afterPerCopy(mine(host.operations().leaveSeconds()));
      causes.ofGuest(hold, new Cause(policy.vmmBy().label(), true, policy.vmmBy().lost()));
    }
    TransitionBuilder giveBack =
        run.transition("return")
            .from("held")
            .to("up")
            .when(host.up())
            .afterPerCopy(mine(host.operations().returnSeconds()));
    creates(giveBack);
    givenBack.add(giveBack);
    if (renews) {
      boots.add(new Boot(giveBack, Clearing.all()));
    } else {
      aging.leakAt(LeakEvent.Own.HOST_REBOOTED).forEach(giveBack::also);
    }
    if (policy.vmmBy().fates().pageCache() == Fates.Fate.RESET) {
      cache.ifPresent(cold -> cold.lostTogether(giveBack));
    }
  }

  /** A crash of the VMM that the guest may survive stops it until a new VMM runs. */
  private void writePause(CrashPath path) {
    run.transition("pause")
        .from("up")
        .to(PAUSED)
        .when(host.platform().in(path.pausing().toArray(String[]::new)))
        .immediately(1, 1);
    run.transition("thaw")
        .from(PAUSED)
        .to("up")
        .when(host.up())
        .afterPerCopy(mine(path.thawSeconds()));
  }

  /** A crash of the host takes everything; when it runs again, the guest boots with all others. */
  private void writeLoss() {
    if (host.lostStates().isEmpty() && move.isEmpty()) {
      return;
    }
    if (move.isEmpty()) {
      for (TransitionBuilder lose :
          leaving("lose", "lost", resting("up", "failed", "rebooting", "rejuvenating"))) {
        lose.when(host.lost()).immediately(1, 1);
      }
    }
    TransitionBuilder boot =
        run.transition("boot")
            .from("lost")
            .to("up")
            .when(able())
            .afterPerCopy(mine(host.operations().bootSeconds()));
    creates(boot);
    givenBack.add(boot);
    boots.add(new Boot(boot, Clearing.all()));
    cache.ifPresent(cold -> cold.lostTogether(boot));
  }

  /**
   * The transitions out of several states; the one out of a rejuvenation gives back the right to
   * rejuvenate.
   */
  private List<TransitionBuilder> leaving(String name, String to, String... from) {
    List<String> others = new ArrayList<>(List.of(from));
    List<TransitionBuilder> made = new ArrayList<>();
    if (others.remove("rejuvenating")) {
      made.add(
          run.transition(name + " while rejuvenating")
              .from("rejuvenating")
              .to(to)
              .also(host.rejuvenating().minus(1)));
    }
    made.add(run.transition(name).from(others.toArray(String[]::new)).to(to));
    return made;
  }

  private void writeFailures() {
    aging.write(run.in("up"), this::ownClock);
    for (LayerAge.Crash crash : aging.crashes()) {
      aging.hazard(
          crash(crash.name(), "guest-crash")
              .when(crash.when())
              .after(crash.law())
              .onDisable(MemoryPolicy.RESUME));
    }
    aging
        .exhausted()
        .ifPresent(empty -> crash("exhausted", "guest-exhausted").when(empty).immediately(1, 2));
    if (failures.guest().fails()) {
      writeRecovery(failures.guest());
    }
  }

  private TransitionBuilder crash(String name, String cause) {
    TransitionBuilder crash = run.transition(name).from("up").to("failed");
    host.vmmSchedule().ifPresent(vmm -> vmm.atCrashAbove().forEach(crash::also));
    causes.ofGuest(crash, new Cause(cause, false, CRASH_LOSES));
    return crash;
  }

  private void writeRecovery(LayerFailures guest) {
    TransitionBuilder detect =
        run.transition("detect")
            .from("failed")
            .to("rebooting")
            .when(able())
            .after(guest.detection());
    destroys(detect);
    ownClock(detect);
    TransitionBuilder reboot =
        run.transition("reboot")
            .from("rebooting")
            .to("up")
            .when(able())
            .after(guest.repair().orElseGet(() -> alone(Plans.guestRestart(machine, first))));
    creates(reboot);
    ownClock(reboot);
    boots.add(new Boot(reboot, guest.restores()));
    cache.ifPresent(cold -> cold.lostAlone(reboot));
  }

  private void writeService() {
    LayerFailures failing = failures.service();
    if (failing.crash().isEmpty()) {
      return;
    }
    Guard running = run.in("up");
    TransitionBuilder crash =
        service
            .transition("crash")
            .from("up")
            .to("failed")
            .when(running)
            .after(failing.crash().get());
    schedule.atCrashAbove().forEach(crash::also);
    serviceClock(crash);
    causes.ofGuest(
        crash, new Cause("service-crash", false, List.of("connections", "unsaved data")));
    serviceClock(
        service
            .transition("detect")
            .from("failed")
            .to("restarting")
            .when(running)
            .after(failing.detection()));
    TransitionBuilder restart =
        service
            .transition("restart")
            .from("restarting")
            .to("up")
            .when(running)
            .after(failing.repair().orElseGet(() -> alone(Plans.serviceRestart(machine, first))));
    LayerAge.keep(failing.restores(), restart, crash);
    aging.leakAt(LeakEvent.Own.SERVICE_RESTARTED).forEach(restart::also);
    serviceClock(restart);
  }

  private void destroys(TransitionBuilder transition) {
    leaks(transition, LeakEvent.Own.DOMAIN_DESTROYED);
  }

  private void creates(TransitionBuilder transition) {
    leaks(transition, LeakEvent.Own.DOMAIN_CREATED);
  }

  private void leaks(TransitionBuilder transition, LeakEvent.Own event) {
    leaks.ifPresentOrElse(
        counted -> counted.note(transition, event),
        () -> host.vmmAge().leakAt(event).forEach(transition::also));
  }

  /**
   * A repair that takes guest or service down anyway lets a rejuvenation that waits begin; and one
   * of this guest may bring that of the VMM forward.
   */
  private void writeOpportunities() {
    host.vmmSchedule()
        .flatMap(Rejuvenation::repairOpportunity)
        .ifPresent(
            vmm ->
                vmm.taking(run.transition("repair lets VMM rejuvenate").from("failed", "rebooting"))
                    .immediately());
    schedule
        .repairOpportunity()
        .ifPresent(
            own ->
                own.taking(
                        service
                            .transition("repair lets guest rejuvenate")
                            .from("failed", "restarting")
                            .when(run.in("up")))
                    .immediately());
    host.vmmSchedule()
        .flatMap(Rejuvenation::pulling)
        .ifPresent(
            vmm ->
                vmm.taking(run.transition("pull VMM forward").from("up").when(mayBegin()))
                    .immediately(1, 1));
  }

  private Guard mayBegin() {
    return schedule.due().and(host.up()).and(host.rejuvenating().below(1));
  }

  /**
   * A rejuvenation that falls due waits while the host is operated on, and while another guest of
   * the host is rejuvenated, as they would fight for one disk. A boot for whatever reason makes it
   * pass by.
   */
  private void writeRejuvenation() {
    RejuvenationPolicy when = policy.guestWhen();
    if (when instanceof RejuvenationPolicy.Never) {
      return;
    }
    Guard running = run.in("up");
    List<TransitionBuilder> scheduled = new ArrayList<>(serviceClocks);
    Rejuvenation.Layer layer =
        new Rejuvenation.Layer(
            aging,
            running,
            run.in(resting("up")),
            Guard.always(),
            clock -> {
              ownClock(clock);
              scheduled.add(clock);
            });
    schedule.write(layer, this::firsts, 0);
    TransitionBuilder begin =
        run.transition("rejuvenate")
            .from("up")
            .to("rejuvenating")
            .when(mayBegin())
            .immediately(1, 0);
    begin.also(schedule.settled()).also(host.rejuvenating().plus(1));
    causes.operation(scope, FleetModel.GUEST_REJUVENATIONS, begin);
    TransitionBuilder end =
        run.transition("rejuvenated")
            .from("rejuvenating")
            .to("up")
            .also(host.rejuvenating().minus(1))
            .when(able())
            .after(
                policy
                    .guestDuration()
                    .orElseGet(() -> alone(policy.guestBy().plan(machine, first))));
    ownClock(end);
    switch (policy.guestBy()) {
      case GUEST_REBOOT -> {
        destroys(begin);
        causes.ofGuest(begin, new Cause("guest-rejuvenation", true, REBOOT_LOSES));
        creates(end);
        boots.add(new Boot(end, policy.guestClears()));
        cache.ifPresent(cold -> cold.lostAlone(end));
      }
      case SERVICE_RESTART -> {
        GuestMechanism by = policy.guestBy();
        causes.ofGuest(begin, new Cause(by.label(), true, by.lost()));
        aging.leakAt(LeakEvent.Own.SERVICE_RESTARTED).forEach(end::also);
        end.also(service.become("up")).renewing(scheduled.toArray(TransitionBuilder[]::new));
      }
    }
  }

  private List<Double> firsts(RejuvenationPolicy.Periodic periodic) {
    return periodic.firsts(machine.guests().size()).subList(first, first + group.count());
  }

  /** A clock of the guest's present life: it rests while it is disabled, and every boot ends it. */
  private void ownClock(TransitionBuilder transition) {
    clocks.add(transition.onDisable(MemoryPolicy.RESUME));
  }

  /** A clock of the present life of the service, which is part of that of its guest. */
  private void serviceClock(TransitionBuilder transition) {
    ownClock(transition);
    serviceClocks.add(transition);
  }

  private DelayLaw alone(RecoveryPlan plan) {
    return new Deterministic(PlanSimulation.run(plan, machine).endSeconds());
  }

  private List<DelayLaw> mine(List<Double> secondsOfAll) {
    return secondsOfAll.subList(first, first + group.count()).stream()
        .<DelayLaw>map(Deterministic::new)
        .toList();
  }
}
