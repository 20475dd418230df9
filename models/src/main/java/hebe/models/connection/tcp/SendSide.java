package hebe.models.connection.tcp;

import hebe.models.connection.tcp.Socket.Read;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** What one end has to send: what was acknowledged, what was sent, what the peer allows. */
final class SendSide {
  private final Deque<Read> chunks = new ArrayDeque<>(); // from una on, as written
  private long una;
  private long next;
  private long max; // one past the highest number ever sent
  private long written;
  private long edge; // right edge of the peer's window
  private long edgeSeq; // number of the segment that set it
  private boolean closed;

  void startAt(long seq) {
    una = seq;
    next = seq;
    max = seq;
    written = seq;
    edge = seq;
  }

  long una() {
    return una;
  }

  long next() {
    return next;
  }

  long max() {
    return max;
  }

  boolean closed() {
    return closed;
  }

  long inFlight() {
    return max - una;
  }

  /** Bytes written and not acknowledged. */
  long held() {
    return written - Math.min(una, written);
  }

  boolean zeroWindow() {
    return edge <= una;
  }

  /** Whether something waits that the peer's window keeps back, and nothing else is under way. */
  boolean shut() {
    return inFlight() == 0 && una < end() && zeroWindow();
  }

  boolean allAcked() {
    return closed && una == end();
  }

  private long end() {
    return written + (closed ? 1 : 0);
  }

  void write(Payload payload, int length) {
    Read last = chunks.peekLast();
    if (last != null && last.payload().from(last.length()).equals(payload)) {
      chunks.removeLast();
      chunks.addLast(new Read(last.payload(), last.length() + length));
    } else {
      chunks.addLast(new Read(payload, length));
    }
    written += length;
  }

  void close() {
    closed = true;
  }

  /** Goes on from here once the peer answers: what follows counts as lost. */
  void goBackTo(long seq) {
    next = seq;
  }

  /** The next segment that window and congestion allow, without acknowledgement. */
  Optional<Segment> poll(int most, long congestionWindow) {
    long usable = Math.min(edge, una + congestionWindow) - next;
    if (usable <= 0 || next >= end()) {
      return Optional.empty();
    }
    Segment segment = at(next, (int) Math.min(most, usable));
    next = segment.end();
    max = Math.max(max, next);
    return Optional.of(segment);
  }

  /** The first unacknowledged segment again. */
  Segment first(int most) {
    return at(una, (int) Math.min(most, Math.max(1, max - una)));
  }

  /** The last segment that was sent, again. */
  Segment last(int most) {
    long from = Math.max(una, max - most);
    boolean endSent = closed && max == end();
    return endSent ? at(max - 1, 1) : at(from, (int) (max - from));
  }

  private Segment at(long seq, int most) {
    if (seq == written) {
      return Segment.bare(Segment.Kind.FIN, seq, 0, 0);
    }
    long skip = seq - una;
    for (Read chunk : chunks) {
      if (skip < chunk.length()) {
        int length = (int) Math.min(most, chunk.length() - skip);
        return Segment.data(seq, length, chunk.payload().from(skip), 0, 0);
      }
      skip -= chunk.length();
    }
    throw new IllegalStateException("nothing was written for number " + seq);
  }

  /** Takes an acknowledgement that is not below una nor above max; whether it is a new one. */
  boolean acknowledge(long ack) {
    if (ack <= una) {
      return false;
    }
    long bytes = Math.min(ack, written) - Math.min(una, written);
    while (bytes > 0) {
      Read chunk = chunks.removeFirst();
      if (chunk.length() > bytes) {
        int left = (int) (chunk.length() - bytes);
        chunks.addFirst(new Read(chunk.payload().from(bytes), left));
      }
      bytes -= chunk.length();
    }
    una = ack;
    next = Math.max(next, una);
    return true;
  }

  /**
   * Takes the window of a segment, unless it is an old one: new if it acknowledges, if its number
   * is higher, or if at the same number it opens or shuts.
   */
  void window(Segment segment, boolean advanced) {
    long newer = segment.rightEdge();
    boolean sameNumber = segment.seq() == edgeSeq && (newer > edge || segment.window() == 0);
    if (advanced || segment.seq() > edgeSeq || sameNumber) {
      edge = newer;
      edgeSeq = segment.seq();
    }
  }
}
