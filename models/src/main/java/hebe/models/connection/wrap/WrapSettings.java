package hebe.models.connection.wrap;

/**
 * The wrap.
 *
 * @param policy what the client hears while the server is down
 * @param swallow where output that the client has is dropped in a replay
 * @param holdsOutput whether output that waits for the log is queued; else it is dropped and the
 *     server's TCP sends it again
 * @param bufferBytes what {@link DownPolicy#LOGGED_OPEN} takes in while the server is down
 * @param updates how often the message that reopens the window is repeated until the client answers
 * @param updateSeconds from one to the next; above 0
 * @param log the log
 */
public record WrapSettings(
    DownPolicy policy,
    Swallow swallow,
    boolean holdsOutput,
    int bufferBytes,
    int updates,
    double updateSeconds,
    LogSettings log) {
  public WrapSettings {
    if (bufferBytes < 0 || updates < 0 || !(updateSeconds > 0)) {
      throw new IllegalArgumentException("wrap: expected no negative size and above 0 s");
    }
  }

  /** Where output that the client has is dropped in a replay. */
  public enum Swallow {
    /** Above TCP, by the north side. */
    NORTH,
    /** Below TCP, by the south side: all output is regenerated. */
    SOUTH
  }
}
