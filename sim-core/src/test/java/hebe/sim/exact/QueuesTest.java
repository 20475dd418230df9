package hebe.sim.exact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sizes of the tandem queues whose values are in the rows. */
class QueuesTest {

  @ParameterizedTest
  @CsvSource({"5, 66", "15, 496"})
  void blockingTandem_states(int c, int states) throws UnsolvableException {
    assertThat(Solution.of(TandemQueues.blocking(c), 1000).states()).isEqualTo(states);
  }

  @ParameterizedTest
  @CsvSource({"8", "25"})
  void lossyTandem_states(int c) throws UnsolvableException {
    Solution solution = Solution.of(TandemQueues.lossy(c, 0), 1000);
    assertThat(solution.states()).isEqualTo((c + 1) * (c + 1));
  }

  @Test
  void threeQueues_states() throws UnsolvableException {
    // Each queue: empty, or 1 to 12 customers with the server in phase 1 or 2: 25^3.
    Solution solution = Solution.of(TandemQueues.three(7, 2, 3, 4, 6), 20_000);
    assertThat(solution.states()).isEqualTo(15_625);
    assertThat(solution.steady().residual()).isLessThan(1e-12);
  }

  @Test
  void rewardChain_endsWithNoReward() throws UnsolvableException {
    Solution solution = Solution.of(new RewardChain().build(), 9);
    assertThat(solution.steady().endings()).isEqualTo(1);
    assertThat(solution.steady(0)).isZero();
  }
}
