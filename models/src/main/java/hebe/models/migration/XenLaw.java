package hebe.models.migration;

/**
 * The law in the source of Xen 2 and 3: the rate goes up to the dirtying rate plus an increment,
 * capped, whenever that rate exceeds the present one; stop when a round at the maximum rate sent
 * more than the one before, after so many rounds, when few pages were visited, or when a multiple
 * of the memory was sent. The burst allowance of 100 KiB is left out: it shifts no round by a
 * second.
 *
 * @param startBitsPerSecond rate of the first round, above 0
 * @param maximumBitsPerSecond highest rate, at least the first
 * @param incrementBitsPerSecond added to the dirtying rate, at least 0
 * @param maximumRounds most rounds, above 0
 * @param minimumBytes stop when a round sent and skipped less, at least 0
 * @param volumeFactor stop when more than this multiple of the memory was sent, above 0
 * @param finalBitsPerSecond rate of the last copy, above 0
 * @param rate what the rate does
 */
public record XenLaw(
    double startBitsPerSecond,
    double maximumBitsPerSecond,
    double incrementBitsPerSecond,
    int maximumRounds,
    double minimumBytes,
    double volumeFactor,
    double finalBitsPerSecond,
    Rate rate)
    implements ControlLaw {
  public XenLaw {
    Require.positive("first rate in bit/s", startBitsPerSecond);
    Require.notNegative(
        "maximum less first rate in bit/s", maximumBitsPerSecond - startBitsPerSecond);
    Require.notNegative("increment in bit/s", incrementBitsPerSecond);
    Require.positive("rounds", maximumRounds);
    Require.notNegative("bytes at which to stop", minimumBytes);
    Require.positive("multiple of the memory", volumeFactor);
    Require.positive("rate of the last copy in bit/s", finalBitsPerSecond);
  }

  /** What the rate does. */
  public enum Rate {
    /** It follows the dirtying rate. */
    ADAPTIVE,
    /** It stays that of the first round, and never counts as the maximum. */
    FIXED
  }

  @Override
  public Next next(Progress progress) {
    if (progress.atStart()) {
      return new Live(startBitsPerSecond, 1);
    }
    Round last = progress.last();
    if (grows(progress) && atMaximum(last)) {
      return new Stop(finalBitsPerSecond, Reason.GROWING);
    }
    if (progress.rounds().size() >= maximumRounds) {
      return new Stop(finalBitsPerSecond, Reason.ROUNDS);
    }
    if (last.pass().sentBytes() + last.pass().skippedBytes() < minimumBytes) {
      return new Stop(finalBitsPerSecond, Reason.SMALL);
    }
    if (progress.sentBytes() > volumeFactor * progress.memoryBytes()) {
      return new Stop(finalBitsPerSecond, Reason.VOLUME);
    }
    return new Live(rateAfter(last), 1);
  }

  private static boolean grows(Progress progress) {
    int rounds = progress.rounds().size();
    double before =
        rounds == 1 ? progress.memoryBytes() : progress.rounds().get(rounds - 2).pass().sentBytes();
    return progress.last().pass().sentBytes() > before;
  }

  private boolean atMaximum(Round last) {
    return rate == Rate.ADAPTIVE && last.bitsPerSecond() >= maximumBitsPerSecond;
  }

  private double rateAfter(Round last) {
    double dirty = last.dirtyBitsPerSecond();
    return rate == Rate.ADAPTIVE && dirty > last.bitsPerSecond()
        ? Math.min(dirty + incrementBitsPerSecond, maximumBitsPerSecond)
        : last.bitsPerSecond();
  }
}
