package hebe.models.timing;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a guest does, as events per piece of native work.
 *
 * <p>A job has its native run time and its total counts; a steady load has one second and its
 * rates.
 *
 * @param name its name
 * @param nativeSeconds processor time of the piece of work on the native host, above 0
 * @param counts events in that piece
 * @param description what it is
 */
public record Workload(
    String name, double nativeSeconds, Map<TrapEvent, Count> counts, String description) {
  public Workload {
    if (!(nativeSeconds > 0) || Double.isInfinite(nativeSeconds)) {
      throw new IllegalArgumentException(name + ": the native time is above 0 s");
    }
    Map<TrapEvent, Count> ordered = new EnumMap<>(TrapEvent.class);
    ordered.putAll(counts);
    counts = Collections.unmodifiableMap(ordered);
    for (TrapEvent event : counts.keySet()) {
      if (event.kind() == TrapEvent.Kind.PART) {
        throw new IllegalArgumentException(
            name + ": " + event.label() + " is a part of other events and is not counted");
      }
    }
  }

  /** Its events, in the order of {@link TrapEvent}. */
  public List<TrapEvent> events() {
    return List.copyOf(counts.keySet());
  }

  /** Events per second of native work. */
  public Bounds perSecond(TrapEvent event) {
    Count count = counts.get(event);
    return count == null ? Bounds.ZERO : count.times().times(1 / nativeSeconds);
  }
}
