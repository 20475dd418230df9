package hebe.sim.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StateTableTest {

  @Test
  void packing_anyRanges_givesBackWhatWasPacked() {
    SplittableRandom random = new SplittableRandom(5);
    for (int trial = 0; trial < 500; trial++) {
      int count = 1 + random.nextInt(12);
      int[] least = new int[count];
      int[] most = new int[count];
      int[] state = new int[count];
      for (int i = 0; i < count; i++) {
        int a = random.nextInt() >> random.nextInt(32);
        int b = random.nextInt() >> random.nextInt(32);
        least[i] = Math.min(a, b);
        most[i] = Math.max(a, b);
        state[i] = random.nextBoolean() ? most[i] : least[i];
      }
      Packing packing = new Packing(least, most);
      long[] words = new long[packing.words() + 1];
      long[] packed = new long[packing.words()];
      packing.pack(state, packed);
      System.arraycopy(packed, 0, words, 1, packed.length);
      int[] back = new int[count];
      packing.unpack(words, 1, back);
      assertThat(back).isEqualTo(state);
    }
  }

  @Test
  void packing_extremeRanges_fitWithoutCrossingWords() {
    int[] least = {Integer.MIN_VALUE, 0, 7, Integer.MIN_VALUE, 0};
    int[] most = {Integer.MAX_VALUE, 1, 7, Integer.MAX_VALUE, 1};
    Packing packing = new Packing(least, most);
    // 32 + 1 + 0 bits, then 32 + 1 in a second word.
    assertThat(packing.words()).isEqualTo(2);
    long[] words = new long[2];
    packing.pack(most, words);
    int[] back = new int[5];
    packing.unpack(words, 0, back);
    assertThat(back).isEqualTo(most);
  }

  @Test
  void numbers_ofManyStates_areThoseOfAMap() {
    int[] least = new int[9];
    int[] most = new int[9];
    Arrays.fill(most, 600);
    StateTable table = new StateTable(new Packing(least, most));
    Map<String, Integer> expected = new LinkedHashMap<>();
    SplittableRandom random = new SplittableRandom(6);
    for (int i = 0; i < 60_000; i++) {
      int[] state = new int[9];
      state[random.nextInt(9)] = random.nextInt(601);
      state[random.nextInt(9)] = random.nextInt(20);
      int number = expected.computeIfAbsent(Arrays.toString(state), s -> expected.size());
      assertThat(table.number(state)).isEqualTo(number);
      int[] back = new int[9];
      table.get(number, back);
      assertThat(back).isEqualTo(state);
    }
    assertThat(table.size()).isEqualTo(expected.size()).isGreaterThan(20_000);
  }
}
