package hebe.sim.exact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The methods for a stationary distribution against each other and against closed forms. */
class StationaryTest {

  /** Above 150 states the iteration has a coarser level. */
  @Test
  void randomChains_eliminationAndIteration_agreeForEveryShare() throws UnsolvableException {
    for (long seed = 1; seed <= 1000; seed++) {
      double spread = StrictMath.pow(10, (double) (seed % 9));
      int size = seed % 20 == 0 ? 400 : 151 + (int) (seed % 50);
      Chain chain = RandomChains.of(seed, size, (int) (seed % 4), spread);
      double[] eliminated = Stationary.eliminated(chain).share;
      Stationary iterated = Stationary.iterated(chain);
      assertThat(iterated.residual).isLessThan(1e-12);
      for (int i = 0; i < chain.size; i++) {
        Oracle.agrees("share " + seed, iterated.share[i], eliminated[i], 1e-9);
      }
    }
  }

  /** A queue: share i is proportional to load^i, down to 1e-250. */
  @ParameterizedTest
  @CsvSource({"100, 0.1", "1000, 0.6", "1999, 0.9", "3000, 0.85", "5000, 0.99", "20000, 1"})
  void birthAndDeath_everyShareIsGeometric(int size, double load) throws UnsolvableException {
    Rows rows = new Rows();
    for (int i = 0; i < size; i++) {
      if (i + 1 < size) {
        rows.add(i + 1, load);
      }
      if (i > 0) {
        rows.add(i - 1, 1);
      }
      rows.endRow();
    }
    Stationary solved = Stationary.of(rows.chain());
    double sum = load == 1 ? size : -StrictMath.expm1(size * StrictMath.log(load)) / (1 - load);
    for (int i = 0; i < size; i++) {
      double expected = StrictMath.pow(load, i) / sum;
      if (expected > 1e-250) {
        Oracle.agrees("share " + i, solved.share[i], expected, 1e-9);
      }
    }
  }

  /** A ring: every share is the mean stay over the sum of the mean stays. */
  @ParameterizedTest
  @CsvSource({"2", "1500", "2500", "30000"})
  void ring_ratesFarApart_sharesAreMeanStays(int size) throws UnsolvableException {
    Rows rows = new Rows();
    double sum = 0;
    for (int i = 0; i < size; i++) {
      rows.add((i + 1) % size, StrictMath.pow(10, i % 13 - 6));
      rows.endRow();
      sum += StrictMath.pow(10, 6 - i % 13);
    }
    Stationary solved = Stationary.of(rows.chain());
    for (int i = 0; i < size; i++) {
      Oracle.agrees("share", solved.share[i], StrictMath.pow(10, 6 - i % 13) / sum, 1e-10);
    }
  }

  /** Groups of states that hardly ever leave: the case in which plain sweeps hardly move. */
  @Test
  void iteration_nearlyUncoupledGroups_agreesWithElimination() throws UnsolvableException {
    int size = 600;
    Rows rows = new Rows();
    for (int i = 0; i < size; i++) {
      int group = i / 100;
      rows.add(group * 100 + (i + 1) % 100, 1 + i % 7);
      rows.add(group * 100 + (i + 31) % 100, 2 + i % 3);
      if (i % 100 == 0) {
        rows.add((i + 150) % size, 1e-9 * (1 + group));
      }
      rows.endRow();
    }
    Chain chain = rows.chain();
    double[] eliminated = Stationary.eliminated(chain).share;
    double[] iterated = Stationary.iterated(chain).share;
    for (int i = 0; i < size; i++) {
      Oracle.agrees("share", iterated[i], eliminated[i], 1e-9);
    }
  }

  /** Seeds on which the fast way jumps to and fro, found among 400 chains of rates up to 1e12. */
  @ParameterizedTest
  @CsvSource({"2217, 368", "2313, 464", "2390, 541"})
  void fastWayOvershoots_plainWaySolves(long seed, int size) throws UnsolvableException {
    double spread = StrictMath.pow(10, (double) (seed % 13));
    Chain chain = RandomChains.of(seed, size, (int) (seed % 4), spread);
    assertThat(Multilevel.fast(chain.transposed())).isEmpty();
    double[] eliminated = Stationary.eliminated(chain).share;
    double[] iterated = Stationary.iterated(chain).share;
    for (int i = 0; i < size; i++) {
      Oracle.agrees("share", iterated[i], eliminated[i], 1e-9);
    }
  }

  /** A queue of 2,500 places, whose shares go down to 0.9^2500 = 1e-114. */
  @Test
  void fastWay_solvesAQueueAlone() {
    int size = 2500;
    Rows rows = new Rows();
    for (int i = 0; i < size; i++) {
      if (i + 1 < size) {
        rows.add(i + 1, 0.9);
      }
      if (i > 0) {
        rows.add(i - 1, 1);
      }
      rows.endRow();
    }
    double[] share = Multilevel.fast(rows.chain().transposed()).orElseThrow();
    for (int i = 0; i < size; i++) {
      Oracle.agrees("share " + i, share[i], 0.1 * StrictMath.pow(0.9, i), 1e-9);
    }
  }

  @Test
  void rows_addedAfterTheChainWasTaken_leaveItAsItIs() {
    Rows rows = new Rows();
    rows.add(1, 2);
    rows.endRow();
    Chain early = rows.chain();
    rows.add(0, 3);
    rows.add(0, 4);
    rows.endRow();
    Chain late = rows.chain();
    assertThat(early.size).isEqualTo(1);
    assertThat(early.entries()).isEqualTo(1);
    assertThat(early.exit).containsExactly(2);
    assertThat(late.first).containsExactly(0, 1, 2);
    assertThat(late.other).containsExactly(1, 0);
    assertThat(late.perSecond).containsExactly(2, 7);
    assertThat(late.exit).containsExactly(2, 7);
  }
}
