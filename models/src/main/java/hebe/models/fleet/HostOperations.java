package hebe.models.fleet;

import hebe.models.failure.Failures;
import hebe.models.policy.Policy;
import hebe.models.policy.RejuvenationPolicy;
import hebe.models.recovery.Host;
import hebe.models.recovery.HostPhase;
import hebe.models.recovery.InPlaceUpdate;
import hebe.models.recovery.Mechanism;
import hebe.models.recovery.Migrate;
import hebe.models.recovery.PlanSimulation;
import hebe.models.recovery.PlanTimes;
import hebe.models.recovery.Plans;
import hebe.models.recovery.RecoveryPlan;
import hebe.sim.law.DelayLaw;
import hebe.sim.law.Deterministic;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The operations of one host as phases of its platform, and what they mean for its guests. Guests
 * are numbered over all their groups.
 *
 * @param planned phases of the rejuvenation while the guests are on the host; empty if there is
 *     none
 * @param recovery phases after the detection of a VMM crash; empty if it never crashes
 * @param powerOn phases after a repair of the hardware or a failed update; empty if there is none
 * @param leaveSeconds for each guest, from the begin of the rejuvenation until its service stops
 * @param returnSeconds for each guest, from the end of the rejuvenation's last phase until its
 *     service runs
 * @param bootSeconds for each guest, from the end of a recovery's last phase until its service runs
 */
record HostOperations(
    List<State> planned,
    List<State> recovery,
    List<State> powerOn,
    List<Double> leaveSeconds,
    List<Double> returnSeconds,
    List<Double> bootSeconds) {

  /** One phase as a state of the platform, with the law of its duration. */
  record State(String state, DelayLaw duration, HostPhase.Vmm vmm) {}

  static HostOperations of(Host host, Policy policy, Failures failures) {
    PlanTimes restart = PlanSimulation.run(Plans.restart(host), host);
    List<Double> boot = afterReady(restart);
    boolean vmmFails = failures.vmm().fails();
    boolean hardwareFails = failures.hardware().crash().isPresent();
    List<State> repair =
        failures
            .vmm()
            .repair()
            .map(law -> List.of(new State("repair", law, HostPhase.Vmm.OFF)))
            .orElse(states(restart));
    List<State> recovery = vmmFails ? repair : List.of();
    boolean resets = hardwareFails || UpdateOutcome.resets(policy);
    List<State> powerOn = resets ? states(restart) : List.of();
    if (policy.vmmWhen() instanceof RejuvenationPolicy.Never) {
      return new HostOperations(List.of(), recovery, powerOn, List.of(), List.of(), boot);
    }
    if (policy.vmmBy() instanceof Mechanism.Restart opaque) {
      State down = new State("restart", opaque.duration(), HostPhase.Vmm.OFF);
      List<Double> atOnce = boot.stream().map(seconds -> 0.0).toList();
      return new HostOperations(List.of(down), recovery, powerOn, atOnce, boot, boot);
    }
    if (policy.vmmBy() instanceof Migrate migrate
        && migrate.aborts().otherwise() != Migrate.Otherwise.WARM_REBOOT) {
      return new HostOperations(List.of(), recovery, powerOn, List.of(), List.of(), boot);
    }
    PlanTimes times = PlanSimulation.run(plan(policy.vmmBy(), host), host);
    List<Double> leave =
        IntStream.range(0, host.guests().size()).mapToObj(times::downSeconds).toList();
    return new HostOperations(states(times), recovery, powerOn, leave, afterReady(times), boot);
  }

  private static RecoveryPlan plan(Mechanism by, Host host) {
    if (by instanceof InPlaceUpdate update) {
      return update.plan(host);
    }
    return (by instanceof Mechanism.Reboot reboot ? reboot : Mechanism.Reboot.WARM).plan(host);
  }

  /** The different ways back to work after a failure. */
  List<List<State>> recoveries() {
    List<List<State>> ways = new ArrayList<>();
    if (!recovery.isEmpty()) {
      ways.add(recovery);
    }
    if (!powerOn.isEmpty() && !powerOn.equals(recovery)) {
      ways.add(powerOn);
    }
    return ways;
  }

  /** All phases, each once. */
  List<State> all() {
    List<State> all = new ArrayList<>(planned);
    recoveries().forEach(all::addAll);
    return all;
  }

  static List<State> states(PlanTimes times) {
    return HostPhase.of(times).stream()
        .map(
            phase ->
                new State(
                    times.plan().name() + "/" + phase.name(),
                    new Deterministic(phase.seconds()),
                    phase.vmm()))
        .toList();
  }

  private static List<Double> afterReady(PlanTimes times) {
    return IntStream.range(0, times.plan().guests())
        .mapToObj(guest -> times.upSeconds(guest) - times.hostReadySeconds())
        .toList();
  }
}
