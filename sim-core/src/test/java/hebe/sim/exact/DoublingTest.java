package hebe.sim.exact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Doubling agrees with uniformization, however stiff the chain and small the probability. */
class DoublingTest {

  @ParameterizedTest
  @CsvSource({
    "1, 10, 1, 1e-3",
    "2, 10, 1e6, 1",
    "3, 20, 1e3, 100",
    "4, 20, 1e12, 3000",
    "5, 30, 1e2, 1e4"
  })
  void randomChain_thatLoses_distributionAndTimes(
      long seed, int size, double spread, double seconds) {
    Chain all = RandomChains.of(seed, size + 1, 2, spread);
    double[] loss = new double[size];
    Rows rows = new Rows();
    for (int i = 0; i < size; i++) {
      for (int e = all.first[i]; e < all.first[i + 1]; e++) {
        if (all.other[e] < size) {
          rows.add(all.other[e], all.perSecond[e]);
        } else {
          loss[i] += all.perSecond[e];
        }
      }
      rows.endRow();
    }
    Chain within = rows.chain();
    double[] exit = within.exit.clone();
    for (int i = 0; i < size; i++) {
      exit[i] += loss[i];
    }
    Chain chain = new Chain(within.first, within.other, within.perSecond, exit);
    Doubling doubling = new Doubling(chain, loss, seconds);
    for (int i = 0; i < size; i++) {
      double[] start = new double[size];
      start[i] = 1;
      double[][] doubled = new double[2][size];
      double[][] uniformized = new double[2][size];
      doubling.solve(start, doubled[0], doubled[1]);
      Uniformization.relative(chain).solve(start, seconds, uniformized[0], uniformized[1]);
      for (int j = 0; j < size; j++) {
        agrees(doubled[0][j], uniformized[0][j]);
        agrees(doubled[1][j], uniformized[1][j]);
      }
    }
  }

  /** To 1e-10, relative; what is below 1e-280 may have lost parts that no double can hold. */
  private static void agrees(double one, double other) {
    assertThat(Math.abs(one - other)).isLessThanOrEqualTo(1e-10 * other + 1e-280);
  }
}
