package hebe.models.migration;

/**
 * The way from source to destination of a post-copy.
 *
 * @param bitsPerSecond rate, above 0
 * @param roundTripSeconds of a request, at least 0
 * @param stateBytes processor and device state that crosses while the guest stands still, at least
 *     0
 * @param switchOver the other parts of the downtime
 */
public record PostCopyLink(
    double bitsPerSecond, double roundTripSeconds, double stateBytes, SwitchOver switchOver) {
  public PostCopyLink {
    Require.positive("rate in bit/s", bitsPerSecond);
    Require.notNegative("round trip in seconds", roundTripSeconds);
    Require.notNegative("state in bytes", stateBytes);
  }

  /** How long the guest stands still, in seconds: state / rate + fixed parts. */
  public double downtimeSeconds() {
    return stateBytes / (bitsPerSecond / Byte.SIZE) + switchOver.seconds();
  }
}
