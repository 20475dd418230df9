package hebe.models.recovery;

import hebe.sim.law.DelayLaw;
import java.util.List;

/** How a VMM is rejuvenated. */
public sealed interface Mechanism extends Renewal
    permits Mechanism.Reboot, Mechanism.Restart, InPlaceUpdate, Migrate {

  /** A mechanism whose outages are computed from the host. */
  enum Reboot implements Mechanism {
    /** Guests stay frozen in memory; the VMM is replaced by quick reload. */
    WARM("warm-reboot", Fates.KEEPING_GUESTS, List.of()),
    /** Guests are written to disk and read back. */
    SAVED("saved-reboot", Fates.KEEPING_GUESTS, List.of("connections whose clients time out")),
    /** Guests shut down and boot. */
    COLD(
        "cold-reboot", Fates.RENEWING_GUESTS, List.of("page cache", "connections", "guest uptime"));

    private final String label;
    private final Fates fates;
    private final List<String> lost;

    Reboot(String label, Fates fates, List<String> lost) {
      this.label = label;
      this.fates = fates;
      this.lost = lost;
    }

    @Override
    public String label() {
      return label;
    }

    @Override
    public Fates fates() {
      return fates;
    }

    @Override
    public List<String> lost() {
      return lost;
    }

    /** The operation on this host. */
    public RecoveryPlan plan(Host host) {
      return switch (this) {
        case WARM -> Plans.warm(host);
        case SAVED -> Plans.saved(host);
        case COLD -> Plans.cold(host);
      };
    }
  }

  /**
   * A restart of which only the duration is known: the host is down for it, then the guests boot as
   * after a crash.
   *
   * @param duration until the host can boot guests
   */
  record Restart(DelayLaw duration) implements Mechanism {
    @Override
    public String label() {
      return "restart";
    }

    @Override
    public Fates fates() {
      return Fates.RENEWING_GUESTS;
    }

    @Override
    public List<String> lost() {
      return Reboot.COLD.lost();
    }
  }
}
