package hebe.models.migration;

/**
 * One pass over a windowed memory, whose rate may change meanwhile.
 *
 * <p>A first pass of t seconds sends S(t) = memory - f D(t); a later one (1 - sigma) of what is
 * pending, whatever its length.
 */
final class WindowedPass {
  private static final int BISECTIONS = 200;

  private final Windowed memory;
  private final boolean first;
  private final double pendingBytes;
  private final double guestSpeed;

  WindowedPass(Windowed memory, boolean first, double pendingBytes, double guestSpeed) {
    this.memory = memory;
    this.first = first;
    this.pendingBytes = pendingBytes;
    this.guestSpeed = guestSpeed;
  }

  /** Bytes that a pass of this length sends; it does not rise with the length. */
  double bytes(double elapsedSeconds) {
    return first
        ? pendingBytes - memory.firstSkipShare() * dirtied(elapsedSeconds)
        : (1 - memory.laterSkipShare()) * pendingBytes;
  }

  double dirtied(double elapsedSeconds) {
    return memory.dirtyBytes(guestSpeed * elapsedSeconds);
  }

  /** Seconds until the pass ends if it goes on at this rate, above 0, in bytes/s. */
  double secondsLeft(double elapsedSeconds, double sentBytes, double bytesPerSecond) {
    double most = Math.max(0, bytes(elapsedSeconds) - sentBytes) / bytesPerSecond;
    if (!first || memory.firstSkipShare() == 0) {
      return most;
    }
    double low = 0;
    double high = most;
    for (int i = 0; i < BISECTIONS; i++) {
      double middle = low + (high - low) / 2;
      if (sentBytes + bytesPerSecond * middle < bytes(elapsedSeconds + middle)) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }
}
