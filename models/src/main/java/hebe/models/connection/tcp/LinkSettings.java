package hebe.models.connection.tcp;

/**
 * One direction of the path between client and server.
 *
 * @param delaySeconds one-way delay, above 0
 * @param bytesPerSecond rate, above 0; infinite for none
 * @param loss probability that a segment is lost, in [0, 1)
 * @param duplication probability that it comes twice, in [0, 1)
 * @param reordering probability that it is held back, in [0, 1)
 * @param heldSeconds for how long, at least 0
 */
public record LinkSettings(
    double delaySeconds,
    double bytesPerSecond,
    double loss,
    double duplication,
    double reordering,
    double heldSeconds) {
  /** Bytes of the headers of a segment. */
  public static final int HEADER_BYTES = 40;

  public LinkSettings {
    if (!(delaySeconds > 0 && bytesPerSecond > 0 && heldSeconds >= 0)) {
      throw new IllegalArgumentException("link: expected delay and rate above 0");
    }
    if (!(probability(loss) && probability(duplication) && probability(reordering))) {
      throw new IllegalArgumentException("link: expected probabilities in [0, 1)");
    }
  }

  /** A path that only delays. */
  public static LinkSettings clean(double delaySeconds) {
    return new LinkSettings(delaySeconds, Double.POSITIVE_INFINITY, 0, 0, 0, 0);
  }

  private static boolean probability(double value) {
    return value >= 0 && value < 1;
  }
}
