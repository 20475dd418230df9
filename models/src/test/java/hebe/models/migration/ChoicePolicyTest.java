package hebe.models.migration;

import static org.assertj.core.api.Assertions.assertThat;

import hebe.models.migration.ChoiceCost.Expected;
import hebe.models.migration.MemoryVersion.Digit;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A guest of 1 GiB on 128 MiB/s, sampled every second: 1/8 of its memory is dirty at r = 1. */
class ChoicePolicyTest {
  private static final double MEMORY = 0x1p30;
  private static final double LINK = 0x1p27;
  private static final double SHARE_AT_ONE = 0.125;
  private static final SwitchOver SWITCH_OVER = new SwitchOver(0, 0.01);
  private static final ChoicePolicy POLICY = new ChoicePolicy(0.05, 0.25, 3, 1e-3);

  @ParameterizedTest
  @CsvSource({
    "0, 0.1, CORRECTIONS",
    "0.0499, 0.1, CORRECTIONS",
    "0.05, 0.1, FEATURES",
    "0.2499, 0.1, FEATURES",
    "0.25, 0.1, GENERATION",
    "0.01, 1, GENERATION",
  })
  void epoch_movesTheDigitOfItsShare(double share, double ratio, Digit expected) {
    assertThat(POLICY.digit(share, ratio)).isEqualTo(expected);
  }

  @Test
  void version_digitThatMoves_clearsTheLowerOnes() {
    MemoryVersion version = MemoryVersion.initial();
    for (Digit digit :
        List.of(
            Digit.RELEASE,
            Digit.CORRECTIONS,
            Digit.CORRECTIONS,
            Digit.FEATURES,
            Digit.CORRECTIONS)) {
      version = version.after(digit);
    }
    assertThat(version).isEqualTo(new MemoryVersion(1, 0, 1, 1));
    assertThat(version.after(Digit.GENERATION)).isEqualTo(new MemoryVersion(1, 1, 0, 0));
    assertThat(version.after(Digit.RELEASE)).isEqualTo(new MemoryVersion(2, 0, 0, 0));
  }

  @Test
  void choice_remembersSomeEpochs_andFearsLoss() {
    List<Digit> calm = Collections.nCopies(3, Digit.CORRECTIONS);
    assertThat(POLICY.choose(calm, 0.1, 0)).isEqualTo(MigrationMode.PRE_COPY);
    assertThat(POLICY.choose(calm, 1, 0)).isEqualTo(MigrationMode.POST_COPY);
    assertThat(POLICY.choose(List.of(), 0.1, 0)).isEqualTo(MigrationMode.PRE_COPY);
    List<Digit> within = List.of(Digit.GENERATION, Digit.FEATURES, Digit.CORRECTIONS);
    assertThat(POLICY.choose(within, 0.1, 0)).isEqualTo(MigrationMode.POST_COPY);
    assertThat(POLICY.choose(within, 0.1, 0.0011)).isEqualTo(MigrationMode.PRE_COPY);
    List<Digit> before = List.of(Digit.GENERATION, Digit.FEATURES, Digit.FEATURES, Digit.FEATURES);
    assertThat(POLICY.choose(before, 0.1, 0)).isEqualTo(MigrationMode.PRE_COPY);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0.01, 1e4",
    "1, 0.1, 1e6",
    "10, 0.1, 1e5",
    "100, 1, 1e7",
    "1, 0, 1e5",
  })
  void tunedPolicy_onASweep_costsAtMostFivePercentMoreThanTheBetterFixedOne(
      double perDowntimeSecond, double perSecond, double perLoss) {
    ChoiceCost cost = new ChoiceCost(perDowntimeSecond, perSecond, perLoss);
    ChoicePolicy policy =
        ChoicePolicy.tuned(cost, ChoicePolicyTest::preCopy, postCopy(), SHARE_AT_ONE, 5);
    for (int step = 1; step <= 40; step++) {
      double ratio = 0.05 * step;
      double share = Math.min(1, ratio * SHARE_AT_ONE);
      List<Digit> moved = Collections.nCopies(5, policy.digit(share, ratio));
      MigrationMode mode = policy.choose(moved, ratio, postCopy().lossProbability());
      double pre = cost.of(preCopy(ratio));
      double post = cost.of(postCopy());
      double chosen = mode == MigrationMode.POST_COPY ? post : pre;
      assertThat(chosen).as("ratio " + ratio).isLessThanOrEqualTo(1.05 * Math.min(pre, post));
      if (ratio >= 1) {
        assertThat(mode).isEqualTo(MigrationMode.POST_COPY);
      }
    }
  }

  @Test
  void tunedPolicy_lossesThatWeighLittle_isStillPreCopyWhereNextToNothingIsWritten() {
    ChoiceCost cost = new ChoiceCost(1, 0.1, 1e6);
    ChoicePolicy policy =
        ChoicePolicy.tuned(cost, ChoicePolicyTest::preCopy, postCopy(), SHARE_AT_ONE, 1);
    Digit digit = policy.digit(0.001 * SHARE_AT_ONE, 0.001);
    assertThat(policy.choose(List.of(digit), 0.001, 0)).isEqualTo(MigrationMode.PRE_COPY);
  }

  private static Expected preCopy(double ratio) {
    ConstantRate law = new ConstantRate(8 * LINK, 0x1p20, 29);
    PreCopyRun run = PreCopy.run(new Uniform(MEMORY, ratio * LINK), law, SWITCH_OVER);
    return new Expected(run.downtimeSeconds(), run.durationSeconds(), 0);
  }

  /** 8 s of split state between hosts that fail once in 9000 h. */
  private static Expected postCopy() {
    double loss = PostCopyRun.lossProbability(1 / 32_400_000.0, 8);
    return new Expected(0.018, 8.018, loss);
  }
}
