package hebe.sim.exact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Size of the workstation cluster, and its first failures as PRISM's tests have them. */
class ClusterTest {

  @ParameterizedTest
  @CsvSource({"2, 276, 1120", "4, 820, 3616", "8, 2772, 12832", "16, 10132, 48160"})
  void cluster_statesAndRates(int n, int states, int rates) throws UnsolvableException {
    Solution solution = Solution.of(new WorkstationCluster(n).build(), 20_000);
    assertThat(solution.states()).isEqualTo(states);
    assertThat(solution.rates()).isEqualTo(rates);
    assertThat(solution.steady().residual()).isLessThan(1e-12);
  }

  @ParameterizedTest
  @CsvSource({
    "0.2, 2.575834331129808e-9",
    "2, 2.587821746795989e-7",
    "20, 1.3126420636755083e-5",
    "200, 1.7751335826903441e-4"
  })
  void clusterOf4_firstFailureBefore_publishedByPrism(double hours, double probability)
      throws UnsolvableException {
    Passage failure = Solution.of(new WorkstationCluster(4).build(), 1000).passage(1);
    Oracle.row("P(F<=" + hours + " h)", failure.probabilityBy(hours), probability);
  }
}
