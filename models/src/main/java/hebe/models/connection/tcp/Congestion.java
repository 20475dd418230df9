package hebe.models.connection.tcp;

/**
 * Reno's congestion window, in bytes (RFC 5681, RFC 6582): slow start from ten segments, congestion
 * avoidance, fast retransmit at the third duplicate, one segment after a timeout.
 */
final class Congestion {
  private static final int INITIAL_SEGMENTS = 10;
  private static final int DUPLICATES = 3;

  private final int segment;
  private long window;
  private long threshold = Long.MAX_VALUE;
  private long recover;
  private boolean recovering;
  private int duplicates;

  Congestion(int segmentBytes) {
    segment = segmentBytes;
    window = (long) INITIAL_SEGMENTS * segment;
  }

  long window() {
    return window;
  }

  /** New bytes were acknowledged; whether the first segment left must be repeated. */
  boolean acknowledged(long ack, long bytes, long inFlightBefore) {
    duplicates = 0;
    if (recovering && ack < recover) {
      return true;
    }
    recovering = false;
    if (inFlightBefore + segment > window) {
      long growth = window < threshold ? Math.min(bytes, segment) : share();
      window += growth;
    }
    return false;
  }

  private long share() {
    return Math.max(1, (long) segment * segment / window);
  }

  /** A duplicate came; whether the first segment is to be repeated now. */
  boolean duplicate(long una, long max) {
    duplicates++;
    if (duplicates != DUPLICATES || una < recover) {
      return false;
    }
    threshold = Math.max((max - una) / 2, 2L * segment);
    window = threshold;
    recover = max;
    recovering = true;
    return true;
  }

  /** The timer expired; no more than the segment that is repeated may be under way. */
  void timeout(long inFlight, long max, int repeated) {
    threshold = Math.max(inFlight / 2, 2L * segment);
    window = repeated;
    recover = max;
    recovering = false;
    duplicates = 0;
  }
}
