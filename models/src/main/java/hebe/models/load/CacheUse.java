package hebe.models.load;

import hebe.models.catalog.Parameter;
import hebe.models.catalog.Profile;
import hebe.sim.law.DelayLaw;
import hebe.sim.law.Deterministic;
import java.util.Optional;

/**
 * How a guest lives on its page cache, and what a cold one costs it on the disk of a machine.
 *
 * <p>n guests that fill their caches at once get R_n = R / (n (1 + g (n - 1))) each of the rate R
 * of one stream, with the loss g by parallel streams. Each is then a {@link PageCache} on a disk of
 * its own of that rate, read as a stream: it has its share min(1, R_n / D) of its warm speed, for S
 * / min(D, R_n). All n share from the first to the last read, however much each has to read.
 *
 * @param workingSetMib S in MiB, above 0
 * @param warm how fast it reads while all of S is cached
 * @param refill law of the time until all of S is cached again, in place of the one above
 */
public record CacheUse(double workingSetMib, Warm warm, Optional<DelayLaw> refill) {
  /** The access time is in the rate of the stream, so the size of a read does not matter. */
  private static final double ANY_READ_MIB = 1;

  public CacheUse {
    if (!(workingSetMib > 0)) {
      throw new IllegalArgumentException("a working set is above 0; got " + workingSetMib + " MiB");
    }
  }

  /** How fast a guest reads from a warm cache. */
  public sealed interface Warm {
    /** Its rate D in MiB/s on a machine whose disk streams at R. */
    double rate(double diskRate);
  }

  /**
   * It is known how much slower it is while its cache is cold and the disk its own: D = R / (1 -
   * dip).
   *
   * @param share the dip, at least 0 and below 1
   */
  public record Dip(double share) implements Warm {
    public Dip {
      if (!(share >= 0 && share < 1)) {
        throw new IllegalArgumentException("a dip is at least 0 and below 1; got " + share);
      }
    }

    @Override
    public double rate(double diskRate) {
      return diskRate / (1 - share);
    }
  }

  /**
   * D itself.
   *
   * @param mibPerSecond above 0
   */
  public record WarmRate(double mibPerSecond) implements Warm {
    public WarmRate {
      if (!(mibPerSecond > 0)) {
        throw new IllegalArgumentException("a rate is above 0; got " + mibPerSecond + " MiB/s");
      }
    }

    @Override
    public double rate(double diskRate) {
      return mibPerSecond;
    }
  }

  /**
   * What a cold cache means.
   *
   * @param lasts law of the time until it is warm
   * @param speed share of its warm speed that the guest has meanwhile, in (0, 1]
   */
  public record Cold(DelayLaw lasts, double speed) {}

  /**
   * A cold cache on this machine.
   *
   * @param guests how many fill theirs at once, at least 1
   */
  public Cold cold(Profile hardware, int guests) {
    double disk = hardware.get(Parameter.DISK_RATE);
    double loss = 1 + hardware.get(Parameter.DISK_INTERFERENCE) * (guests - 1);
    double share = disk / (guests * loss);
    PageCache cache = new PageCache(workingSetMib, warm.rate(disk), ANY_READ_MIB);
    return new Cold(
        refill.orElseGet(() -> new Deterministic(cache.refillSeconds(share, 0))),
        cache.coldShare(share, 0));
  }
}
