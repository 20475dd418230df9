package hebe.models.recovery;

/**
 * What an operation does to everything that ages or is scheduled.
 *
 * @param guestAge age of the guest system
 * @param guestSchedule a guest schedule that counts since the last renewal
 * @param serviceAge age of the service in a guest, which is the clock of its crash
 * @param vmmAge age of the VMM
 * @param vmmLeaks what the VMM has leaked of its resource
 * @param vmmSchedule a VMM schedule that counts since the last renewal
 * @param pageCache page cache of the guests
 * @param connections open connections of the guests' clients
 */
public record Fates(
    Fate guestAge,
    Fate guestSchedule,
    Fate serviceAge,
    Fate vmmAge,
    Fate vmmLeaks,
    Fate vmmSchedule,
    Fate pageCache,
    Fate connections) {
  /** Of an operation that keeps the guests' memory. */
  static final Fates KEEPING_GUESTS = renewingVmm(Fate.PAUSED, Fate.KEPT, Fate.RESET, Fate.KEPT);

  /** Of an operation that boots the guests. */
  static final Fates RENEWING_GUESTS = renewingVmm(Fate.RESET, Fate.RESET, Fate.RESET, Fate.RESET);

  /** Of a VMM that boots on the pages that the one before had allocated. */
  static final Fates BOOTING_UNDER_GUESTS =
      renewingVmm(Fate.PAUSED, Fate.KEPT, Fate.KEPT, Fate.KEPT);

  /** Of a boot of one guest. */
  static final Fates REBOOTING_A_GUEST =
      new Fates(
          Fate.RESET,
          Fate.RESET,
          Fate.RESET,
          Fate.KEPT,
          Fate.KEPT,
          Fate.KEPT,
          Fate.RESET,
          Fate.RESET);

  /** Of a start of the service in one guest. */
  static final Fates RESTARTING_A_SERVICE =
      new Fates(
          Fate.PAUSED,
          Fate.RESET,
          Fate.RESET,
          Fate.KEPT,
          Fate.KEPT,
          Fate.KEPT,
          Fate.KEPT,
          Fate.RESET);

  private static Fates renewingVmm(Fate age, Fate schedule, Fate leaks, Fate memory) {
    return new Fates(age, schedule, age, Fate.RESET, leaks, Fate.RESET, memory, memory);
  }

  /** What happens to one of them. */
  public enum Fate {
    /** It goes on as if nothing happened. */
    KEPT,
    /** It starts anew. */
    RESET,
    /** It stands still during the operation and goes on afterwards. */
    PAUSED
  }
}
