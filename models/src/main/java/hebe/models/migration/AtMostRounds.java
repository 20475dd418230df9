package hebe.models.migration;

/**
 * Another law, cut off after a number of rounds.
 *
 * @param law the law
 * @param rounds most live rounds, at least 0
 * @param finalBitsPerSecond rate of the last copy if the rounds end it, above 0
 */
public record AtMostRounds(ControlLaw law, int rounds, double finalBitsPerSecond)
    implements ControlLaw {
  public AtMostRounds {
    Require.notNegative("rounds", rounds);
    Require.positive("rate of the last copy in bit/s", finalBitsPerSecond);
  }

  @Override
  public Next next(Progress progress) {
    return progress.rounds().size() >= rounds
        ? new Stop(finalBitsPerSecond, Reason.ROUNDS)
        : law.next(progress);
  }
}
