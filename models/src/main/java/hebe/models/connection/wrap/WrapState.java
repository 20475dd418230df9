package hebe.models.connection.wrap;

/** What the wrap of a connection is doing. */
public enum WrapState {
  /** The handshake is under way. */
  NEW,
  /** The server works. */
  NORMAL,
  /** The server has failed, the next one is not ready. */
  DOWN,
  /** The next server repeats what the log says. */
  REPLAY,
  /** Both sides have ended, or the client has given up. */
  CLOSED,
  /** The connection cannot be recovered. */
  LOST
}
