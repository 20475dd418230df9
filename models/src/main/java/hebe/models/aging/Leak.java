package hebe.models.aging;

import java.util.Optional;

/**
 * What is lost to a layer's resource at every event of a kind.
 *
 * @param name tells it from the other leaks of the layer
 * @param on the event
 * @param amount what one event takes, in the unit of the resource; at least 1
 * @param preset the known leak that the amount is of; empty if the user gave it
 */
public record Leak(String name, LeakEvent on, long amount, Optional<LeakPresets.Preset> preset) {
  public Leak {
    if (amount < 1) {
      throw new IllegalArgumentException("a leak takes at least 1; " + name + " takes " + amount);
    }
  }

  /** What one firing of its transition takes: a whole bundle. */
  long atOnce() {
    return on instanceof LeakEvent.Arrivals arrivals
        ? StrictMath.multiplyExact(amount, (long) arrivals.bundle())
        : amount;
  }
}
