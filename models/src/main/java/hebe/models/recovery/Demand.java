package hebe.models.recovery;

/** One step of a task. */
public sealed interface Demand {
  /** Seconds that it takes when nobody else is there; at least 0. */
  double seconds();

  /** Time that passes whatever else happens. */
  record Wait(double seconds) implements Demand {
    public Wait {
      requireDuration(seconds);
    }
  }

  /**
   * Work on a shared resource.
   *
   * @param resource which
   * @param seconds work, as the time that it takes alone
   * @param stream whether it is a sequential stream of a disk, which other streams disturb
   */
  record Work(Resource resource, double seconds, boolean stream) implements Demand {
    public Work {
      requireDuration(seconds);
    }
  }

  private static void requireDuration(double seconds) {
    if (!(seconds >= 0) || Double.isInfinite(seconds)) {
      throw new IllegalArgumentException(
          "a demand lasts at least 0 s and is finite; got " + seconds);
    }
  }
}
