package hebe.models.load;

/**
 * A guest that reads from its page cache, and what it does while the cache is cold.
 *
 * <p>S the working set, D the rate of reads while all of S is cached, and r = min(D, s / (a + s /
 * R)) that of reads from the disk, s the size of one read, a the time of an access and R the rate
 * of a stream. The first pass over S after the cache was lost is at r: it lasts S / r, at the share
 * r / D of the warm rate. The lost work S (1 / r - 1 / D), in seconds, is the same in whatever
 * order S is read, as long as every read that misses takes as much longer. Source:
 * docs/sources.md#page-cache.
 *
 * @param workingSetMib S in MiB, above 0
 * @param warmRate D in MiB/s, above 0
 * @param readMib s in MiB, above 0
 */
public record PageCache(double workingSetMib, double warmRate, double readMib) {
  public PageCache {
    if (!(workingSetMib > 0 && warmRate > 0 && readMib > 0)) {
      throw new IllegalArgumentException(
          "a working set, a rate and a size of reads are above 0; got "
              + workingSetMib
              + " MiB, "
              + warmRate
              + " MiB/s, "
              + readMib
              + " MiB");
    }
  }

  /**
   * Share of its warm rate that the guest gets while its cache is cold, in (0, 1].
   *
   * @param diskRate R in MiB/s
   * @param accessSeconds a
   */
  public double coldShare(double diskRate, double accessSeconds) {
    return coldRate(diskRate, accessSeconds) / warmRate;
  }

  /** How long the first pass over a cold working set lasts, in seconds. */
  public double refillSeconds(double diskRate, double accessSeconds) {
    return workingSetMib / coldRate(diskRate, accessSeconds);
  }

  private double coldRate(double diskRate, double accessSeconds) {
    return StrictMath.min(warmRate, readMib / (accessSeconds + readMib / diskRate));
  }
}
