package hebe.models.connection.tcp;

import hebe.models.connection.tcp.Socket.Read;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What one end has received: the next number expected, what waits for it, what waits to be read.
 */
final class ReceiveSide {
  private final int capacity;
  private final List<Segment> early = new ArrayList<>();
  private final Deque<Read> unread = new ArrayDeque<>();
  private long next;
  private long readEnd;
  private boolean endSeen;
  private boolean endRead;

  ReceiveSide(int capacity) {
    this.capacity = capacity;
  }

  void startAt(long seq) {
    next = seq;
    readEnd = seq;
  }

  long next() {
    return next;
  }

  /** The window: what the buffer still holds beyond the next number. */
  long window() {
    return Math.max(0, readEnd + capacity - next);
  }

  boolean endSeen() {
    return endSeen;
  }

  boolean hasUnread() {
    return !unread.isEmpty() || (endSeen && !endRead);
  }

  /** Takes a segment in, as far as it is new and inside the window. */
  void accept(Segment segment) {
    if (segment.end() <= next || segment.seq() >= next + window()) {
      return;
    }
    early.add(segment);
    while (takeOne()) {
      early.removeIf(held -> held.end() <= next);
    }
  }

  private boolean takeOne() {
    for (int i = 0; i < early.size(); i++) {
      if (early.get(i).seq() <= next) {
        take(early.remove(i));
        return true;
      }
    }
    return false;
  }

  private void take(Segment segment) {
    if (segment.kind() == Segment.Kind.FIN) {
      endSeen = true;
      next++;
      return;
    }
    long skipped = next - segment.seq();
    int length = (int) Math.min(segment.length() - skipped, window());
    append(segment.payload().from(skipped), length);
    next += length;
  }

  private void append(Payload payload, int length) {
    Read last = unread.peekLast();
    if (last != null && last.payload().from(last.length()).equals(payload)) {
      unread.removeLast();
      unread.addLast(new Read(last.payload(), last.length() + length));
    } else {
      unread.addLast(new Read(payload, length));
    }
  }

  Optional<Read> read(int most) {
    if (unread.isEmpty()) {
      if (!endSeen || endRead) {
        return Optional.empty();
      }
      endRead = true;
      return Optional.of(Read.END);
    }
    Read run = unread.removeFirst();
    int length = Math.min(most, run.length());
    if (length < run.length()) {
      unread.addFirst(new Read(run.payload().from(length), run.length() - length));
    }
    readEnd += length;
    return Optional.of(new Read(run.payload(), length));
  }
}
