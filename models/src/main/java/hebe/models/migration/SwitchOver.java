package hebe.models.migration;

/**
 * The fixed parts of a downtime, beside the last copy.
 *
 * @param latencySeconds stop, handshake, last bitmap: the floor under any last copy; at least 0
 * @param resumeSeconds from the last byte until the guest runs at the destination; at least 0
 */
public record SwitchOver(double latencySeconds, double resumeSeconds) {
  public SwitchOver {
    Require.notNegative("latency in seconds", latencySeconds);
    Require.notNegative("time to resume in seconds", resumeSeconds);
  }

  /** Both together, in seconds. */
  public double seconds() {
    return latencySeconds + resumeSeconds;
  }
}
