package hebe.models.fleet;

import hebe.models.failure.Failures;
import hebe.models.failure.LayerFailures;
import hebe.models.fleet.Episode.Phase;
import hebe.models.modes.Occasion;
import hebe.models.modes.SelfVirtualization;
import hebe.models.policy.ModePolicy;
import hebe.models.policy.Policy;
import hebe.models.recovery.PlanSimulation;
import hebe.models.recovery.Plans;
import hebe.sim.law.DelayLaw;
import hebe.sim.law.Deterministic;
import hebe.sim.model.Component;
import hebe.sim.model.Effect;
import hebe.sim.model.Guard;
import hebe.sim.model.MemoryPolicy;
import hebe.sim.model.Reward;
import hebe.sim.model.Scope;
import hebe.sim.model.TransitionBuilder;
import hebe.sim.result.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Writes the components of a host whose system can put a VMM under itself: its platform (machine
 * and system as one automaton, whose states are the phases of what is done to it), its mode, what
 * comes up, and the ages of system and VMM.
 *
 * <p>The failures of the layer {@code guest} are those of the system, which runs in either mode;
 * those of the VMM count while it is under the system.
 */
final class ModeScope {
  /** Name of the reward that is 1 while the system runs on the VMM. */
  static final String ATTACHED = "attached";

  static final String HARDWARE_FAILED = "hardware-failed";
  static final List<String> CRASH_LOSES =
      List.of("page cache", "connections", "guest uptime", "unsaved data");
  private static final List<String> BOOT_LOSES =
      List.of("page cache", "connections", "guest uptime");
  private static final String UP = "up";
  private static final String HARDWARE_REPAIR = "hardware-repair";
  private static final String HARDWARE_BOOT = "hardware-boot";
  private static final String RESTORE = "restore";

  private final Scope scope;
  private final SelfVirtualization system;
  private final Failures failures;
  private final ModePolicy policy;
  private final FleetModel.Causes causes;
  private final DelayLaw boot;
  private final List<Episode> episodes;
  private final Component platform;
  private final ModeSwitching mode;
  private final LayerAge osAge;
  private final LayerAge vmmAge;
  private final Demands demands;
  private final MachineFailures machine;
  private final List<TransitionBuilder> clocks = new ArrayList<>();

  ModeScope(
      Scope scope, HostGroup group, Failures failures, Policy policy, FleetModel.Causes causes) {
    this.scope = scope;
    this.failures = failures;
    this.causes = causes;
    this.policy = policy.mode();
    system = group.selfVirtualization().orElseThrow();
    boot =
        new Deterministic(
            PlanSimulation.run(Plans.restart(group.host()), group.host()).hostReadySeconds());
    episodes = Episode.of(system.occasions(), this.policy, boot);
    platform = scope.component("platform", states());
    mode = new ModeSwitching(scope, this.policy, system.switching(), causes);
    osAge = new LayerAge(scope, "os-", failures.guest());
    vmmAge = new LayerAge(scope, "vmm-", failures.vmm());
    demands = new Demands(scope, this.policy, system.occasions(), episodes, causes);
    machine =
        new MachineFailures(
            scope,
            platform,
            failures.hardware(),
            occasion(Occasion.Suspicion.class).isPresent(),
            causes);
  }

  private <T extends Occasion> Optional<T> occasion(Class<T> kind) {
    return system.occasions().stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }

  private String[] states() {
    List<String> states = new ArrayList<>(List.of(UP));
    states.addAll(phases(phase -> true));
    if (osFails()) {
      states.addAll(List.of("os-failed", "os-repair"));
    }
    if (failures.vmm().fails()) {
      states.addAll(List.of("vmm-failed", "vmm-repair"));
    }
    if (failures.hardware().crash().isPresent()) {
      states.addAll(List.of(HARDWARE_FAILED, HARDWARE_REPAIR, HARDWARE_BOOT));
    }
    if (restores()) {
      states.add(RESTORE);
    }
    return states.toArray(String[]::new);
  }

  private List<String> phases(Predicate<Phase> which) {
    return episodes.stream()
        .flatMap(episode -> episode.phases().stream())
        .filter(which)
        .map(Phase::state)
        .toList();
  }

  private boolean osFails() {
    return failures.guest().fails() || system.switching().failure() > 0;
  }

  /** Whether a crash is followed by reading back what a checkpoint saved. */
  private boolean restores() {
    return episodes.stream().anyMatch(e -> e.occasion() instanceof Occasion.Checkpoints);
  }

  void write() {
    demands.write(system.occasions());
    Guard serving = upAnd(phases(Phase::serves));
    occasion(Occasion.Hosting.class)
        .ifPresent(hosting -> demands.writeGuests(hosting, serving.and(mode.runsVirtual())));
    List<TransitionBuilder> vmmClocks = new ArrayList<>();
    Guard alive = alive();
    writeCrashes("os", osAge, alive, clocks);
    writeCrashes("vmm", vmmAge, alive.and(mode.runsVirtual()), vmmClocks);
    clocks.addAll(vmmClocks);
    mode.write(
        platform.in(UP),
        demands.wanted(),
        osFails() ? fallen() : List.of(),
        vmmAge.renewed(),
        vmmClocks);
    episodes.forEach(this::writeEpisode);
    writeRecoveries();
    writeRewards(serving);
  }

  /** The system is there and may crash: it runs, or stands still for a while. */
  private Guard alive() {
    List<String> states = new ArrayList<>();
    for (Episode episode : episodes) {
      if (episode.virtual()) {
        episode.phases().forEach(phase -> states.add(phase.state()));
      }
    }
    return upAnd(states);
  }

  private Guard upAnd(List<String> states) {
    List<String> all = new ArrayList<>(List.of(UP));
    all.addAll(states);
    return platform.in(all.toArray(String[]::new));
  }

