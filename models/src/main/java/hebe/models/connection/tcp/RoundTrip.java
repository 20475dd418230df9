package hebe.models.connection.tcp;

import java.util.OptionalDouble;

/** Times one segment at a time, and none that was repeated (Karn's rule). */
final class RoundTrip {
  private boolean timing;
  private long timedEnd;
  private double sentSeconds;

  void sent(long end, double nowSeconds) {
    if (!timing) {
      timing = true;
      timedEnd = end;
      sentSeconds = nowSeconds;
    }
  }

  void repeated() {
    timing = false;
  }

  /** The round trip that this acknowledgement completes, in seconds. */
  OptionalDouble acknowledged(long ack, double nowSeconds) {
    if (!timing || ack < timedEnd) {
      return OptionalDouble.empty();
    }
    timing = false;
    return OptionalDouble.of(nowSeconds - sentSeconds);
  }
}
