package hebe.sim.exact;

import hebe.sim.law.DelayLaw;
import hebe.sim.law.Deterministic;
import hebe.sim.law.Erlang;
import hebe.sim.law.Exponential;
import hebe.sim.model.Component;
import hebe.sim.model.Counter;
import hebe.sim.model.Guard;
import hebe.sim.model.MemoryPolicy;
import hebe.sim.model.Model;
import hebe.sim.model.ModelBuilder;
import hebe.sim.model.Scope;
import hebe.sim.model.TransitionBuilder;
import java.util.List;
import java.util.Optional;

/**
 * One host with a VMM and a VM, both rejuvenated by clocks, and a refuge that never fails; times in
 * hours. After Machida, Kim and Trivedi (2013).
 *
 * <p>The VMM ages, fails, is detected and repaired; so does the VM, wherever it is. The VMM clock
 * runs while the VMM is up, the VM clock while the VM is active; a failure, a repair and a
 * rejuvenation give a fresh clock. When the VMM clock expires, an active VM is shut down (cold),
 * suspended (warm) or moved out (migrate), while all else is frozen; a VM that is not active is
 * dropped. A VM on the refuge returns as soon as it is active and the VMM up.
 */
final class RejuvenatedHost {
  /** What becomes of the VM when the VMM is rejuvenated, or that the VMM never is. */
  enum Mechanism {
    NONE,
    COLD,
    WARM,
    MIGRATE
  }

  /** Rate rewards, in the order of their numbers. */
  static final List<String> REWARDS =
      List.of("U", "FR", "J", "vF", "vR", "vJ", "vB", "N", "frz", "away");

  private static final double MINUTE = 1.0 / 60;
  private static final double SECOND = 1.0 / 3600;

  private final Mechanism mechanism;
  private final Optional<DelayLaw> vmmClock;
  private final Optional<DelayLaw> vmClock;
  private final double suspend;
  private final double stopAndCopy;
  private final ModelBuilder model = new ModelBuilder();
  private final Scope root = model.root();
  private final Component vmm = root.component("vmm", "U", "P", "F", "R", "J");
  private final Component vm =
      root.component(
          "vm", "A", "F", "R", "J", "B", "N", "D", "S", "W", "Z", "M", "C", "back", "copy-back");
  private final Counter aged = root.counter("aged", 0, 1, 0);
  private final Counter away = root.counter("away", 0, 1, 0);
  private final Counter due = root.counter("due", 0, 1, 0);
  private final Guard frozen = vm.in("D", "S", "Z", "M", "C", "back", "copy-back");
  private final Guard local = away.below(1);

  private RejuvenatedHost(
      Mechanism mechanism,
      Optional<DelayLaw> vmmClock,
      Optional<DelayLaw> vmClock,
      double suspendSeconds,
      double stopAndCopySeconds) {
    this.mechanism = mechanism;
    this.vmmClock = mechanism == Mechanism.NONE ? Optional.empty() : vmmClock;
    this.vmClock = vmClock;
    this.suspend = suspendSeconds * SECOND;
    this.stopAndCopy = stopAndCopySeconds * SECOND;
  }

  /** With Erlang clocks of these means; one stage is exponential. */
  static Model erlang(Mechanism mechanism, int stages, double vmmHours, double vmHours) {
    return erlang(mechanism, stages, vmmHours, vmHours, 5, 1);
  }

  static Model erlang(
      Mechanism mechanism,
      int stages,
      double vmmHours,
      double vmHours,
      double suspendSeconds,
      double stopAndCopySeconds) {
    return new RejuvenatedHost(
            mechanism,
            Optional.of(stagesOf(stages, vmmHours)),
            Optional.of(stagesOf(stages, vmHours)),
            suspendSeconds,
            stopAndCopySeconds)
        .build();
  }

  /** With clocks of these lengths. */
  static Model fixed(Mechanism mechanism, double vmmHours, double vmHours) {
    return new RejuvenatedHost(
            mechanism,
            Optional.of(new Deterministic(vmmHours)),
            Optional.of(new Deterministic(vmHours)),
            5,
            1)
        .build();
  }

  /** With a VMM clock of this length, and a VM clock of this law or none. */
  static Model fixed(Mechanism mechanism, double vmmHours, Optional<DelayLaw> vmClock) {
    return new RejuvenatedHost(mechanism, Optional.of(new Deterministic(vmmHours)), vmClock, 5, 1)
        .build();
  }

  /** Without clocks. */
  static Model neverRejuvenated() {
    return new RejuvenatedHost(Mechanism.NONE, Optional.empty(), Optional.empty(), 5, 1).build();
  }

  private static DelayLaw stagesOf(int stages, double mean) {
    return stages == 1 ? new Exponential(mean) : new Erlang(stages, mean);
  }

