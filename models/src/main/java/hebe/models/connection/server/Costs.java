package hebe.models.connection.server;

/**
 * What the program's work takes.
 *
 * @param readSeconds per read, at least 0
 * @param inputBytesPerSecond rate at which it consumes, above 0; infinite for no cost
 * @param outputBytesPerSecond rate at which it produces, above 0; infinite for no cost
 */
public record Costs(double readSeconds, double inputBytesPerSecond, double outputBytesPerSecond) {
  /** No time at all. */
  public static final Costs NONE = new Costs(0, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

  public Costs {
    if (!(readSeconds >= 0 && inputBytesPerSecond > 0 && outputBytesPerSecond > 0)) {
      throw new IllegalArgumentException("costs: expected at least 0 s and rates above 0");
    }
  }

  /** Seconds of one read of so many bytes. */
  public double readSeconds(long bytes) {
    return readSeconds + bytes / inputBytesPerSecond;
  }

  /** Seconds to produce so many bytes. */
  public double writeSeconds(long bytes) {
    return bytes / outputBytesPerSecond;
  }
}
