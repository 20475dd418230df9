package hebe.sim.model;

import static org.assertj.core.api.Assertions.assertThat;

import hebe.sim.trend.Forecast;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardTest {
  private static final int[] ROOT = {0};
  private final Scope scope = new ModelBuilder().root();

  @Test
  void conditions_singleVariable_holdAtTheirValues() {
    Component run = scope.component("run", "up", "degraded", "down");
    Counter count = scope.counter("count", -2, 61, 0);
    int[] values = {1, -1};
    assertThat(run.in("up", "degraded").holds(values, ROOT)).isTrue();
    assertThat(run.in("up", "down").holds(values, ROOT)).isFalse();
    assertThat(count.atLeast(-1).holds(values, ROOT)).isTrue();
    assertThat(count.atLeast(0).holds(values, ROOT)).isFalse();
    assertThat(count.below(0).holds(values, ROOT)).isTrue();
    // Bits 1 and 63 stand for -1 and 61.
    Guard ends = new Guard.In(count.variable(), 1L << 63 | 2);
    assertThat(ends.holds(values, ROOT)).isTrue();
    assertThat(ends.holds(new int[] {0, 61}, ROOT)).isTrue();
    assertThat(ends.holds(new int[] {0, 60}, ROOT)).isFalse();
    assertThat(ends.describe()).isEqualTo("count in {-1, 61}");
  }

  @Test
  void copyAndCount_changeFromWhatWasThere() {
    Counter leaked = scope.counter("leaked", 0, 20, 0);
    Counter seen = scope.counter("seen", -2, 25, 0);
    Counter size = scope.counter("size", 0, 3, 0);
    int[] values = {12, 7, 2};
    assertThat(seen.copyOf(leaked, -1).apply(values, ROOT)).isEqualTo(11);
    assertThat(size.count().apply(values, ROOT)).isEqualTo(3);
    assertThat(size.count().apply(new int[] {0, 0, 3}, ROOT)).isEqualTo(3);
    assertThat(seen.copyOf(leaked, -1).describe()).isEqualTo("seen := leaked - 1");
    assertThat(seen.copyOf(leaked, 0).describe()).isEqualTo("seen := leaked");
    assertThat(size.count().describe()).isEqualTo("size counts up to 3");
  }

  @Test
  void rising_readsItsVariablesOldestFirst() {
    List<Variable> window =
        List.of("a", "b", "c", "d").stream()
            .map(name -> scope.counter(name, 0, 99, 0).variable())
            .toList();
    // the rise of 10 each reaches 70 three steps after the last; chance gives it with 1/24
    Forecast near = new Forecast(0.05, 70, 3);
    Guard rising = new Guard.Rising(window, near);
    assertThat(rising.holds(new int[] {10, 20, 30, 40}, ROOT)).isTrue();
    assertThat(rising.holds(new int[] {40, 30, 20, 10}, ROOT)).isFalse();
    assertThat(rising.describe()).isEqualTo("a... rise to 70");
    Set<Variable> read = new HashSet<>();
    rising.reads(read::add);
    assertThat(read).containsExactlyInAnyOrderElementsOf(window);
  }

  @Test
  void combinations_ofNothing_holdAsLogicSays() {
    assertThat(Guard.always().holds(new int[0], ROOT)).isTrue();
    assertThat(new Guard.Any(List.of()).holds(new int[0], ROOT)).isFalse();
    assertThat(Guard.always().negated().holds(new int[0], ROOT)).isFalse();
  }

  @Test
  void description_nested_readsAsWritten() {
    Component run = scope.component("run", "up", "down");
    Counter crews = scope.counter("crews", 0, 2, 2);
    assertThat(run.in("up").and(crews.atLeast(1).or(crews.below(2))).describe())
        .isEqualTo("run in {up} and (crews >= 1 or not (crews >= 2))");
    assertThat(run.become("down").describe()).isEqualTo("run := down");
    assertThat(crews.minus(1).describe()).isEqualTo("crews -= 1");
    assertThat(crews.plus(2).describe()).isEqualTo("crews += 2");
    assertThat(crews.set(2).describe()).isEqualTo("crews := 2");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void reads_variablesNotNamed_neverChangeWhatHolds(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Counter> counters =
        List.of("a", "b", "c", "d", "e", "f").stream().map(n -> scope.counter(n, 0, 5, 0)).toList();
    int mattered = 0;
    for (int round = 0; round < 2000; round++) {
      Guard guard = guard(random, counters, 3);
      Set<Variable> read = new HashSet<>();
      guard.reads(read::add);
      int[] values = random.ints(6, 0, 6).toArray();
      boolean holds = guard.holds(values, ROOT);
      int changed = random.nextInt(6);
      values[changed] = random.nextInt(6);
      if (read.contains(counters.get(changed).variable())) {
        mattered += guard.holds(values, ROOT) == holds ? 0 : 1;
      } else {
        assertThat(guard.holds(values, ROOT)).isEqualTo(holds);
      }
    }
    assertThat(mattered).isGreaterThan(20);
  }

  private static Guard guard(SplittableRandom random, List<Counter> counters, int depth) {
    Counter counter = counters.get(random.nextInt(counters.size()));
    return switch (random.nextInt(depth == 0 ? 2 : 5)) {
      case 0 -> counter.atLeast(random.nextInt(6));
      case 1 -> new Guard.In(counter.variable(), random.nextInt(64));
      case 2 -> guard(random, counters, depth - 1).negated();
      case 3 -> guard(random, counters, depth - 1).and(guard(random, counters, depth - 1));
      default -> guard(random, counters, depth - 1).or(guard(random, counters, depth - 1));
    };
  }
}