  private Model build() {
    TransitionBuilder[] vmClocks = vmClock();
    TransitionBuilder[] vmmClocks = vmmClock();
    vmmFailures(vmmClocks, vmClocks);
    vmFailures(vmClocks);
    if (mechanism != Mechanism.NONE) {
      expiry(vmClocks);
      transfers();
      move(vmm, "rejuvenated", "J", "U", 2 * MINUTE).renewing(vmmClocks);
    }
    rewards();
    return model.build();
  }

  private TransitionBuilder[] vmClock() {
    return vmClock
        .map(
            law ->
                new TransitionBuilder[] {
                  vm.transition("clock")
                      .from("A")
                      .to("J")
                      .also(aged.set(0))
                      .after(law)
                      .onDisable(MemoryPolicy.RESUME)
                })
        .orElse(new TransitionBuilder[0]);
  }

  private TransitionBuilder[] vmmClock() {
    return vmmClock
        .map(
            law ->
                new TransitionBuilder[] {
                  vmm.transition("clock")
                      .from("U", "P")
                      .when(frozen.negated())
                      .also(due.set(1))
                      .after(law)
                      .onDisable(MemoryPolicy.RESUME)
                })
        .orElse(new TransitionBuilder[0]);
  }

  private void vmmFailures(TransitionBuilder[] vmmClocks, TransitionBuilder[] vmClocks) {
    move(vmm, "age", "U", "P", 720).when(frozen.negated());
    move(vmm, "fail-alone", "P", "F", 168)
        .when(frozen.negated().and(local.negated()))
        .renewing(vmmClocks);
    move(vmm, "fail", "P", "F", 168)
        .when(frozen.negated().and(local))
        .also(vm.become("N"), aged.set(0))
        .renewing(vmmClocks)
        .renewing(vmClocks);
    move(vmm, "detect", "F", "R", 5 * MINUTE);
    move(vmm, "repair", "R", "U", 60 * MINUTE).renewing(vmmClocks);
    vm.transition("start").from("N").when(vmm.in("U")).to("B").immediately();
  }

  private void vmFailures(TransitionBuilder[] vmClocks) {
    move(vm, "age", "A", "A", 168).when(aged.below(1)).also(aged.set(1));
    move(vm, "fail", "A", "F", 72).when(aged.atLeast(1)).also(aged.set(0)).renewing(vmClocks);
    move(vm, "detect", "F", "R", 5 * MINUTE);
    move(vm, "repair", "R", "A", 30 * MINUTE);
    if (vmClock.isPresent()) {
      move(vm, "rejuvenated", "J", "A", MINUTE);
    }
    move(vm, "boot", "B", "A", 30 * SECOND);
  }

  private void expiry(TransitionBuilder[] vmClocks) {
    Guard now = due.atLeast(1);
    TransitionBuilder prepare =
        vm.transition("prepare").from("A").when(now.and(local)).also(due.set(0)).immediately();
    switch (mechanism) {
      case COLD -> prepare.to("D").also(aged.set(0)).renewing(vmClocks);
      case WARM -> prepare.to("S");
      case MIGRATE, NONE -> prepare.to("M");
    }
    vm.transition("drop")
        .when(now.and(local).and(vm.in("A").negated()))
        .to("N")
        .also(vmm.become("J"), due.set(0), aged.set(0))
        .renewing(vmClocks)
        .immediately();
    vmm.transition("alone").when(now.and(local.negated())).to("J").also(due.set(0)).immediately();
  }

  private void transfers() {
    switch (mechanism) {
      case COLD -> move(vm, "shut-down", "D", "N", 30 * SECOND).also(vmm.become("J"));
      case WARM -> {
        move(vm, "suspend", "S", "W", suspend).also(vmm.become("J"));
        vm.transition("wake").from("W").when(vmm.in("U")).to("Z").immediately();
        move(vm, "resume", "Z", "A", suspend);
      }
      case MIGRATE -> {
        move(vm, "pre-copy", "M", "C", 30 * SECOND);
        move(vm, "stop-and-copy", "C", "A", stopAndCopy).also(vmm.become("J"), away.set(1));
        vm.transition("return")
            .from("A")
            .when(local.negated().and(vmm.in("U", "P")))
            .to("back")
            .immediately();
        move(vm, "pre-copy-back", "back", "copy-back", 30 * SECOND);
        move(vm, "stop-and-copy-back", "copy-back", "A", stopAndCopy).also(away.set(0));
      }
      case NONE -> {
        // The VM never leaves.
      }
    }
  }

  private void rewards() {
    root.rateReward("U", vm.in("A", "M", "back").negated());
    root.rateReward("FR", vmm.in("F", "R"));
    root.rateReward("J", vmm.in("J"));
    for (String state : new String[] {"F", "R", "J", "B"}) {
      root.rateReward("v" + state, vm.in(state));
    }
    root.rateReward("N", vm.in("N"));
    root.rateReward("frz", frozen);
    root.rateReward("away", local.negated());
  }

  private TransitionBuilder move(
      Component part, String name, String from, String to, double meanHours) {
    return part.transition(name).from(from).to(to).after(new Exponential(meanHours));
  }
}
