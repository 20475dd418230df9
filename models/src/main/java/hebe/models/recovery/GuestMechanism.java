package hebe.models.recovery;

import java.util.List;

/** How a guest is rejuvenated. */
public enum GuestMechanism implements Renewal {
  /** The guest shuts down and boots; its service starts anew. */
  GUEST_REBOOT("guest-reboot", Fates.REBOOTING_A_GUEST, Mechanism.Reboot.COLD.lost()),
  /** Only the service is started anew; what has aged in the guest's system stays. */
  SERVICE_RESTART("service-restart", Fates.RESTARTING_A_SERVICE, List.of("connections"));

  private final String label;
  private final Fates fates;
  private final List<String> lost;

  GuestMechanism(String label, Fates fates, List<String> lost) {
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

  /** The operation on one guest of a host that runs. */
  public RecoveryPlan plan(Host host, int guest) {
    return switch (this) {
      case GUEST_REBOOT -> Plans.guestReboot(host, guest);
      case SERVICE_RESTART -> Plans.serviceRestart(host, guest);
    };
  }
}
