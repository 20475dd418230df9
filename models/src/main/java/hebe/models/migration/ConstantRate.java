package hebe.models.migration;

/**
 * A law of textbooks: one rate for all, stop when little is left or after so many rounds.
 *
 * @param bitsPerSecond the rate, above 0
 * @param stopBytes stop when no more is pending, at least 0
 * @param maximumRounds most live rounds, at least 0
 */
public record ConstantRate(double bitsPerSecond, double stopBytes, int maximumRounds)
    implements ControlLaw {
  public ConstantRate {
    Require.positive("rate in bit/s", bitsPerSecond);
    Require.notNegative("bytes at which to stop", stopBytes);
    Require.notNegative("rounds", maximumRounds);
  }

  @Override
  public Next next(Progress progress) {
    if (progress.pendingBytes() <= stopBytes) {
      return new Stop(bitsPerSecond, Reason.SMALL);
    }
    return progress.rounds().size() >= maximumRounds
        ? new Stop(bitsPerSecond, Reason.ROUNDS)
        : new Live(bitsPerSecond, 1);
  }
}
