package hebe.models.fleet;

import hebe.models.aging.Clearing;
import hebe.models.failure.Failures;
import hebe.models.failure.LayerFailures;
import hebe.models.policy.Policy;
import hebe.models.policy.RejuvenationPolicy;
import hebe.models.recovery.Host;
import hebe.models.recovery.HostPhase;
import hebe.models.recovery.Mechanism;
import hebe.models.recovery.Migrate;
import hebe.sim.law.Deterministic;
import hebe.sim.model.Component;
import hebe.sim.model.Guard;
import hebe.sim.model.MemoryPolicy;
import hebe.sim.model.Scope;
import hebe.sim.model.TransitionBuilder;
import hebe.sim.result.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes the components of one host: its platform (hardware, VMM and control domain as one
 * automaton, whose states are the phases of its operations), the age of its VMM, and its guests.
 */
final class HostScope {
  static final String UP = "up";
  private static final String FAILED = "failed";
  private static final String VMM_CRASH = "vmm-crash";
  private static final String HARDWARE_FAILED = "hardware-failed";
  private static final String HARDWARE_REPAIR = "hardware-repair";

  private final Scope scope;
  private final HostGroup group;
  private final Failures failures;
  private final Policy policy;
  private final FleetModel.Causes causes;
  private final HostOperations operations;
  private final Optional<CrashPath> crashPath;
  private final Optional<UpdateOutcome> outcome;
  private final Component platform;
  private final LayerAge aging;
  private final Optional<Rejuvenation> schedule;
  private final Optional<SparePool> spares;
  private final Optional<Evacuation> evacuation;
  private final List<TransitionBuilder> vmmClocks = new ArrayList<>();
  private Optional<Guard> quiet = Optional.empty();

