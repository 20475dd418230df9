package hebe.models.connection.tcp;

/** The hook into a connection's run: what passes where, in order. */
public interface PacketTrace {
  /** Sees nothing. */
  PacketTrace NONE = (timeSeconds, place, action, segment) -> {};

  /** A segment was sent, arrived or was lost. */
  void packet(double timeSeconds, Place place, Action action, Segment segment);

  /** Something other than a segment happened; what it was about is a position or a count. */
  default void mark(double timeSeconds, Place place, String what, long value) {}

  /** Where something happens. */
  enum Place {
    /** The client's TCP. */
    CLIENT,
    /** The way from client to server. */
    UPLINK,
    /** The way from server to client. */
    DOWNLINK,
    /** The wrap around the server's TCP. */
    WRAP,
    /** The log. */
    LOG,
    /** The server's TCP and application. */
    SERVER
  }

  /** What happens to a segment. */
  enum Action {
    /** Leaves. */
    SENT,
    /** Comes. */
    ARRIVED,
    /** Is lost, or refused by policy. */
    DROPPED
  }
}
