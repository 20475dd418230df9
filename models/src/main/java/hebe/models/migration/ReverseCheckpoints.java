package hebe.models.migration;

/**
 * Incremental checkpoints from the destination of a post-copy back to the source, against a failure
 * of the destination.
 *
 * @param intervalSeconds run time of the guest between two, above 0
 * @param pauseSeconds how long the guest stands still for one, at least 0
 */
public record ReverseCheckpoints(double intervalSeconds, double pauseSeconds) {
  public ReverseCheckpoints {
    Require.positive("interval in seconds", intervalSeconds);
    Require.notNegative("pause in seconds", pauseSeconds);
  }

  /** Cumulative pause in a window of so many seconds: one pause for each whole interval run. */
  public double pausedSeconds(double windowSeconds) {
    Require.notNegative("window in seconds", windowSeconds);
    return Math.floor(windowSeconds / (intervalSeconds + pauseSeconds)) * pauseSeconds;
  }

  /** Mean delay of a packet that leaves the guest at any time: half an interval and a pause. */
  public double meanOutputDelaySeconds() {
    return intervalSeconds / 2 + pauseSeconds;
  }
}
