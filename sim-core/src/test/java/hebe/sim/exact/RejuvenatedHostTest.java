package hebe.sim.exact;

import static org.assertj.core.api.Assertions.assertThat;

import hebe.sim.exact.RejuvenatedHost.Mechanism;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sizes of the host whose values are in the rows. */
class RejuvenatedHostTest {

  @ParameterizedTest
  @CsvSource({"NONE, 14, 30", "COLD, 17, 45", "WARM, 23, 51", "MIGRATE, 50, 111"})
  void exponentialClocks_statesAndRates(Mechanism mechanism, int states, int rates)
      throws UnsolvableException {
    Solution solution = Solution.of(RejuvenatedHost.erlang(mechanism, 1, 168, 24), 100);
    assertThat(solution.states()).isEqualTo(states);
    assertThat(solution.rates()).isEqualTo(rates);
  }

  @Test
  void noClocks_statesAndRates() throws UnsolvableException {
    Solution solution = Solution.of(RejuvenatedHost.neverRejuvenated(), 100);
    assertThat(solution.states()).isEqualTo(12);
    assertThat(solution.rates()).isEqualTo(22);
  }
}
