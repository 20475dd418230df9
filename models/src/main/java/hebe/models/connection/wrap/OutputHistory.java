package hebe.models.connection.wrap;

import hebe.models.connection.tcp.Payload;
import java.util.ArrayList;
import java.util.List;

/**
 * What the bytes on the wire were when they were first sent: a check of the model, not a part of
 * FT-TCP.
 */
final class OutputHistory {
  private final List<Run> runs = new ArrayList<>();

  /** Whether the bytes equal what was sent at their positions before; new ones are remembered. */
  boolean matches(Payload payload, int length) {
    long from = payload.offset();
    long to = from + length;
    long end = runs.isEmpty() ? 0 : runs.get(runs.size() - 1).to;
    boolean same = true;
    for (int i = runs.size() - 1; i >= 0 && runs.get(i).to > from; i--) {
      long begin = i == 0 ? 0 : runs.get(i - 1).to;
      same &= begin >= to || runs.get(i).salt == payload.salt();
    }
    if (to > end) {
      if (from > end) {
        throw new IllegalStateException("output jumps from " + end + " to " + from);
      }
      append(to, payload.salt());
    }
    return same;
  }

  private void append(long to, long salt) {
    int last = runs.size() - 1;
    if (last >= 0 && runs.get(last).salt == salt) {
      runs.set(last, new Run(to, salt));
    } else {
      runs.add(new Run(to, salt));
    }
  }

  private record Run(long to, long salt) {}
}
