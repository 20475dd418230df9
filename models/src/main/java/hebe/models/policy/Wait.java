package hebe.models.policy;

import java.util.OptionalDouble;

/** Something that a rejuvenation which is due waits for. */
public sealed interface Wait {
  /** How long it waits for that, counted from when it fell due; empty for as long as it takes. */
  OptionalDouble mostSeconds();

  /** Whether what it waits for may come, or it waits only so long. */
  default boolean mayEnd() {
    return true;
  }

  /**
   * The next opening of a window.
   *
   * @param mostSeconds finite and above 0
   */
  record Opening(Window window, OptionalDouble mostSeconds) implements Wait {
    public Opening {
      mostSeconds.ifPresent(Wait::requireSpan);
    }

    /** An opening that is waited for as long as it takes. */
    public Opening(Window window) {
      this(window, OptionalDouble.empty());
    }

    @Override
    public boolean mayEnd() {
      return mostSeconds.isPresent() || window.everOpen();
    }
  }

  /**
   * A repair of what runs on the layer, which takes something down anyway: for a VMM the repair of
   * a guest, for a guest that of its service.
   *
   * @param seconds how long at most, finite and above 0
   */
  record Repair(double seconds) implements Wait {
    public Repair {
      requireSpan(seconds);
    }

    @Override
    public OptionalDouble mostSeconds() {
      return OptionalDouble.of(seconds);
    }
  }

  /**
   * An hour in which the load of the host is low.
   *
   * @param seconds how long at most, finite and above 0
   */
  record Quiet(double seconds) implements Wait {
    public Quiet {
      requireSpan(seconds);
    }

    @Override
    public OptionalDouble mostSeconds() {
      return OptionalDouble.of(seconds);
    }
  }

  private static void requireSpan(double seconds) {
    if (!(seconds > 0) || Double.isInfinite(seconds)) {
      throw new IllegalArgumentException("a time span is finite and above 0 s; got " + seconds);
    }
  }
}
