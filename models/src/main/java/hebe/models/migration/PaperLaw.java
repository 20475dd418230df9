package hebe.models.migration;

/**
 * The law that Clark et al. (2005) describe: the first round at the minimum rate, each later one at
 * the dirtying rate of the round before plus an increment, but not below the minimum; stop when
 * that is above the maximum, or when little is left.
 *
 * @param minimumBitsPerSecond rate of the first round, above 0
 * @param maximumBitsPerSecond highest rate of a live round, at least the minimum
 * @param incrementBitsPerSecond added to the dirtying rate, above 0: the rounds get shorter
 * @param stopBytes stop when less is pending, above 0
 * @param finalBitsPerSecond rate of the last copy, above 0
 */
public record PaperLaw(
    double minimumBitsPerSecond,
    double maximumBitsPerSecond,
    double incrementBitsPerSecond,
    double stopBytes,
    double finalBitsPerSecond)
    implements ControlLaw {
  public PaperLaw {
    Require.positive("minimum rate in bit/s", minimumBitsPerSecond);
    Require.positive("increment in bit/s", incrementBitsPerSecond);
    Require.positive("bytes at which to stop", stopBytes);
    Require.positive("rate of the last copy in bit/s", finalBitsPerSecond);
    Require.notNegative(
        "maximum less minimum rate in bit/s", maximumBitsPerSecond - minimumBitsPerSecond);
  }

  @Override
  public Next next(Progress progress) {
    if (progress.atStart()) {
      return new Live(minimumBitsPerSecond, 1);
    }
    if (progress.pendingBytes() < stopBytes) {
      return new Stop(finalBitsPerSecond, Reason.SMALL);
    }
    double wanted = progress.last().dirtyBitsPerSecond() + incrementBitsPerSecond;
    return wanted > maximumBitsPerSecond
        ? new Stop(finalBitsPerSecond, Reason.DIRTIED_TOO_FAST)
        : new Live(Math.max(wanted, minimumBitsPerSecond), 1);
  }
}