  private void writeCrashes(
      String layer, LayerAge age, Guard running, List<TransitionBuilder> own) {
    age.write(running, clock -> own.add(clock.onDisable(MemoryPolicy.RESUME)));
    for (LayerAge.Crash crash : age.crashes()) {
      own.add(
          crash(layer, crash.name(), "crash", running)
              .when(crash.when())
              .after(crash.law())
              .onDisable(MemoryPolicy.RESUME));
    }
    age.exhausted()
        .ifPresent(
            empty -> crash(layer, "exhausted", "exhausted", running).when(empty).immediately(1, 8));
  }

  private TransitionBuilder crash(String layer, String name, String cause, Guard running) {
    TransitionBuilder crash =
        platform
            .transition(layer + "-" + name)
            .to(layer + "-failed")
            .when(running)
            .also(crashed().toArray(Effect[]::new));
    causes.ofSystem(crash, new Cause(layer + "-" + cause, false, CRASH_LOSES));
    causes.loses(crash);
    return crash;
  }

  /** A crash leaves no VMM, where there is not always one, and no checkpoint to be made. */
  private List<Effect> crashed() {
    List<Effect> effects = new ArrayList<>(mode.booted());
    effects.addAll(demands.noCheckpoint());
    return effects;
  }

  private List<Effect> fallen() {
    List<Effect> effects = new ArrayList<>(List.of(platform.become("os-failed")));
    effects.addAll(demands.noCheckpoint());
    return effects;
  }

  private void writeEpisode(Episode episode) {
    List<Phase> phases = episode.phases();
    TransitionBuilder into =
        platform
            .transition("begin " + episode.name())
            .from(UP)
            .when(demands.due(episode))
            .when(episode.virtual() ? mode.settledVirtual() : mode.settled())
            .immediately(1, episode.priority());
    for (Phase phase : phases) {
      into.to(phase.state());
      if (!phase.serves()) {
        causes.ofSystem(
            into, new Cause(episode.name(), true, episode.virtual() ? List.of() : BOOT_LOSES));
      }
      into = platform.transition("end " + phase.state()).from(phase.state()).after(phase.lasts());
      if (phase.away()) {
        into.also(machine.putRight().toArray(Effect[]::new));
      }
    }
    into.also(demands.settled(episode));
    if (episode.saves()) {
      causes.saves(into);
    }
    if (episode.virtual()) {
      into.to(UP);
    } else {
      into.also(mode.booted().toArray(Effect[]::new));
      booted(into, UP);
    }
  }

  /** A boot makes system and VMM fresh. */
  private void booted(TransitionBuilder step, String to) {
    step.to(to)
        .also(osAge.renewed())
        .also(vmmAge.renewed())
        .renewing(clocks.toArray(TransitionBuilder[]::new));
    if (to.equals(UP)) {
      worksAgain(step);
    }
  }

  /** A checkpoint that fell due while the system was down is of no use. */
  private void worksAgain(TransitionBuilder step) {
    step.also(demands.noCheckpoint().toArray(Effect[]::new)).renewing(demands.restarted());
  }

  private void writeRecoveries() {
    String back = restores() ? RESTORE : UP;
    if (osFails()) {
      writeRecovery("os", failures.guest(), back);
    }
    if (failures.vmm().fails()) {
      writeRecovery("vmm", failures.vmm(), back);
    }
    if (failures.hardware().crash().isPresent()) {
      writeHardware(back);
    }
    occasion(Occasion.Checkpoints.class)
        .filter(checkpoints -> restores())
        .ifPresent(
            checkpoints ->
                worksAgain(
                    platform
                        .transition("end restore")
                        .from(RESTORE)
                        .to(UP)
                        .after(checkpoints.restore())));
  }

  private void writeRecovery(String name, LayerFailures layer, String back) {
    String repair = name + "-repair";
    platform
        .transition(name + "-detect")
        .from(name + "-failed")
        .to(repair)
        .after(layer.detection());
    booted(
        platform.transition("end " + repair).from(repair).after(layer.repair().orElse(boot)), back);
  }

  private void writeHardware(String back) {
    LayerFailures hardware = failures.hardware();
    Guard powered = platform.in(HARDWARE_FAILED, HARDWARE_REPAIR).negated();
    occasion(Occasion.Suspicion.class)
        .ifPresentOrElse(
            detector -> machine.write(detector, powered, away(), crashed(), demands),
            () -> machine.write(powered, crashed()));
    platform
        .transition("hardware-detect")
        .from(HARDWARE_FAILED)
        .to(HARDWARE_REPAIR)
        .after(hardware.detection());
    platform
        .transition("hardware-repaired")
        .from(HARDWARE_REPAIR)
        .to(HARDWARE_BOOT)
        .after(hardware.repair().orElseThrow());
    booted(platform.transition("end hardware-boot").from(HARDWARE_BOOT).after(boot), back);
  }

  private Guard away() {
    return platform.in(phases(Phase::away).toArray(String[]::new));
  }

  private void writeRewards(Guard serving) {
    Guard bare = serving.and(mode.runsNative());
    Guard hosted = serving.and(mode.runsVirtual());
    double bareShare = policy instanceof ModePolicy.AlwaysNative ? 1 : system.nativeShare();
    scope.rateReward(FleetModel.UP, bare.or(hosted));
    List<Reward.Term> done = new ArrayList<>(osAge.delivering(bare, bareShare, vmmAge));
    done.addAll(osAge.delivering(hosted, system.virtualShare(), vmmAge));
    scope.rateReward(FleetModel.CAPACITY, done);
    scope.rateReward(ATTACHED, mode.runsVirtual());
  }
}
