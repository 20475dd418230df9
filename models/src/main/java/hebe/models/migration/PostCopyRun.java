package hebe.models.migration;

/**
 * A migration by post-copy.
 *
 * @param pages pages that crossed, each once
 * @param workingSetPages pages that the guest touches
 * @param totalBytes all bytes that crossed the link
 * @param faults touches of pages that had not been sent
 * @param waits touches of pages that were under way
 * @param stallSeconds how long the guest waited for pages, in all
 * @param pushSeconds from resume until the last page is there: meanwhile the state is split
 * @param downtimeSeconds how long the guest stands still before it resumes
 */
public record PostCopyRun(
    int pages,
    int workingSetPages,
    double totalBytes,
    int faults,
    int waits,
    double stallSeconds,
    double pushSeconds,
    double downtimeSeconds) {
  /**
   * Touches of pages that are not there, / pages of the working set; 0 to 1. The destination does
   * not know what is under way.
   */
  public double faultShare() {
    return workingSetPages == 0 ? 0 : (double) (faults + waits) / workingSetPages;
  }

  /** From the stop of the guest until the last page is there, in seconds. */
  public double durationSeconds() {
    return downtimeSeconds + pushSeconds;
  }

  /**
   * Probability that the guest is lost to a failure of either host while the state is split: 1 -
   * exp(-2 lambda T). Source: docs/sources.md#live-migration.
   *
   * @param failuresPerSecond lambda: failure rate of each host, at least 0
   */
  public double lossProbability(double failuresPerSecond) {
    return lossProbability(failuresPerSecond, pushSeconds);
  }

  /** The same for a window of T seconds, at least 0. */
  public static double lossProbability(double failuresPerSecond, double windowSeconds) {
    Require.notNegative("failures per second", failuresPerSecond);
    Require.notNegative("window in seconds", windowSeconds);
    return -StrictMath.expm1(-2 * failuresPerSecond * windowSeconds);
  }
}
