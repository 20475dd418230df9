package hebe.models.migration;

/**
 * A guest that writes to a page that is still clean at a constant rate, until all are dirty: D(t) =
 * min(memory, rate t). Nothing is skipped.
 *
 * @param memoryBytes memory, above 0
 * @param dirtyBytesPerSecond page size times pages dirtied per second, at least 0
 */
public record Uniform(double memoryBytes, double dirtyBytesPerSecond) implements Windowed {
  public Uniform {
    Require.positive("memory in bytes", memoryBytes);
    Require.notNegative("dirty rate in bytes/s", dirtyBytesPerSecond);
  }

  @Override
  public double dirtyBytes(double windowSeconds) {
    return Math.min(memoryBytes, dirtyBytesPerSecond * windowSeconds);
  }

  @Override
  public double firstSkipShare() {
    return 0;
  }

  @Override
  public double laterSkipShare() {
    return 0;
  }
}
