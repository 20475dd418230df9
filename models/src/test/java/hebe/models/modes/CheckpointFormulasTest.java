package hebe.models.modes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckpointFormulasTest {
  @Test
  void youngAndDaly_byPencil() {
    // delta = 200 s, M = 40,000 s: sqrt(2 x 200 x 40,000) = 4000 s. Daly: ratio = 200 / 80,000 =
    // 0.0025, root 0.05: 4000 (1 + 0.05 / 3 + 0.0025 / 9) - 200 = 3867.7778 s.
    CheckpointFormulas times = new CheckpointFormulas(200, 40_000, 0);
    assertThat(times.youngSeconds()).isCloseTo(4000, withinPercentage(1e-9));
    assertThat(times.dalySeconds()).isCloseTo(3867.777_777_8, withinPercentage(1e-8));
    assertThat(new CheckpointFormulas(3, 1, 0).dalySeconds()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"1,1000", "10,1000", "100,1000", "400,1000", "200,40000"})
  void best_isWhereTheUsefulShareIsGreatest_andDalyIsNearIt(double save, double crash) {
    CheckpointFormulas times = new CheckpointFormulas(save, crash, 77);
    double best = times.bestSeconds();
    assertThat(times.usefulShare(best)).isGreaterThan(times.usefulShare(1.001 * best));
    assertThat(times.usefulShare(best)).isGreaterThan(times.usefulShare(0.999 * best));
    assertThat(times.dalySeconds()).isCloseTo(best, withinPercentage(0.7));
    // Independent of what a crash costs beside.
    assertThat(new CheckpointFormulas(save, crash, 0).bestSeconds()).isEqualTo(best);
  }

  @Test
  void usefulShare_byPencil() {
    // tau + delta = M ln 2, so that e^(...) - 1 = 1: one round lasts M + D = 1100 s on average.
    double every = 1000 * StrictMath.log(2) - 50;
    assertThat(new CheckpointFormulas(50, 1000, 100).usefulShare(every))
        .isCloseTo(every / 1100, within(1e-12));
  }
}