  HostScope(
      Scope scope,
      HostGroup group,
      Failures failures,
      Policy policy,
      FleetModel.Causes causes,
      Optional<SparePool> spares) {
    this.scope = scope;
    this.group = group;
    this.failures = failures;
    this.policy = policy;
    this.causes = causes;
    this.spares = spares;
    evacuation =
        spares.map(
            pool -> new Evacuation(scope, group, (Migrate) policy.vmmBy(), policy.vmmWhen()));
    operations = HostOperations.of(group.host(), policy, failures);
    crashPath = failures.microReboot().map(by -> new CrashPath(group.host(), by));
    outcome = UpdateOutcome.of(policy, operations.planned());
    platform = scope.component("platform", states());
    aging = new LayerAge(scope, "vmm-", failures.vmm());
    schedule =
        actsByItself(policy.vmmWhen()) && spares.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Rejuvenation(
                    scope,
                    "vmm-",
                    policy.vmmWhen(),
                    aging,
                    WaitConditions.write(scope, "vmm-", policy.vmmWhen(), this::quiet)));
  }

  /** The load is low; written once, for VMM and guests. */
  private Guard quiet() {
    if (quiet.isEmpty()) {
      quiet = group.load().map(load -> LoadScope.write(scope, load));
    }
    return quiet.orElseThrow(
        () -> new IllegalArgumentException(group.name() + " has no load that could be low"));
  }

  /** The platform itself knows when: no state beside it is needed. */
  private static boolean actsByItself(RejuvenationPolicy when) {
    return when instanceof RejuvenationPolicy.Never
        || when instanceof RejuvenationPolicy.Periodic
        || when instanceof RejuvenationPolicy.AfterAging;
  }

  private String[] states() {
    List<String> states = new ArrayList<>(List.of(UP));
    operations.all().forEach(phase -> states.add(phase.state()));
    evacuation.ifPresent(moves -> states.addAll(moves.states()));
    outcome.ifPresent(update -> states.addAll(update.states()));
    crashPath.ifPresent(path -> states.addAll(path.states()));
    states.addAll(failedStates());
    return states.toArray(String[]::new);
  }

  void write() {
    writeAging();
    writeRejuvenation();
    writeRecovery();
    if (failures.hardware().crash().isPresent()) {
      writeHardware();
    }
    scope.rateReward(FleetModel.UP, platform.in(UP));
    HostView view =
        new HostView(
            platform,
            scope.counter("rejuvenating-guests", 0, 1, 0),
            operations,
            lostStates(),
            crashPath,
            aging,
            schedule,
            WaitConditions.write(scope, "guests-", policy.guestWhen(), this::quiet),
            evacuation,
            group.cached());
    Host machine = group.host();
    int first = 0;
    for (GuestGroup guests : group.guests()) {
      int position = first;
      scope.replicate(
          guests.name(),
          guests.count(),
          inner -> {
            GuestScope guest =
                new GuestScope(inner, view, guests, position, machine, failures, policy, causes);
            guest.write();
            group
                .delivered(guests)
                .ifPresent(done -> guest.writeCapacity(done, group.execution().orElseThrow()));
            group.use(guests).ifPresent(guest::writeUse);
          });
      first += guests.count();
    }
  }

  /**
   * The VMM ages and crashes while it runs; both clocks rest meanwhile and start anew with every
   * fresh VMM.
   */
  private void writeAging() {
    Guard running = platform.in(vmmRunning());
    aging.write(running, this::vmmClock);
    for (LayerAge.Crash crash : aging.crashes()) {
      TransitionBuilder crashing = crash(crash).when(crash.when()).after(crash.law());
      aging.hazard(crashing.onDisable(MemoryPolicy.RESUME));
    }
    aging
        .exhausted()
        .ifPresent(
            empty -> {
              TransitionBuilder crash =
                  platform.transition("exhausted").from(vmmRunning()).to(FAILED);
              causes.ofHost(crash, losing("vmm-exhausted"));
              crash.when(empty).immediately(1, 2);
            });
  }

  /** What a crash takes from the guests is known at once, or once it is clear what follows. */
  private TransitionBuilder crash(LayerAge.Crash how) {
    boolean open = crashPath.isPresent();
    TransitionBuilder crash =
        platform.transition(how.name()).from(vmmRunning()).to(open ? CrashPath.CRASHED : FAILED);
    causes.ofHost(crash, open ? new Cause(VMM_CRASH, false, List.of()) : losing(VMM_CRASH));
    return crash;
  }

  private static Cause losing(String cause) {
    return new Cause(
        cause, false, List.of("page cache", "connections", "guest uptime", "unsaved data"));
  }

  private void vmmClock(TransitionBuilder transition) {
    vmmClocks.add(transition.onDisable(MemoryPolicy.RESUME));
  }

  private void writeRejuvenation() {
    RejuvenationPolicy when = policy.vmmWhen();
    if (when instanceof RejuvenationPolicy.Never) {
      return;
    }
    if (evacuation.isPresent()) {
      writeSchedule(schedule.orElseThrow());
      writeEvacuation(evacuation.get(), schedule.get());
      return;
    }
    HostOperations.State first = operations.planned().get(0);
    TransitionBuilder begin = platform.transition("rejuvenate").from(UP).to(first.state());
    if (schedule.isPresent()) {
      writeSchedule(schedule.get());
      begin.when(schedule.get().due()).immediately();
    } else if (when instanceof RejuvenationPolicy.Periodic periodic) {
      begin.rank(-1);
      if (periodic.clock() == RejuvenationPolicy.Clock.CALENDAR) {
        begin.byCalendar(periodic.firsts(group.count()), periodic.periodSeconds());
      } else {
        begin.after(new Deterministic(periodic.periodSeconds()));
      }
    } else if (when instanceof RejuvenationPolicy.AfterAging afterAging) {
      begin.rank(-1).when(aging.failureProbable()).after(afterAging.delay());
    }
    Mechanism by = policy.vmmBy();
    causes.ofHost(begin, new Cause(by.label(), true, by.lost()));
    causes.operation(scope, FleetModel.VMM_REJUVENATIONS, begin);
    writePhases(
        operations.planned(), outcome.map(UpdateOutcome::entry).orElse(UP), policy.vmmClears());
    outcome.ifPresent(
        update ->
            update.write(
                platform,
                causes,
                UP,
                operations.powerOn().stream().map(HostOperations.State::state).findFirst(),
                step -> renew(step, policy.vmmClears()),
                step -> schedule.ifPresent(due -> step.also(due.settled()))));
  }

  private void writeEvacuation(Evacuation moves, Rejuvenation due) {
    Evacuation.Around here =
        new Evacuation.Around(
            scope,
            platform,
            failures,
            group.spares().orElseThrow(),
            spares.orElseThrow(),
            aging,
            due,
            vmmClocks,
            causes);
    moves.write(
        here,
        (phases, then) -> writePhases(phases, then, policy.vmmClears()),
        operations.planned());
  }

  /** Whatever takes the host from up makes its VMM fresh, so its clocks need no memory. */
  private void writeSchedule(Rejuvenation due) {
    Guard up = platform.in(UP);
    due.write(
        new Rejuvenation.Layer(aging, up, up, up, clock -> {}),
        periodic -> periodic.firsts(group.count()),
        -1);
  }

  private void writeRecovery() {
    if (failures.vmm().fails()) {
      String first = operations.recovery().get(0).state();
      platform.transition("detect").from(FAILED).to(first).after(failures.vmm().detection());
    }
    for (List<HostOperations.State> phases : operations.recoveries()) {
      writePhases(phases, UP, failures.vmm().restores());
    }
    crashPath.ifPresent(
        path -> path.write(platform, causes, losing(VMM_CRASH), UP, FAILED, this::restartInPlace));
  }

  private void writeHardware() {
    LayerFailures hardware = failures.hardware();
    List<String> powered = new ArrayList<>(List.of(states()));
    powered.removeAll(List.of(HARDWARE_FAILED, HARDWARE_REPAIR));
    TransitionBuilder crash =
        platform
            .transition("hardware-crash")
            .from(powered.toArray(String[]::new))
            .to(HARDWARE_FAILED)
            .after(hardware.crash().orElseThrow());
    causes.ofHost(
        crash,
        new Cause(
            "hardware-failure",
            false,
            List.of("page cache", "connections", "guest uptime", "unsaved data")));
    platform
        .transition("hardware-detect")
        .from(HARDWARE_FAILED)
        .to(HARDWARE_REPAIR)
        .after(hardware.detection());
    TransitionBuilder repaired =
        platform
            .transition("hardware-repaired")
            .from(HARDWARE_REPAIR)
            .to(operations.powerOn().get(0).state())
            .after(hardware.repair().orElseThrow());
    LayerAge.keep(hardware.restores(), repaired, crash);
  }

  /**
   * One transition from each phase to the next and from the last to the end; the VMM is fresh, as
   * far as the operation clears its age, from where a new one runs, at the latest at the end,
   * unless it is drawn there whether it runs.
   */
  private void writePhases(List<HostOperations.State> phases, String end, Clearing clearing) {
    boolean drawn = outcome.filter(update -> update.entry().equals(end)).isPresent();
    boolean fresh = false;
    for (int i = 0; i < phases.size(); i++) {
      HostOperations.State phase = phases.get(i);
      boolean last = i + 1 == phases.size();
      TransitionBuilder step =
          platform
              .transition("end " + phase.state())
              .from(phase.state())
              .to(last ? end : phases.get(i + 1).state())
              .after(phase.duration());
      boolean newNext = last ? !drawn : phases.get(i + 1).vmm() == HostPhase.Vmm.NEW;
      if (newNext && !fresh) {
        fresh = true;
        renew(step, clearing);
      }
    }
  }

  private void renew(TransitionBuilder step, Clearing clearing) {
    aging.restart(step, clearing);
    beginAnew(step);
  }

  private void restartInPlace(TransitionBuilder step) {
    aging.restartInPlace(step);
    beginAnew(step);
  }

  private void beginAnew(TransitionBuilder step) {
    step.renewing(vmmClocks.toArray(TransitionBuilder[]::new));
    schedule.ifPresent(due -> step.also(due.fresh()));
  }

  private String[] vmmRunning() {
    List<String> running = new ArrayList<>(List.of(UP));
    for (HostOperations.State phase : operations.all()) {
      if (phase.vmm() != HostPhase.Vmm.OFF) {
        running.add(phase.state());
      }
    }
    evacuation.ifPresent(moves -> running.addAll(moves.running()));
    return running.toArray(String[]::new);
  }

  private List<String> lostStates() {
    List<String> lost = new ArrayList<>();
    operations.recoveries().forEach(phases -> phases.forEach(phase -> lost.add(phase.state())));
    crashPath.ifPresent(path -> lost.addAll(path.losing()));
    lost.addAll(failedStates());
    return lost;
  }

  private List<String> failedStates() {
    List<String> failed = new ArrayList<>();
    if (failures.vmm().fails()) {
      failed.add(FAILED);
    }
    if (failures.hardware().crash().isPresent()) {
      failed.addAll(List.of(HARDWARE_FAILED, HARDWARE_REPAIR));
    }
    return failed;
  }
}
