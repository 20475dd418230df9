package hebe.models.recovery;

import hebe.models.catalog.Profile;
import hebe.sim.law.DelayLaw;
import java.util.List;
import java.util.Optional;

/**
 * What follows a crash of the VMM where a new instance of it is booted in place, under the guests
 * that the crash has stopped. Source: docs/sources.md#in-place.
 *
 * @param technique its constants, of the kind in-place
 * @param success probability, above 0 and at most 1, that guests and host go on; otherwise the
 *     guests are lost and the host recovers without it
 * @param detection from a crash that announces itself to the begin of the micro-reboot
 * @param hangs probability, from 0 to 1, that the VMM hangs instead
 * @param hangDetection from a hang to the begin of the micro-reboot
 * @param duration until the new VMM runs; empty if it is computed from the technique
 */
public record MicroReboot(
    Profile technique,
    double success,
    DelayLaw detection,
    double hangs,
    DelayLaw hangDetection,
    Optional<DelayLaw> duration)
    implements Renewal {
  public MicroReboot {
    InPlaceUpdate.requireProbability(success);
    if (!(hangs >= 0 && hangs <= 1)) {
      throw new IllegalArgumentException("a share of hangs lies in [0, 1]; got " + hangs);
    }
  }

  @Override
  public String label() {
    return "micro-reboot";
  }

  @Override
  public Fates fates() {
    return Fates.BOOTING_UNDER_GUESTS;
  }

  @Override
  public List<String> lost() {
    return List.of();
  }

  /** The operation on this host, from the detection on. */
  public RecoveryPlan plan(Host host) {
    return InPlacePlans.microReboot(host, technique);
  }
}
