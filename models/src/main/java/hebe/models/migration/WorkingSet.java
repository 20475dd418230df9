package hebe.models.migration;

/**
 * A guest with a hot set that is written at once and other memory that is written slowly: D(t) =
 * min(memory, hot (1 - exp(-t / tau)) + slow t). Source: docs/sources.md#live-migration.
 *
 * @param memoryBytes memory, above 0
 * @param hotBytes hot set, 0 to the memory
 * @param hotSeconds tau: time constant in which the hot set is written, above 0
 * @param slowBytesPerSecond rate at which the other memory is dirtied, at least 0
 * @param firstSkipShare share of D that the first pass skips, 0 to 1
 * @param laterSkipShare share of the pending bytes that a later pass skips, 0 up to below 1
 */
public record WorkingSet(
    double memoryBytes,
    double hotBytes,
    double hotSeconds,
    double slowBytesPerSecond,
    double firstSkipShare,
    double laterSkipShare)
    implements Windowed {
  public WorkingSet {
    Require.positive("memory in bytes", memoryBytes);
    Require.notNegative("hot set in bytes", hotBytes);
    Require.positive("time constant of the hot set in seconds", hotSeconds);
    Require.notNegative("slow dirtying in bytes/s", slowBytesPerSecond);
    Require.share("share skipped in the first pass", firstSkipShare);
    Require.share("share skipped in later passes", laterSkipShare);
    if (hotBytes > memoryBytes || laterSkipShare == 1) {
      throw new IllegalArgumentException(
          "a hot set lies within the memory, and a later pass sends something; got "
              + hotBytes
              + " of "
              + memoryBytes
              + " bytes and a skipped share of "
              + laterSkipShare);
    }
  }

  @Override
  public double dirtyBytes(double windowSeconds) {
    double hot = -hotBytes * StrictMath.expm1(-windowSeconds / hotSeconds);
    return Math.min(memoryBytes, hot + slowBytesPerSecond * windowSeconds);
  }
}
