package hebe.models.policy;

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
 */
public record Policy(
    String name,
    RejuvenationPolicy vmmWhen,
    Mechanism vmmBy,
    RejuvenationPolicy guestWhen,
    Optional<DelayLaw> guestDuration,
    ModePolicy mode) {
  /** Of hosts that always run on their VMM. */
  public Policy(
      String name,
      RejuvenationPolicy vmmWhen,
      Mechanism vmmBy,
      RejuvenationPolicy guestWhen,
      Optional<DelayLaw> guestDuration) {
    this(name, vmmWhen, vmmBy, guestWhen, guestDuration, new ModePolicy.AlwaysVirtual());
  }
}
