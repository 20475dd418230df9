package hebe.models.recovery;

import hebe.models.catalog.Profile;
import java.util.List;

/**
 * The VMM is replaced by a new one under its guests, which stand still meanwhile and keep
 * everything. Source: docs/sources.md#in-place.
 *
 * @param technique its constants, of the kind in-place
 * @param success probability, above 0 and at most 1, that the new VMM runs
 * @param otherwise what follows if it does not
 */
public record InPlaceUpdate(Profile technique, double success, Fallback otherwise)
    implements Mechanism {
  public InPlaceUpdate {
    requireProbability(success);
  }

  /** What follows an update that fails. */
  public enum Fallback {
    /** The old VMM is put back, which takes as long again; it is as old as it was. */
    ROLL_BACK("roll-back"),
    /** The guests are lost, and the host is reset. */
    COLD_REBOOT("cold-reboot");

    private final String label;

    Fallback(String label) {
      this.label = label;
    }

    /** Its name in scenarios. */
    public String label() {
      return label;
    }
  }

  @Override
  public String label() {
    return "in-place-update";
  }

  @Override
  public Fates fates() {
    return Fates.KEEPING_GUESTS;
  }

  @Override
  public List<String> lost() {
    return List.of();
  }

  /** The operation on this host. */
  public RecoveryPlan plan(Host host) {
    return InPlacePlans.update(host, technique);
  }

  static void requireProbability(double success) {
    if (!(success > 0 && success <= 1)) {
      throw new IllegalArgumentException(
          "a probability of success is above 0 and at most 1; got " + success);
    }
  }
}
