package hebe.models.policy;

import hebe.models.client.Protection;
import hebe.models.recovery.Mechanism;
import hebe.sim.law.DelayLaw;
import java.util.Optional;

/**
 * What is done against aging, and in which mode hosts run.
 *
 * @param name its name
 * @param vmmWhen when the VMM is rejuvenated
 * @param vmmBy how
 * @param guestWhen when the guests are rejuvenated
 * @param guestDuration length of a guest's rejuvenation; empty if it is computed from the guest's
 *     reboot
 * @param mode in which mode hosts run that can put a VMM under themselves
 * @param protection what stands between the guests' connections and failures
 */
public record Policy(
    String name,
    RejuvenationPolicy vmmWhen,
    Mechanism vmmBy,
    RejuvenationPolicy guestWhen,
    Optional<DelayLaw> guestDuration,
    ModePolicy mode,
    Protection protection) {
  /** A policy under which connections have nothing but TCP. */
  public Policy(
      String name,
      RejuvenationPolicy vmmWhen,
      Mechanism vmmBy,
      RejuvenationPolicy guestWhen,
      Optional<DelayLaw> guestDuration,
      ModePolicy mode) {
    this(name, vmmWhen, vmmBy, guestWhen, guestDuration, mode, new Protection.PlainTcp());
  }

  /** Of hosts that always run on their VMM. */
  public Policy(
      String name,
      RejuvenationPolicy vmmWhen,
      Mechanism vmmBy,
      RejuvenationPolicy guestWhen,
      Optional<DelayLaw> guestDuration) {
    this(name, vmmWhen, vmmBy, guestWhen, guestDuration, new ModePolicy.AlwaysVirtual());
  }

  /** The same with this protection of connections. */
  public Policy with(Protection other) {
    return new Policy(name, vmmWhen, vmmBy, guestWhen, guestDuration, mode, other);
  }
}
