package hebe.models.migration;

/** The memory of a guest during one migration: which of it has to be sent. */
public interface Passes {
  /** What has to be sent, in bytes: all memory at first, then what the last pass saw written. */
  double pendingBytes();

  /**
   * Sends what is pending while the guest runs; what is dirty again when its turn comes is skipped.
   *
   * @param bytesPerSecond rate, above 0
   * @param guestSpeed speed of the guest, above 0 to 1; it writes that much more slowly
   */
  Pass copy(double bytesPerSecond, double guestSpeed);

  /**
   * What a pass did.
   *
   * @param sentBytes bytes sent
   * @param skippedBytes bytes that were pending and dirty again
   * @param dirtiedBytes bytes of the distinct pages written meanwhile
   * @param seconds its length
   */
  record Pass(double sentBytes, double skippedBytes, double dirtiedBytes, double seconds) {}
}
