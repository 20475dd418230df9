package hebe.models.policy;

import java.util.ArrayList;
import java.util.List;

/**
 * When one may act: within one of the open spans, and in none of the closed ones.
 *
 * @param open spans in which it is open; none means always
 * @param closed spans in which it is closed nevertheless, as on blackout dates
 */
public record Window(List<Span> open, List<Span> closed) {
  private static final double LEAST_PERIOD_SECONDS = 3600;
  private static final double MOST_PERIOD_SECONDS = 10 * 365 * 86_400.0;

  public Window {
    open = List.copyOf(open);
    closed = List.copyOf(closed);
    if (open.isEmpty() && closed.isEmpty()) {
      throw new IllegalArgumentException("a window that is always open is none");
    }
  }

  /**
   * A span of time that comes again and again: [from + k x every, from + k x every + length).
   *
   * @param everySeconds the period, from an hour to ten years
   * @param fromSeconds its begin within the period, at least 0 and below the period
   * @param lengthSeconds its length, above 0 and below the period
   */
  public record Span(double everySeconds, double fromSeconds, double lengthSeconds) {
    public Span {
      if (!(everySeconds >= LEAST_PERIOD_SECONDS && everySeconds <= MOST_PERIOD_SECONDS)) {
        throw new IllegalArgumentException(
            "a span comes again after an hour to ten years; got " + everySeconds + " s");
      }
      if (!(fromSeconds >= 0 && fromSeconds < everySeconds)) {
        throw new IllegalArgumentException(
            "a span begins within its period; got " + fromSeconds + " s");
      }
      if (!(lengthSeconds > 0 && lengthSeconds < everySeconds)) {
        throw new IllegalArgumentException(
            "a span is shorter than its period; got " + lengthSeconds + " s");
      }
    }

    /** Whether an instant lies in it. */
    public boolean contains(double seconds) {
      double into = (seconds - fromSeconds) % everySeconds;
      return (into < 0 ? into + everySeconds : into) < lengthSeconds;
    }

    /** The first instant after the start at which it begins. */
    public double firstBegin() {
      return fromSeconds > 0 ? fromSeconds : everySeconds;
    }

    /** The first instant after the start at which it ends. */
    public double firstEnd() {
      double end = fromSeconds + lengthSeconds;
      return end > everySeconds ? end - everySeconds : end;
    }
  }

  /** Whether it is open at an instant. */
  public boolean isOpen(double seconds) {
    return (open.isEmpty() || open.stream().anyMatch(span -> span.contains(seconds)))
        && closed.stream().noneMatch(span -> span.contains(seconds));
  }

  /**
   * Whether it opens within twice its longest period; it can do so only at the start, where an open
   * span begins, or where a closed one ends.
   */
  public boolean everOpen() {
    List<Span> all = new ArrayList<>(open);
    all.addAll(closed);
    double until = 2 * all.stream().mapToDouble(Span::everySeconds).max().orElseThrow();
    return isOpen(0)
        || open.stream().anyMatch(s -> opens(s.firstBegin(), s.everySeconds(), until))
        || closed.stream().anyMatch(s -> opens(s.firstEnd(), s.everySeconds(), until));
  }

  private boolean opens(double first, double every, double until) {
    for (int k = 0; first + k * every <= until; k++) {
      if (isOpen(first + k * every)) {
        return true;
      }
    }
    return false;
  }
}
