package hebe.models.connection.wrap;

import hebe.models.connection.tcp.Segment;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Segments of the server that wait for the log, each once, in the order of their coming. */
final class HeldOutput {
  private final Deque<Segment> waiting = new ArrayDeque<>();

  void add(Segment segment) {
    boolean there =
        waiting.stream()
            .anyMatch(held -> held.seq() == segment.seq() && held.end() == segment.end());
    if (!there) {
      waiting.addLast(segment);
    }
  }

  Optional<Segment> poll() {
    return Optional.ofNullable(waiting.pollFirst());
  }

  void clear() {
    waiting.clear();
  }
}
