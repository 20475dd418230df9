package hebe.models.timing.run;

/**
 * Timer ticks by the wall clock. A virtual processor that did not run takes one tick, however many
 * it missed, when it runs again; a blocked one takes none.
 *
 * <p>A busy guest alone on a core has the slow-down 1 / (1 - perSecond x cycles / clock).
 *
 * @param perSecond per second of host time, above 0
 * @param cycles what one costs beyond native, at least 0
 */
public record Ticks(double perSecond, double cycles) {
  public Ticks {
    Range.aboveZero("ticks per second", perSecond);
    Range.atLeastZero("cycles of a tick", cycles);
  }
}
