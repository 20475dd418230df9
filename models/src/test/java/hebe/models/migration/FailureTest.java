package hebe.models.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hebe.models.migration.Failure.Consequence;
import hebe.models.migration.Failure.Protection;
import hebe.sim.random.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureTest {
  private static final int RUNS = 1_000_000;

  @ParameterizedTest
  @CsvSource({
    "ITERATING, DESTINATION, NONE, STAYS_AT_SOURCE",
    "ITERATING, LINK, NONE, STAYS_AT_SOURCE",
    "ITERATING, SOURCE, NONE, LOST",
    "ITERATING, SOURCE, REVERSE, LOST",
    "ITERATING, SOURCE, FORWARD, RESTARTS_FROM_CHECKPOINT",
    "RESERVING, LINK, NONE, STAYS_AT_SOURCE",
    "STOPPED, DESTINATION, NONE, STAYS_AT_SOURCE",
    "STOPPED, SOURCE, BOTH, RESTARTS_FROM_CHECKPOINT",
    "ACTIVATING, SOURCE, NONE, GOES_ON_AT_DESTINATION",
    "ACTIVATING, LINK, NONE, GOES_ON_AT_DESTINATION",
    "ACTIVATING, DESTINATION, BOTH, LOST",
    "RESUMED_REMOTE, SOURCE, NONE, LOST",
    "RESUMED_REMOTE, DESTINATION, NONE, LOST",
    "RESUMED_REMOTE, LINK, NONE, LOST",
    "RESUMED_REMOTE, DESTINATION, FORWARD, LOST",
    "RESUMED_REMOTE, DESTINATION, REVERSE, RESTARTS_AT_SOURCE",
    "RESUMED_REMOTE, LINK, REVERSE, RESTARTS_AT_SOURCE",
    "RESUMED_REMOTE, SOURCE, REVERSE, LOST",
    "RESUMED_REMOTE, SOURCE, FORWARD, RELOADS_MISSING_PAGES",
    "RESUMED_REMOTE, LINK, BOTH, RESTARTS_AT_SOURCE",
  })
  void failure_inAPhase_hasItsConsequence(
      Phase phase, Failure failure, Protection protection, Consequence expected) {
    assertThat(failure.in(phase, protection)).isEqualTo(expected);
  }

  @Test
  void preCopy_beforeTheCommit_survivesEveryFailureOfDestinationAndLink() {
    for (Phase phase : new Phase[] {Phase.RESERVING, Phase.ITERATING, Phase.STOPPED}) {
      for (Protection protection : Protection.values()) {
        assertThat(Failure.DESTINATION.in(phase, protection))
            .isEqualTo(Consequence.STAYS_AT_SOURCE);
        assertThat(Failure.LINK.in(phase, protection)).isEqualTo(Consequence.STAYS_AT_SOURCE);
      }
    }
  }

  @Test
  void lossProbability_isItsClosedForm() {
    // 1 - e^(-2 x 0.001 x 100) = 1 - e^(-0.2).
    assertThat(PostCopyRun.lossProbability(0.001, 100)).isCloseTo(0.18126925, within(1e-8));
    // Without cancellation where it is small: 2 x 3e-8 x 8.
    assertThat(PostCopyRun.lossProbability(3e-8, 8)).isCloseTo(4.8e-7, within(1e-12));
  }

  @Test
  void losses_simulated_areThoseOfTheClosedForm() {
    PostCopyRun run = new PostCopyRun(1, 0, 0, 0, 0, 0, 100, 0);
    double expected = run.lossProbability(0.001);
    assertShare(losses(Phase.RESUMED_REMOTE, run.pushSeconds()), expected);
    // Before a commit only the source counts: 1 - e^(-0.1).
    assertShare(losses(Phase.ITERATING, 100), -StrictMath.expm1(-0.1));
  }

  /** Within three standard errors, together less than 1 % of the share. */
  private static void assertShare(int losses, double expected) {
    double standardError = StrictMath.sqrt(expected * (1 - expected) / RUNS);
    assertThat(standardError / expected).isLessThan(0.01 / 3);
    assertThat((double) losses / RUNS).isCloseTo(expected, within(3 * standardError));
  }

  /** How often the first failure within a phase of so many seconds loses the guest. */
  private static int losses(Phase phase, double seconds) {
    Streams streams = new Streams(2009, 0, 2);
    streams.open(0, "source");
    streams.open(1, "destination");
    int losses = 0;
    for (int i = 0; i < RUNS; i++) {
      double source = -1000 * StrictMath.log1p(-streams.nextUniform(0));
      double destination = -1000 * StrictMath.log1p(-streams.nextUniform(1));
      Failure first = source < destination ? Failure.SOURCE : Failure.DESTINATION;
      boolean inTime = Math.min(source, destination) < seconds;
      // A destination that fails before a commit is replaced; the source may still fail.
      boolean later = first == Failure.DESTINATION && source < seconds;
      Consequence consequence =
          first.in(phase, Protection.NONE) == Consequence.STAYS_AT_SOURCE && later
              ? Failure.SOURCE.in(phase, Protection.NONE)
              : first.in(phase, Protection.NONE);
      losses += inTime && consequence == Consequence.LOST ? 1 : 0;
    }
    return losses;
  }
}
