package hebe.models.migration;

/**
 * Incremental checkpoints from the source to a store, against a failure of the source.
 *
 * @param bitsPerSecond what they take of the link, at least 0
 * @param recoverySeconds fixed part of a recovery, at least 0
 * @param recoverySecondsPerByte part of a recovery per byte of memory, at least 0
 */
public record ForwardCheckpoints(
    double bitsPerSecond, double recoverySeconds, double recoverySecondsPerByte) {
  public ForwardCheckpoints {
    Require.notNegative("rate of the checkpoints in bit/s", bitsPerSecond);
    Require.notNegative("recovery in seconds", recoverySeconds);
    Require.notNegative("recovery in seconds per byte", recoverySecondsPerByte);
  }

  /**
   * Duration of a migration that would take so long without them: plain / (1 - share of the link),
   * in seconds. They must take less than the link.
   */
  public double durationSeconds(double plainSeconds, double linkBitsPerSecond) {
    Require.positive("rest of the link in bit/s", linkBitsPerSecond - bitsPerSecond);
    return plainSeconds / (1 - bitsPerSecond / linkBitsPerSecond);
  }

  /** Time to reload a lost source's memory, in seconds; the guest may run on meanwhile. */
  public double recoverySeconds(double memoryBytes) {
    return recoverySeconds + recoverySecondsPerByte * memoryBytes;
  }
}
