package hebe.sim.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.correlation.KendallsCorrelation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MannKendallTest {
  @Test
  void example_ofGilbert_isFound() {
    // Gilbert, Statistical Methods for Environmental Pollution Monitoring (1987), section 16.4.2:
    // 10, 15, 14, 20 has S = 5 - 1 = 4, and by table A18 chance gives so much with 0.167
    MannKendall test = MannKendall.of(new int[] {10, 15, 14, 20});
    assertThat(test.s()).isEqualTo(4);
    assertThat(test.exact()).isTrue();
    assertThat(test.risesByChance()).isCloseTo(4 / 24.0, within(1e-15));
  }

  @ParameterizedTest
  @CsvSource({
    // Kendall's table of P(S at least s), to its printed digits
    "4, 0, 0.625",
    "4, 2, 0.375",
    "4, 6, 0.042",
    "5, 6, 0.117",
    "5, 8, 0.042",
    "5, 10, 0.0083",
    "8, 12, 0.089",
    "8, 16, 0.031",
    "9, 20, 0.022",
    "10, 19, 0.054",
    "10, 21, 0.036",
    "10, 27, 0.0083"
  })
  void tableOfKendall_isMet(int n, int s, double printed) {
    double digit = printed < 0.01 ? 5e-5 : 5e-4;
    int pairs = n * (n - 1) / 2;
    assertThat(MannKendall.of(withInversions(n, (pairs - s) / 2)).risesByChance())
        .isCloseTo(printed, within(digit * 1.01));
  }

  @Test
  void chance_ofShortSeries_isThatOfAllPermutations() {
    int[] values = {3, 1, 4, 2, 7, 5};
    int s = MannKendall.of(values).s();
    int[] count = new int[2];
    permute(new int[] {0, 1, 2, 3, 4, 5}, 0, s, count);
    assertThat(MannKendall.of(values).risesByChance())
        .isCloseTo((double) count[0] / count[1], within(1e-15));
  }

  @Test
  void ties_lowerTheVariance() {
    // groups of 2, 3 and 3: (9 x 8 x 23 - 2 x 1 x 9 - 2 x 3 x 2 x 11) / 18 = 1506 / 18
    MannKendall test = MannKendall.of(new int[] {23, 24, 29, 6, 29, 24, 24, 29, 23});
    assertThat(test.variance()).isCloseTo(1506 / 18.0, within(1e-12));
    assertThat(test.exact()).isFalse();
  }

  @Test
  void sAndChance_ofLongSeriesWithTies_areThoseOfCommonsMath() {
    Random random = new Random(17);
    for (int run = 0; run < 50; run++) {
      int n = 11 + random.nextInt(30);
      int[] values = random.ints(n, 0, 12).toArray();
      MannKendall test = MannKendall.of(values);
      double[] x = IntStream.range(0, n).asDoubleStream().toArray();
      double[] y = Arrays.stream(values).asDoubleStream().toArray();
      double pairs = n * (n - 1) / 2.0;
      double untied = 0;
      for (int i = 0; i < n; i++) {
        for (int j = i + 1; j < n; j++) {
          untied += values[i] == values[j] ? 0 : 1;
        }
      }
      // tau-b = S / sqrt(pairs x pairs that are not tied)
      double s = new KendallsCorrelation().correlation(x, y) * Math.sqrt(pairs * untied);
      assertThat(test.s()).isEqualTo((int) Math.rint(s));
      double z = (s - Math.signum(s)) / Math.sqrt(test.variance());
      assertThat(test.risesByChance())
          .isCloseTo(1 - new NormalDistribution().cumulativeProbability(z), within(1e-12));
    }
  }

  @Test
  void noTrend_isFoundAsOftenAsTheLevelSays() {
    // the level of the exact test for n = 8 at S = 16 is 0.0305; 20,000 series, 4 sigma
    Random random = new Random(8);
    int found = 0;
    for (int run = 0; run < 20_000; run++) {
      found += MannKendall.of(random.ints(8).toArray()).risesByChance() <= 0.0306 ? 1 : 0;
    }
    double expected = MannKendall.of(withInversions(8, 6)).risesByChance();
    assertThat(found / 20_000.0).isCloseTo(expected, within(4 * Math.sqrt(expected / 20_000)));
  }

  @Test
  void equalValues_haveNoTrend() {
    assertThat(MannKendall.of(new int[] {5, 5, 5, 5}).risesByChance()).isEqualTo(1);
  }

  @Test
  void leastChance_isThatOfAnUnbrokenRise() {
    assertThat(MannKendall.leastByChance(4)).isCloseTo(1 / 24.0, within(1e-15));
    assertThatThrownBy(() -> MannKendall.of(new int[] {1})).hasMessageContaining("2 to 1000");
  }

  /** A permutation with so many inversions: each value is put before as many as are needed. */
  private static int[] withInversions(int n, int inversions) {
    List<Integer> values = new ArrayList<>();
    int left = inversions;
    for (int value = 0; value < n; value++) {
      int before = Math.min(left, value);
      values.add(value - before, value);
      left -= before;
    }
    return values.stream().mapToInt(Integer::intValue).toArray();
  }

  private static void permute(int[] values, int from, int s, int[] count) {
    if (from == values.length) {
      count[0] += MannKendall.of(values).s() >= s ? 1 : 0;
      count[1]++;
      return;
    }
    for (int i = from; i < values.length; i++) {
      int[] next = values.clone();
      next[from] = values[i];
      next[i] = values[from];
      permute(next, from + 1, s, count);
    }
  }
}
