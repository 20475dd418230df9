package hebe.models.timing.run;

/**
 * Requests that reach a guest from outside, each in one packet.
 *
 * @param perSecond packets per second of host time, above 0
 * @param packetsPerBurst packets that come at once, at least 1
 * @param spacing how the bursts follow each other
 */
public record Arrivals(double perSecond, int packetsPerBurst, Spacing spacing) {
  public Arrivals {
    Range.aboveZero("packets per second", perSecond);
    Range.atLeastOne("packets per burst", packetsPerBurst);
  }

  /** Single packets as a Poisson stream. */
  public static Arrivals poisson(double perSecond) {
    return new Arrivals(perSecond, 1, Spacing.RANDOM);
  }

  double gapSeconds(double u) {
    double meanSeconds = packetsPerBurst / perSecond;
    return spacing == Spacing.EVEN ? meanSeconds : -meanSeconds * StrictMath.log1p(-u);
  }
}
