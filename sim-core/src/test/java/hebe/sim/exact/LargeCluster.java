package hebe.sim.exact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * The workstation cluster of 2 x 128 workstations. It takes minutes and gigabytes, so that it only
 * runs when asked for: {@code mvn -pl sim-core test -Dtest=LargeCluster}.
 */
class LargeCluster {
  @Test
  void clusterOf128_premium_isInTheBand() throws UnsolvableException {
    Solution solution = Solution.of(new WorkstationCluster(128).build(), 600_000);
    assertThat(solution.states()).isEqualTo(597_012);
    AnalyticRows.read().check("wsc-128-prem", 1 - solution.steady(0));
  }
}
