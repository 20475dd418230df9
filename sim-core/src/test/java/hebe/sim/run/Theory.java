package hebe.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import hebe.sim.stat.Tally;

/** The statistical rule: the test could have seen the effect, and the mean agrees with theory. */
final class Theory {
  private Theory() {}

  /**
   * Checks a mean.
   *
   * @param effect the smallest deviation from theory that must be seen
   */
  static void agrees(String what, Tally tally, double theory, double effect) {
    assertThat(tally.standardError())
        .as("standard error of %s, for an effect of %s", what, effect)
        .isLessThanOrEqualTo(effect / 9);
    assertThat(Math.abs(tally.mean() - theory))
        .as("%s: %s against %s", what, tally.mean(), theory)
        .isLessThanOrEqualTo(4.5 * tally.standardError());
  }
}
