package hebe.models.timing.run;

import hebe.models.timing.HostClock;
import hebe.sim.stat.Tally;
import java.util.Arrays;

/** Times in cycles: mean, deviation, and counts in buckets 1/128 wide, relative to their value. */
final class Observations {
  private static final int MANTISSA_BITS = 7;
  private static final int SHIFT = 52 - MANTISSA_BITS;
  private static final int BUCKET_OF_ONE = 1023 << MANTISSA_BITS; // bits of 1.0, shifted
  private static final int OCTAVES = 60; // 2^60 cycles are years

  private final long[] buckets = new long[(OCTAVES << MANTISSA_BITS) + 1];
  private Tally tally = new Tally();

  void add(double cycles) {
    tally.add(cycles);
    int bucket = (int) (Double.doubleToRawLongBits(cycles) >>> SHIFT) - BUCKET_OF_ONE + 1;
    buckets[Math.max(0, Math.min(bucket, buckets.length - 1))]++;
  }

  void clear() {
    tally = new Tally();
    Arrays.fill(buckets, 0);
  }

  Distribution in(HostClock clock) {
    if (tally.count() == 0) {
      return new Distribution(0, 0, 0, 0, 0, 0, 0);
    }
    double variance = tally.count() < 2 ? 0 : tally.variance();
    return new Distribution(
        tally.count(),
        clock.seconds(tally.mean()),
        clock.seconds(Math.sqrt(variance)),
        clock.seconds(quantile(0.5)),
        clock.seconds(quantile(0.95)),
        clock.seconds(quantile(0.99)),
        clock.seconds(tally.max()));
  }

  private double quantile(double share) {
    long wanted = (long) Math.ceil(share * tally.count());
    long seen = 0;
    int bucket = -1;
    while (seen < wanted) {
      seen += buckets[++bucket];
    }
    return Math.min(tally.max(), upperEdge(bucket));
  }

  private static double upperEdge(int bucket) {
    return Double.longBitsToDouble((long) (bucket + BUCKET_OF_ONE) << SHIFT);
  }
}
