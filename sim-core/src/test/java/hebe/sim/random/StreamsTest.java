package hebe.sim.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import umontreal.ssj.rng.MRG32k3a;

class StreamsTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "host-17/vmm/crash", "Kühlung/ausgefallen", "機架"})
  void draws_sameSeedInSsj_agreeBitForBit(String name) {
    Streams streams = new Streams(2007, 3, 2);
    streams.open(1, name);
    MRG32k3a oracle = new MRG32k3a();
    oracle.setSeed(streams.stateOf(1));
    for (int i = 0; i < 100_000; i++) {
      assertThat(streams.nextUniform(1)).isEqualTo(oracle.nextDouble());
    }
    assertThat(streams.stateOf(1)).isEqualTo(oracle.getState());
  }

  @Test
  void seed_knownTriple_isTheDocumentedHash() {
    // Python: words = struct.unpack(">6I", hashlib.sha256(struct.pack(">qi", 2007, 3)
    //   + "rack-3/host-17/vmm/crash".encode()).digest()[:24]), modulo m1 or m2.
    Streams streams = new Streams(2007, 3, 1);
    streams.open(0, "rack-3/host-17/vmm/crash");
    assertThat(streams.stateOf(0))
        .containsExactly(723507793L, 768510456L, 3899316803L, 660827570L, 3804128402L, 2151455131L);
  }

  @Test
  void open_sameTriple_sameDraws() {
    assertThat(draws(1, 2, "a", 1000)).isEqualTo(draws(1, 2, "a", 1000));
  }

  @Test
  void open_anyPartOfTheTripleDiffers_otherDraws() {
    double[] base = draws(1, 2, "a", 3);
    assertThat(draws(1, 2, "b", 3)).isNotEqualTo(base);
    assertThat(draws(1, 3, "a", 3)).isNotEqualTo(base);
    assertThat(draws(2, 2, "a", 3)).isNotEqualTo(base);
    assertThat(draws(-1, 2, "a", 3)).isNotEqualTo(draws(0, 2, "a", 3));
  }

  @Test
  void open_amongOtherStreams_drawsDoNotMove() {
    Streams streams = new Streams(1, 2, 3);
    streams.open(0, "x");
    streams.open(2, "a");
    streams.open(1, "y");
    streams.nextUniform(0);
    double[] drawn = new double[10];
    for (int i = 0; i < drawn.length; i++) {
      streams.nextUniform(1);
      drawn[i] = streams.nextUniform(2);
    }
    assertThat(drawn).isEqualTo(draws(1, 2, "a", 10));
  }

  @Test
  void open_again_startsAnew() {
    Streams streams = new Streams(1, 2, 1);
    streams.open(0, "b");
    streams.nextUniform(0);
    streams.open(0, "a");
    assertThat(streams.nextUniform(0)).isEqualTo(draws(1, 2, "a", 1)[0]);
  }

  @Test
  void draws_manyStreams_areUniform() {
    // 2,000 neighbours in name, first 50 draws of each into 100 cells: 1,000 expected per cell.
    Streams streams = new Streams(42, 0, 2_000);
    long[] cells = new long[100];
    for (int key = 0; key < 2_000; key++) {
      streams.open(key, "host-" + key + "/crash");
      for (int i = 0; i < 50; i++) {
        cells[(int) (100 * streams.nextUniform(key))]++;
      }
    }
    assertThat(uniformityLevel(cells)).isBetween(0.001, 0.999);
  }

  @Test
  void firstDraws_neighboursInReplicationAndName_areIndependent() {
    // Pairs (first draw of replication r, of r + 1) in 10 x 10 cells: 100 expected per cell.
    long[] cells = new long[100];
    for (int replication = 0; replication < 10_000; replication++) {
      double here = draws(42, replication, "crash", 1)[0];
      double next = draws(42, replication + 1, "crash", 1)[0];
      cells[10 * (int) (10 * here) + (int) (10 * next)]++;
    }
    assertThat(uniformityLevel(cells)).isBetween(0.001, 0.999);
  }

  @Test
  void draws_neighbouringReplications_areUncorrelated() {
    // Under independence the correlation of 100,000 pairs has standard deviation 1/sqrt(100,000).
    double bound = 4.5 / Math.sqrt(100_000);
    double correlation =
        new PearsonsCorrelation()
            .correlation(draws(7, 0, "crash", 100_000), draws(7, 1, "crash", 100_000));
    assertThat(Math.abs(correlation)).isLessThan(bound);
  }

  @Test
  void draws_longRun_stayInTheOpenInterval() {
    assertThat(DoubleStream.of(draws(5, 0, "a", 1_000_000)).allMatch(u -> u > 0 && u < 1)).isTrue();
  }

  @Test
  void misuse_isRefused() {
    Streams streams = new Streams(1, 0, 2);
    assertThatThrownBy(() -> streams.nextUniform(1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("stream 1 is not open");
    assertThatThrownBy(() -> streams.stateOf(0)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> new Streams(1, -1, 2)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Streams(1, 0, -1)).isInstanceOf(IllegalArgumentException.class);
  }

  private static double[] draws(long masterSeed, int replication, String name, int count) {
    Streams streams = new Streams(masterSeed, replication, 1);
    streams.open(0, name);
    return DoubleStream.generate(() -> streams.nextUniform(0)).limit(count).toArray();
  }

  private static double uniformityLevel(long[] cells) {
    double[] expected = new double[cells.length];
    Arrays.fill(expected, (double) Arrays.stream(cells).sum() / cells.length);
    return new ChiSquareTest().chiSquareTest(expected, cells);
  }
}
