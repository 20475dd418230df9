package hebe.sim.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import umontreal.ssj.rng.MRG32k3a;

class IndexedHeapTest {

  /** What the heap should hold: a list in order of insertion, sorted stably when asked. */
  private record Entry(int key, double time, int rank) {}

  private static final Comparator<Entry> ORDER =
      Comparator.comparingDouble(Entry::time).thenComparingInt(Entry::rank);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 17, 64, 300})
  void randomMixes_anyKeyCount_popLikeAStableSort(int keys) {
    MRG32k3a random = stream(keys);
    for (int mix = 0; mix < 400; mix++) {
      IndexedHeap heap = new IndexedHeap(keys);
      List<Entry> expected = new ArrayList<>();
      for (int step = 0; step < 60; step++) {
        stepBoth(heap, expected, random, keys);
      }
      expected.sort(ORDER); // stable, so equal entries keep the order of insertion
      assertThat(drain(heap)).isEqualTo(expected.stream().map(Entry::key).toList());
    }
  }

  private static void stepBoth(IndexedHeap heap, List<Entry> expected, MRG32k3a random, int keys) {
    int key = random.nextInt(0, keys - 1);
    int choice = random.nextInt(0, 9);
    if (choice < 6) { // few different times and ranks, so that ties are common
      Entry entry = new Entry(key, random.nextInt(0, 7), random.nextInt(-1, 1));
      heap.schedule(key, entry.time(), entry.rank());
      expected.removeIf(other -> other.key() == key);
      expected.add(entry);
    } else if (choice < 8) {
      assertThat(heap.cancel(key)).isEqualTo(expected.removeIf(other -> other.key() == key));
    } else if (!expected.isEmpty()) {
      Entry first = expected.stream().sorted(ORDER).findFirst().orElseThrow();
      assertThat(heap.peekTime()).isEqualTo(first.time());
      assertThat(heap.peekKey()).isEqualTo(first.key());
      assertThat(heap.pop()).isEqualTo(first.key());
      expected.remove(first);
    }
    assertThat(heap.size()).isEqualTo(expected.size());
    for (Entry entry : expected) {
      assertThat(heap.timeOf(entry.key())).isEqualTo(entry.time());
    }
  }

  @Test
  void equalTimes_differentRanks_smallerRankFirst() {
    IndexedHeap heap = new IndexedHeap(3);
    heap.schedule(0, 5, 2);
    heap.schedule(1, 5, -1);
    heap.schedule(2, 5, 0);
    assertThat(drain(heap)).containsExactly(1, 2, 0);
  }

  @Test
  void reschedule_sameTimeAndRank_goesBehindItsEquals() {
    IndexedHeap heap = new IndexedHeap(3);
    heap.schedule(0, 1, 0);
    heap.schedule(1, 1, 0);
    heap.schedule(2, 1, 0);
    heap.schedule(0, 1, 0);
    assertThat(heap.size()).isEqualTo(3);
    assertThat(drain(heap)).containsExactly(1, 2, 0);
  }

  @Test
  void signedZeros_equalTimes_firstInFirstOut() {
    IndexedHeap heap = new IndexedHeap(2);
    heap.schedule(1, 0.0, 0);
    heap.schedule(0, -0.0, 0);
    assertThat(drain(heap)).containsExactly(1, 0);
  }

  @Test
  void cancel_twice_isIdempotent() {
    IndexedHeap heap = new IndexedHeap(2);
    heap.schedule(1, 3, 0);
    assertThat(heap.cancel(1)).isTrue();
    assertThat(heap.cancel(1)).isFalse();
    assertThat(heap.cancel(0)).isFalse();
    assertThat(heap.isScheduled(1)).isFalse();
    assertThat(heap.isEmpty()).isTrue();
  }

  @Test
  void clear_withPendingKeys_behavesAsNew() {
    IndexedHeap heap = new IndexedHeap(2);
    heap.schedule(0, 1, 0);
    heap.schedule(1, 2, 0);
    heap.clear();
    assertThat(heap.isEmpty()).isTrue();
    assertThat(heap.isScheduled(0)).isFalse();
    heap.schedule(0, 7, 0);
    assertThat(heap.peekTime()).isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void schedule_timeNotFinite_isRefusedAndChangesNothing(double time) {
    IndexedHeap heap = new IndexedHeap(8);
    heap.schedule(7, 1, 0);
    assertThatThrownBy(() -> heap.schedule(7, time, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("time of key 7: expected a finite number, got " + time);
    assertThat(heap.timeOf(7)).isEqualTo(1);
  }

  @Test
  void emptyHeap_asked_throws() {
    IndexedHeap heap = new IndexedHeap(1);
    assertThatThrownBy(heap::pop).isInstanceOf(NoSuchElementException.class);
    assertThatThrownBy(heap::peekKey).isInstanceOf(NoSuchElementException.class);
    assertThatThrownBy(heap::peekTime).isInstanceOf(NoSuchElementException.class);
    assertThatThrownBy(() -> heap.timeOf(0))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessage("key 0 is not scheduled");
    assertThatThrownBy(() -> heap.schedule(1, 0, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> new IndexedHeap(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  private static List<Integer> drain(IndexedHeap heap) {
    List<Integer> keys = new ArrayList<>();
    while (!heap.isEmpty()) {
      keys.add(heap.pop());
    }
    return keys;
  }

  static MRG32k3a stream(long seed) {
    MRG32k3a random = new MRG32k3a();
    random.setSeed(new long[] {seed + 1, 2, 3, 4, 5, 6});
    return random;
  }
}
