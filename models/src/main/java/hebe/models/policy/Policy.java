package hebe.models.policy;

import hebe.models.aging.Clearing;
import hebe.models.client.Protection;
import hebe.models.recovery.GuestMechanism;
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
 * @param guestBy how
 * @param guestDuration length of a guest's rejuvenation; empty if it is computed from its plan
 * @param mode in which mode hosts run that can put a VMM under themselves
 * @param protection what stands between the guests' connections and failures
 * @param vmmClears how much of the VMM's age its rejuvenation takes away
 * @param guestClears how much of a guest's age its rejuvenation takes away
 */
public record Policy(
    String name,
    RejuvenationPolicy vmmWhen,
    Mechanism vmmBy,
    RejuvenationPolicy guestWhen,
    GuestMechanism guestBy,
    Optional<DelayLaw> guestDuration,
    ModePolicy mode,
    Protection protection,
    Clearing vmmClears,
    Clearing guestClears) {
  public Policy {
    if (guestBy == GuestMechanism.SERVICE_RESTART && !byTimeAlone(guestWhen)) {
      throw new IllegalArgumentException(
          "a restart of the service leaves the guest as old as it was, and a crashed service is"
              + " restarted anyway; it can only be due by time");
    }
  }

  /** Whether it is due by time alone, whatever the age of its layer or the failures above. */
  public static boolean byTimeAlone(RejuvenationPolicy when) {
    return when instanceof RejuvenationPolicy.Waiting waiting
        ? byTimeAlone(waiting.due())
            && waiting.waits().stream().noneMatch(Wait.Repair.class::isInstance)
        : when instanceof RejuvenationPolicy.Never
            || when instanceof RejuvenationPolicy.Periodic
            || when instanceof RejuvenationPolicy.AtAge;
  }

  /** A policy whose rejuvenations make all as good as new. */
  public Policy(
      String name,
      RejuvenationPolicy vmmWhen,
      Mechanism vmmBy,
      RejuvenationPolicy guestWhen,
      GuestMechanism guestBy,
      Optional<DelayLaw> guestDuration,
      ModePolicy mode,
      Protection protection) {
    this(
        name,
        vmmWhen,
        vmmBy,
        guestWhen,
        guestBy,
        guestDuration,
        mode,
        protection,
        Clearing.all(),
        Clearing.all());
  }

  /** Whether a rejuvenation leaves something of an age. */
  public boolean clearsInPart() {
    return !vmmClears.full() || !guestClears.full();
  }

  /** The same, but its rejuvenations take only a part of the ages away. */
  public Policy clearing(Clearing ofVmm, Clearing ofGuest) {
    return new Policy(
        name, vmmWhen, vmmBy, guestWhen, guestBy, guestDuration, mode, protection, ofVmm, ofGuest);
  }

  /** Of hosts that always run on their VMM. */
  public Policy(
      String name,
      RejuvenationPolicy vmmWhen,
      Mechanism vmmBy,
      RejuvenationPolicy guestWhen,
      GuestMechanism guestBy,
      Optional<DelayLaw> guestDuration) {
    this(
        name,
        vmmWhen,
        vmmBy,
        guestWhen,
        guestBy,
        guestDuration,
        new ModePolicy.AlwaysVirtual(),
        new Protection.PlainTcp());
  }

  /** With guests that are rebooted. */
  public Policy(
      String name,
      RejuvenationPolicy vmmWhen,
      Mechanism vmmBy,
      RejuvenationPolicy guestWhen,
      Optional<DelayLaw> guestDuration,
      ModePolicy mode) {
    this(
        name,
        vmmWhen,
        vmmBy,
        guestWhen,
        GuestMechanism.GUEST_REBOOT,
        guestDuration,
        mode,
        new Protection.PlainTcp());
  }

  /** Of hosts that always run on their VMM, with guests that are rebooted. */
  public Policy(
      String name,
      RejuvenationPolicy vmmWhen,
      Mechanism vmmBy,
      RejuvenationPolicy guestWhen,
      Optional<DelayLaw> guestDuration) {
    this(name, vmmWhen, vmmBy, guestWhen, GuestMechanism.GUEST_REBOOT, guestDuration);
  }

  /** The same with this protection of connections. */
  public Policy with(Protection other) {
    return new Policy(
        name,
        vmmWhen,
        vmmBy,
        guestWhen,
        guestBy,
        guestDuration,
        mode,
        other,
        vmmClears,
        guestClears);
  }
}
