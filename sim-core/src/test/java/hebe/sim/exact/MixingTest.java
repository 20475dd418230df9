package hebe.sim.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Combinations of the results of an iteration, against iterations that are linear. */
class MixingTest {
  /** Two errors, each of which shrinks by a factor of its own in every cycle. */
  private static double[] cycle(double[] share) {
    return new double[] {0.25 + 0.9 * (share[0] - 0.25), 0.75 + 0.5 * (share[1] - 0.75)};
  }

  @Test
  void twoSlowErrors_threeResults_leaveNeither() {
    Mixing mixing = new Mixing();
    double[] share = {0.25 + 1e-7, 0.75 + 2e-7};
    for (int cycle = 0; cycle < 3; cycle++) {
      double[] before = share;
      share = cycle(before);
      mixing.mix(before, share, 1e-3);
    }
    // Two unknown factors take two differences of results; the plain errors are 0.9^3 = 0.73 of
    // 1e-7 and 0.5^3 = 0.13 of 2e-7. Left is the second order of the relative changes: 4e-14 times
    // 1 / (1 - 0.9), for each of the two factors.
    assertThat(share[0]).isCloseTo(0.25, Offset.offset(4e-12));
    assertThat(share[1]).isCloseTo(0.75, Offset.offset(4e-12));
  }

  @Test
  void farFromRest_resultStaysAsItIs() {
    Mixing mixing = new Mixing();
    double[] share = {0.25 + 1e-7, 0.75 + 2e-7};
    for (int cycle = 0; cycle < 3; cycle++) {
      double[] before = share;
      share = cycle(before);
      double[] plain = share.clone();
      mixing.mix(before, share, 0.6);
      assertThat(share).containsExactly(plain);
    }
  }

  @Test
  void combinationThatMovesAShareByMoreThanHalf_isNotTaken() {
    Mixing mixing = new Mixing();
    // Creeps by 1 % down, then by 0.99 %: the combination goes all the way to 0.
    double[] share = {1};
    for (int cycle = 0; cycle < 2; cycle++) {
      double[] before = share;
      share = new double[] {0.99 * before[0]};
      mixing.mix(before, share, 0.01);
    }
    assertThat(share).containsExactly(0.99 * 0.99);
  }

  @Test
  void equalChanges_resultStaysAsItIs() {
    Mixing mixing = new Mixing();
    double[] before = {0.4, 0.6};
    double[] after = {0.41, 0.59};
    mixing.mix(before, after, 0.03);
    mixing.mix(before, after, 0.03);
    assertThat(after).containsExactly(0.41, 0.59);
  }

  /** A share below what is waited for does not weigh in and does not move. */
  @Test
  void tinyShare_staysAsItIs() {
    Mixing mixing = new Mixing();
    double[] share = {0.25 + 1e-7, 0.75 + 2e-7, 1e-300};
    for (int cycle = 0; cycle < 3; cycle++) {
      double[] before = share;
      double[] two = cycle(before);
      share = Arrays.copyOf(two, 3);
      share[2] = before[2] / 2;
      mixing.mix(before, share, 1e-3);
    }
    assertThat(share[0]).isCloseTo(0.25, Offset.offset(4e-12));
    assertThat(share[2]).isEqualTo(1e-300 / 8);
  }
}
