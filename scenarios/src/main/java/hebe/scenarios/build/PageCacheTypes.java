package hebe.scenarios.build;

import hebe.models.load.CacheUse;
import hebe.scenarios.read.Bounds;
import hebe.scenarios.read.Key;
import hebe.scenarios.read.Mapping;
import hebe.scenarios.read.Types;
import hebe.scenarios.read.Values;
import hebe.sim.law.DelayLaw;
import java.util.Optional;

/** How a guest lives on its page cache. */
final class PageCacheTypes {
  private static final double MIB = 0x1p20;
  private static final double GIB = 0x1p30;

  private static final Key<Double> WORKING_SET =
      Key.required(
          "working-set",
          "What it reads again and again, of its memory.",
          Types.memoryBytes().map(bytes -> bytes / MIB));
  private static final Key<Optional<Double>> DIP =
      Key.optional(
          "dip",
          "What it loses of its speed while none of that is cached and the disk is its own.",
          Types.share(new Bounds(0, true, 1, false)));
  private static final Key<Optional<Double>> WARM_RATE =
      Key.optional(
          "warm-rate",
          "Instead of `dip`: how fast it reads while all of that is cached.",
          Types.bytesPerSecond().map(bytes -> bytes / MIB));
  private static final Key<Optional<DelayLaw>> REFILL =
      Key.optional(
          "refill",
          "How long it takes until all is cached again.",
          Delays.law(),
          "computed from the working set and the disk, which guests that boot together share");

  private PageCacheTypes() {}

  static Mapping<CacheUse> type() {
    return Mapping.checked(
        "page cache",
        "What a guest reads from its page cache, which every boot empties.",
        PageCacheTypes::read,
        WORKING_SET,
        DIP,
        WARM_RATE,
        REFILL);
  }

  private static Optional<CacheUse> read(Values read) {
    Optional<CacheUse.Warm> dip = read.get(DIP).map(CacheUse.Dip::new);
    Optional<CacheUse.Warm> rate = read.get(WARM_RATE).map(CacheUse.WarmRate::new);
    if (dip.isPresent() == rate.isPresent()) {
      return read.refuse(
          DIP,
          "either \"dip\" or \"warm-rate\"",
          dip.isPresent() ? "both" : "none",
          dip.isPresent() ? "keep one of them" : "write for example \"dip: 69 %\"");
    }
    return Optional.of(
        new CacheUse(read.get(WORKING_SET), dip.or(() -> rate).orElseThrow(), read.get(REFILL)));
  }

  /** Whether the working set of a guest fits into its memory. */
  static boolean fits(Values read, Key<Optional<CacheUse>> key, double memoryGib) {
    double setGib = read.get(key).map(CacheUse::workingSetMib).orElse(0.0) * MIB / GIB;
    if (setGib <= memoryGib) {
      return true;
    }
    read.refuse(
        key,
        "a working set of at most the guest's memory of " + Shown.number(memoryGib) + " GiB",
        Shown.number(setGib) + " GiB",
        "what does not fit is never cached, so write what is");
    return false;
  }
}
