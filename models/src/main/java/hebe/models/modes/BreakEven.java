package hebe.models.modes;

/**
 * When a system that toggles gets more done than one that always runs on a VMM.
 *
 * <p>Native stretches of mean N alternate with stays on the VMM: an attach of a, work of mean t, a
 * detach of d. On the VMM the share h of the work is lost, in native mode the share x. The VMM
 * crashes at the rate v while it is there; each crash costs an outage of R and another attach, and
 * the work goes on. So a stay has v t crashes on average, and
 *
 * <p>capacity = ((1 - x) N + (1 - h) t) / (N + F), F = a + t + d + v t (R + a),
 *
 * <p>exactly, as reward over duration of a renewal cycle; a t that is not exponential must be
 * resumed after a crash. Always on the VMM it is (1 - h) / (1 + v R). Both are equal at one N, and
 * the stays per time are then n = 1 / (N + F). Without crashes and tax that is n (a + d) + n t h =
 * h: the switches and what the VMM costs while it is there are what it costs always.
 *
 * @param attachSeconds a, at least 0
 * @param detachSeconds d, at least 0
 * @param staySeconds t, above 0
 * @param overhead h, from 0 and below 1
 * @param tax x, from 0 and below 1
 * @param crashesPerSecond v, at least 0
 * @param outageSeconds R, at least 0
 */
public record BreakEven(
    double attachSeconds,
    double detachSeconds,
    double staySeconds,
    double overhead,
    double tax,
    double crashesPerSecond,
    double outageSeconds) {
  private static final double DAY_SECONDS = 86_400;

  public BreakEven {
    if (!(attachSeconds >= 0
        && detachSeconds >= 0
        && staySeconds > 0
        && overhead >= 0
        && overhead < 1
        && tax >= 0
        && tax < 1
        && crashesPerSecond >= 0
        && outageSeconds >= 0)) {
      throw new IllegalArgumentException(
          "a break-even: expected times and a rate of at least 0 and shares below 1, got others");
    }
  }

  /** Share of its work that a system gets done which always runs on the VMM. */
  public double alwaysVirtual() {
    return (1 - overhead) / (1 + crashesPerSecond * outageSeconds);
  }

  /** Share that a toggling system gets done with native stretches of this mean, at least 0. */
  public double toggling(double nativeSeconds) {
    return ((1 - tax) * nativeSeconds + (1 - overhead) * staySeconds)
        / (nativeSeconds + besidesSeconds());
  }

  /**
   * Share gained by so many stays per day instead of running always on the VMM; negative where that
   * does not pay.
   *
   * @param staysPerDay above 0 and at most {@link #mostStaysPerDay}
   */
  public double gain(double staysPerDay) {
    return toggling(Math.max(0, DAY_SECONDS / staysPerDay - besidesSeconds())) - alwaysVirtual();
  }

  /** Most stays that fit into a day, with no native stretch between. */
  public double mostStaysPerDay() {
    return DAY_SECONDS / besidesSeconds();
  }

  /**
   * Stays per day at which both get the same done; the most that fit in if toggling pays however
   * often, 0 if it never does.
   */
  public double staysPerDay() {
    double always = alwaysVirtual();
    double kept = 1 - tax - always;
    if (kept <= 0) {
      return 0;
    }
    double stretch = (always * besidesSeconds() - (1 - overhead) * staySeconds) / kept;
    return DAY_SECONDS / (Math.max(0, stretch) + besidesSeconds());
  }

  /** F, the mean time from the end of one native stretch to the begin of the next. */
  private double besidesSeconds() {
    return attachSeconds
        + staySeconds
        + detachSeconds
        + crashesPerSecond * staySeconds * (outageSeconds + attachSeconds);
  }
}
