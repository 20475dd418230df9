package hebe.models.connection.cost;

/**
 * A machine that is stopped for every checkpoint for the same time p, whatever the rate f of
 * checkpoints by the clock on the wall: work takes 1 / (1 - f p) times as long.
 *
 * @param pauseSeconds p, at least 0
 */
public record CheckpointPause(double pauseSeconds) {
  public CheckpointPause {
    if (!(pauseSeconds >= 0)) {
      throw new IllegalArgumentException("pause: expected at least 0 s, got " + pauseSeconds);
    }
  }

  /** The pause that slows down by this much (0.5 for half as long again) at this rate. */
  public static CheckpointPause of(double slowDown, double checkpointsPerSecond) {
    return new CheckpointPause(slowDown / (1 + slowDown) / checkpointsPerSecond);
  }

  /** How much longer work takes, relative; infinite if the machine gets to nothing else. */
  public double slowDown(double checkpointsPerSecond) {
    double paused = checkpointsPerSecond * pauseSeconds;
    return paused < 1 ? paused / (1 - paused) : Double.POSITIVE_INFINITY;
  }
}
