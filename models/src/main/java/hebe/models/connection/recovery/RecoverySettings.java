package hebe.models.connection.recovery;

/**
 * Recovery.
 *
 * @param detection how a failure is noticed
 * @param fenceSeconds until it is certain that the failed machine is silent, at least 0
 * @param mode where the next machine comes from
 * @param connectionSeconds to rebuild the TCP state of the connections before this one and of this
 *     one, at least 0
 */
public record RecoverySettings(
    Detection detection, double fenceSeconds, RecoveryMode mode, double connectionSeconds) {
  public RecoverySettings {
    if (!(fenceSeconds >= 0 && connectionSeconds >= 0 && mode.startSeconds() >= 0)) {
      throw new IllegalArgumentException("recovery: expected at least 0 s");
    }
  }
}
