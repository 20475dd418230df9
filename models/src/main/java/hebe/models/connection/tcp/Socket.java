package hebe.models.connection.tcp;

import java.util.Optional;

/** What an application sees of a connection. Positions and lengths in bytes. */
public interface Socket {
  /** Takes the next bytes, at most so many and at least one, or the end of the stream, if there. */
  Optional<Read> read(int most);

  /** How many bytes can be written now. */
  int room();

  /** Writes bytes; no more than there is room for. */
  void write(Payload payload, int length);

  /** Ends the own stream. */
  void close();

  /**
   * What one read gave.
   *
   * @param payload the bytes
   * @param length their number; 0 at the end of the stream
   */
  record Read(Payload payload, int length) {
    /** The end of the stream. */
    public static final Read END = new Read(Payload.NONE, 0);

    /** Whether the stream is over. */
    public boolean end() {
      return length == 0;
    }
  }

  /** What the application is told. */
  interface Owner {
    /** The connection is open. */
    void opened();

    /** There is something to read. */
    void readable();

    /** Bytes were acknowledged: there may be room. */
    void writable();

    /** The connection is gone. */
    void aborted(AbortReason reason);
  }

  /** Why a connection ended before its streams did. */
  enum AbortReason {
    /** Data stayed unacknowledged or probes unanswered. */
    TIMED_OUT,
    /** Nobody answered the handshake. */
    NOT_OPENED,
    /** Nobody answered the probes of an idle connection. */
    IDLE_PEER_GONE,
    /** The peer reset it. */
    RESET,
    /** The own application waited for too long. */
    APPLICATION_TIMED_OUT
  }
}
