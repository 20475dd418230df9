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
  private static final int BUNDLES = 10_000;
  private static final long MOST_EVENTS = 1_000_000_000;

  public Leak {
    if (amount < 1) {
      throw new IllegalArgumentException("a leak takes at least 1; " + name + " takes " + amount);
    }
  }

  /** What one firing of its transition takes: a whole bundle. */
  long atOnce() {
    return StrictMath.multiplyExact(amount, (long) on.bundled());
  }

  /** What one event that the model does takes. */
  long at(LeakEvent.Own event) {
    boolean leaks = on == event || (on instanceof LeakEvent.Use use && use.includes(event));
    return leaks ? amount : 0;
  }

  /** The same, with a bundle if it needs one: a 10,000th of the capacity, or one event. */
  Leak bundled(long capacity) {
    if (on instanceof LeakEvent.Use use && use.bundle().isEmpty()) {
      long bundle = StrictMath.max(1, capacity / BUNDLES / amount);
      return new Leak(name, use.with((int) StrictMath.min(MOST_EVENTS, bundle)), amount, preset);
    }
    return this;
  }
}
