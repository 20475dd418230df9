package hebe.models.connection.tcp;

/**
 * A TCP segment. Sequence numbers are 64 bits wide and never wrap.
 *
 * @param kind what it is for
 * @param seq number of its first byte
 * @param length numbers that it covers: its payload in bytes; 1 for SYN and FIN; else 0
 * @param payload what its bytes are; {@link Payload#NONE} without bytes
 * @param ack the number that the sender expects next; 0 in a first SYN
 * @param window bytes from {@code ack} on that the sender of this segment accepts
 */
public record Segment(Kind kind, long seq, int length, Payload payload, long ack, long window) {
  public Segment {
    int expected = kind.takesOneNumber() ? 1 : 0;
    if (kind == Kind.DATA ? length < 1 : length != expected) {
      throw new IllegalArgumentException("length of " + kind + ": got " + length);
    }
    if (window < 0) {
      throw new IllegalArgumentException("window: expected at least 0 bytes, got " + window);
    }
  }

  /** A segment without payload. */
  public static Segment bare(Kind kind, long seq, long ack, long window) {
    return new Segment(kind, seq, kind.takesOneNumber() ? 1 : 0, Payload.NONE, ack, window);
  }

  /** A segment with bytes. */
  public static Segment data(long seq, int length, Payload payload, long ack, long window) {
    return new Segment(Kind.DATA, seq, length, payload, ack, window);
  }

  /** The number after its last one. */
  public long end() {
    return seq + length;
  }

  /** The last number of the window that it grants, exclusive. */
  public long rightEdge() {
    return ack + window;
  }

  /** The same with another number, acknowledgement and window. */
  public Segment translated(long newSeq, long newAck, long newWindow) {
    return new Segment(kind, newSeq, length, payload, newAck, newWindow);
  }

  /** What a segment is for. */
  public enum Kind {
    /** Opens. */
    SYN,
    /** Accepts. */
    SYN_ACK,
    /** Bytes. */
    DATA,
    /** The end of the stream; takes one number and comes alone. */
    FIN,
    /** An acknowledgement alone. */
    ACK,
    /** Asks for an acknowledgement: persist or keepalive probe, numbered one too low. */
    PROBE,
    /** Ends the connection at once. */
    RST;

    boolean takesOneNumber() {
      return this == SYN || this == SYN_ACK || this == FIN;
    }
  }
}
