package hebe.models.fleet;

import hebe.models.fleet.HostOperations.State;
import hebe.models.policy.Policy;
import hebe.models.policy.RejuvenationPolicy;
import hebe.models.recovery.InPlaceUpdate;
import hebe.models.recovery.InPlaceUpdate.Fallback;
import hebe.models.recovery.Mechanism;
import hebe.sim.law.DelayLaw;
import hebe.sim.law.Deterministic;
import hebe.sim.model.Component;
import hebe.sim.model.TransitionBuilder;
import hebe.sim.result.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Writes how an in-place update of the VMM ends that may fail: drawn at its end, it has replaced
 * the VMM, or is rolled back, or ends in a reset of the host.
 */
final class UpdateOutcome {
  private static final String OUTCOME = "in-place-update/outcome";
  private static final String ROLL_BACK = "in-place-update/roll-back";
  private static final int PRIORITY = 3;

  private final InPlaceUpdate update;
  private final DelayLaw rollBack;

  private UpdateOutcome(InPlaceUpdate update, List<State> planned) {
    this.update = update;
    rollBack =
        new Deterministic(
            planned.stream()
                .filter(phase -> phase.vmm() == hebe.models.recovery.HostPhase.Vmm.OFF)
                .mapToDouble(phase -> phase.duration().meanSeconds())
                .sum());
  }

  /** The outcome of the updates of a policy; empty where none can fail. */
  static Optional<UpdateOutcome> of(Policy policy, List<State> planned) {
    return risky(policy).map(update -> new UpdateOutcome(update, planned));
  }

  /** Whether an update may end in a reset of the host. */
  static boolean resets(Policy policy) {
    return risky(policy).filter(u -> u.otherwise() == Fallback.COLD_REBOOT).isPresent();
  }

  private static Optional<InPlaceUpdate> risky(Policy policy) {
    return policy.vmmWhen() instanceof RejuvenationPolicy.Never
        ? Optional.empty()
        : Optional.of(policy.vmmBy())
            .filter(InPlaceUpdate.class::isInstance)
            .map(InPlaceUpdate.class::cast)
            .filter(update -> update.success() < 1);
  }

  /** The states of the platform in this. */
  List<String> states() {
    List<String> states = new ArrayList<>(List.of(OUTCOME));
    if (update.otherwise() == Fallback.ROLL_BACK) {
      states.add(ROLL_BACK);
    }
    return states;
  }

  /** Where the last phase of the operation ends. */
  String entry() {
    return OUTCOME;
  }

  /**
   * Writes the transitions.
   *
   * @param up state of a host that goes on
   * @param reset first state of a reset host
   * @param renewed gets the transition with which a new VMM runs
   * @param settled gets the one with which the old VMM goes on
   */
  void write(
      Component platform,
      FleetModel.Causes causes,
      String up,
      Optional<String> reset,
      Consumer<TransitionBuilder> renewed,
      Consumer<TransitionBuilder> settled) {
    renewed.accept(
        platform
            .transition("update succeeds")
            .from(OUTCOME)
            .to(up)
            .immediately(update.success(), PRIORITY));
    boolean back = update.otherwise() == Fallback.ROLL_BACK;
    TransitionBuilder fail =
        platform
            .transition("update fails")
            .from(OUTCOME)
            .to(back ? ROLL_BACK : reset.orElseThrow())
            .immediately(1 - update.success(), PRIORITY);
    if (back) {
      settled.accept(
          platform.transition("end " + ROLL_BACK).from(ROLL_BACK).to(up).after(rollBack));
    } else {
      causes.ofGuest(fail, new Cause(update.label(), true, Mechanism.Reboot.COLD.lost()));
    }
  }
}
