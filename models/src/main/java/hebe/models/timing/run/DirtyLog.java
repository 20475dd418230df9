package hebe.models.timing.run;

/**
 * Logging of dirty pages in rounds of host time: each round begins with all pages write-protected,
 * and the first write to each page faults. Writes fall on the pages with equal probability.
 *
 * <p>A round with t seconds of native work, w writes per such second and P pages has on average P
 * (1 - exp(-w t / P)) faults.
 *
 * @param pages pages that the guest writes to, at least 1
 * @param writesPerSecond per second of native work, at least 0
 * @param roundSeconds length of a round in host time, above 0
 * @param faultCycles one fault, at least 0
 * @param roundCycles what beginning a round costs the guest, at least 0
 */
public record DirtyLog(
    int pages,
    double writesPerSecond,
    double roundSeconds,
    double faultCycles,
    double roundCycles) {
  public DirtyLog {
    Range.atLeastOne("pages", pages);
    Range.atLeastZero("writes per second", writesPerSecond);
    Range.aboveZero("round in seconds", roundSeconds);
    Range.atLeastZero("cycles of a fault", faultCycles);
    Range.atLeastZero("cycles of a round", roundCycles);
  }

  /** Mean faults of a round with so much native work. */
  public double faults(double nativeSeconds) {
    return -pages * StrictMath.expm1(-writesPerSecond * nativeSeconds / pages);
  }
}
