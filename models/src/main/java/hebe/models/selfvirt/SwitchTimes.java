package hebe.models.selfvirt;

import hebe.models.timing.Bounds;
import java.util.List;

/**
 * What the scale of operation needs to know about one attach and one detach.
 *
 * @param attachSeconds the system stands still for it while the VMM slips under
 * @param detachSeconds the same while the VMM leaves
 * @param retry the wait before each, during which the system runs
 * @param nativeTax share of the native work that the readiness to switch costs in native mode
 * @param reservedBytes memory that the VMM keeps in native mode
 * @param unverified what the times rest on that is not verified
 */
public record SwitchTimes(
    Bounds attachSeconds,
    Bounds detachSeconds,
    Retry retry,
    Bounds nativeTax,
    Bounds reservedBytes,
    List<String> unverified) {
  public SwitchTimes {
    unverified = List.copyOf(unverified);
  }

  /** Chance that an attempt finds sensitive code in use. */
  public double retryProbability() {
    return retry.inUseProbability();
  }

  /** Time from one attempt to the next. */
  public double retryPeriodSeconds() {
    return retry.periodSeconds();
  }

  /**
   * The native stretch that repays one attach and one detach: (attach + detach) / overhead.
   *
   * @param overhead share of the work that a VMM costs while it is there, above 0
   */
  public Bounds payBackSeconds(double overhead) {
    if (!(overhead > 0)) {
      throw new IllegalArgumentException("overhead: expected a share above 0, got " + overhead);
    }
    return attachSeconds.plus(detachSeconds).times(1 / overhead);
  }
}
