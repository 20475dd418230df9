package hebe.models.connection;

import hebe.models.connection.tcp.PacketTrace;
import hebe.models.connection.tcp.Segment;
import java.util.OptionalDouble;

/** Watches a connection's packets for what the client sees of an outage. */
final class StallMeter implements PacketTrace {
  private final PacketTrace next;
  private final double delaySeconds;
  private double failedSeconds = Double.POSITIVE_INFINITY;
  private double normalSeconds = Double.POSITIVE_INFINITY;
  private double lastDataSeconds = Double.NEGATIVE_INFINITY;
  private boolean down;
  private OptionalDouble resumed = OptionalDouble.empty();
  private OptionalDouble heard = OptionalDouble.empty();
  private double waitingSinceSeconds;
  private double longestSilence;

  /** Watches and passes on; segments of the client take this delay. */
  StallMeter(PacketTrace next, double delaySeconds) {
    this.next = next;
    this.delaySeconds = delaySeconds;
  }

  @Override
  public void packet(double timeSeconds, Place place, Action action, Segment segment) {
    next.packet(timeSeconds, place, action, segment);
    if (place == Place.CLIENT && action == Action.SENT && segment.length() > 0) {
      lastDataSeconds = timeSeconds;
      resumes(timeSeconds);
    }
  }

  @Override
  public void mark(double timeSeconds, Place place, String what, long value) {
    next.mark(timeSeconds, place, what, value);
    if (what.equals("failed") || what.equals("hangs")) {
      fails(timeSeconds);
    } else if (what.equals("normal")) {
      down = false;
      normalSeconds = timeSeconds;
      resumes(lastDataSeconds);
    }
  }

  /** An outage begins, unless this is a further failure in one. */
  private void fails(double timeSeconds) {
    if (!down) {
      down = true;
      failedSeconds = timeSeconds;
    }
    normalSeconds = Double.POSITIVE_INFINITY;
    resumed = OptionalDouble.empty();
    heard = OptionalDouble.empty();
  }

  private void resumes(double sentSeconds) {
    boolean meets = sentSeconds >= failedSeconds && sentSeconds + delaySeconds >= normalSeconds;
    if (meets && resumed.isEmpty()) {
      resumed = OptionalDouble.of(sentSeconds - failedSeconds);
    }
  }

  /** The client got on. */
  void progress(double timeSeconds, boolean newBytes) {
    longestSilence = Math.max(longestSilence, timeSeconds - waitingSinceSeconds);
    waitingSinceSeconds = timeSeconds;
    if (newBytes && timeSeconds >= normalSeconds && heard.isEmpty()) {
      heard = OptionalDouble.of(timeSeconds - failedSeconds);
    }
  }

  /** The client did nothing and begins to wait. */
  void waits(double timeSeconds) {
    waitingSinceSeconds = timeSeconds;
  }

  OptionalDouble resumedSeconds() {
    return resumed;
  }

  OptionalDouble heardSeconds() {
    return heard;
  }

  double longestSilenceSeconds() {
    return longestSilence;
  }
}
