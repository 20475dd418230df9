package hebe.models.timing;

/**
 * The clock of a core: the one place where cycles become seconds.
 *
 * @param hertz cycles per second, above 0
 */
public record HostClock(double hertz) {
  public HostClock {
    if (!(hertz > 0) || Double.isInfinite(hertz)) {
      throw new IllegalArgumentException("a clock is above 0 Hz; got " + hertz);
    }
  }

  /** The time that cycles take. */
  public double seconds(double cycles) {
    return cycles / hertz;
  }

  /** The cycles in a time. */
  public double cycles(double seconds) {
    return seconds * hertz;
  }
}
