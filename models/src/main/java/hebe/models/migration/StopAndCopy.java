package hebe.models.migration;

/**
 * Migration of a stopped guest: downtime = duration = memory / rate + fixed parts.
 *
 * @param memoryBytes memory, above 0
 * @param bitsPerSecond rate, above 0
 * @param switchOver the fixed parts
 */
public record StopAndCopy(double memoryBytes, double bitsPerSecond, SwitchOver switchOver) {
  public StopAndCopy {
    Require.positive("memory in bytes", memoryBytes);
    Require.positive("rate in bit/s", bitsPerSecond);
  }

  /** Downtime and duration, in seconds. */
  public double seconds() {
    return memoryBytes / (bitsPerSecond / Byte.SIZE) + switchOver.seconds();
  }
}
