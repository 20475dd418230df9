package hebe.sim.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ComponentsTest {

  @Test
  void randomGraphs_components_areMutualReachabilityInOrder() {
    SplittableRandom random = new SplittableRandom(9);
    for (int trial = 0; trial < 400; trial++) {
      int size = 1 + random.nextInt(25);
      boolean[][] reach = new boolean[size][size];
      Chain chain = graph(random, size, reach);
      Components components = new Components(chain);
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          boolean together = i == j || (reach[i][j] && reach[j][i]);
          assertThat(components.of(i) == components.of(j)).isEqualTo(together);
          if (reach[i][j]) {
            assertThat(components.of(i)).isGreaterThanOrEqualTo(components.of(j));
          }
        }
      }
    }
  }

  /** A random graph; {@code reach} gets its transitive closure, by Warshall's algorithm. */
  private static Chain graph(SplittableRandom random, int size, boolean[][] reach) {
    Rows rows = new Rows();
    for (int i = 0; i < size; i++) {
      int moves = random.nextInt(3);
      for (int m = 0; m < moves; m++) {
        int to = random.nextInt(size);
        if (to != i) {
          rows.add(to, 1);
          reach[i][to] = true;
        }
      }
      rows.endRow();
    }
    for (int k = 0; k < size; k++) {
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size && reach[i][k]; j++) {
          reach[i][j] |= reach[k][j];
        }
      }
    }
    return rows.chain();
  }

  @Test
  void longPath_aMillionStates_needsNoDeepStack() {
    Rows rows = new Rows();
    for (int i = 0; i < 1_000_000; i++) {
      if (i + 1 < 1_000_000) {
        rows.add(i + 1, 1);
      }
      rows.endRow();
    }
    Components components = new Components(rows.chain());
    assertThat(components.count()).isEqualTo(1_000_000);
    assertThat(components.of(0)).isEqualTo(999_999);
  }
}
