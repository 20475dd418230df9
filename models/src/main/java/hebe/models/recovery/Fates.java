package hebe.models.recovery;

/**
 * What an operation does to everything that ages or is scheduled.
 *
 * @param guestAge age of the guest system
 * @param guestSchedule a guest schedule that counts since the last renewal
 * @param vmmAge age of the VMM
 * @param vmmSchedule a VMM schedule that counts since the last renewal
 * @param pageCache page cache of the guests
 * @param connections open connections of the guests' clients
 */
public record Fates(
    Fate guestAge,
    Fate guestSchedule,
    Fate vmmAge,
    Fate vmmSchedule,
    Fate pageCache,
    Fate connections) {
  /** Of an operation that keeps the guests' memory. */
  static final Fates KEEPING_GUESTS =
      new Fates(Fate.PAUSED, Fate.KEPT, Fate.RESET, Fate.RESET, Fate.KEPT, Fate.KEPT);

  /** Of an operation that boots the guests. */
  static final Fates RENEWING_GUESTS =
      new Fates(Fate.RESET, Fate.RESET, Fate.RESET, Fate.RESET, Fate.RESET, Fate.RESET);

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
