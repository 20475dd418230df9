package hebe.sim.exact;

import java.util.Arrays;

/** Puts small integers of known ranges into few words of 64 bits; none crosses two words. */
final class Packing {
  private final int[] least;
  private final int[] word;
  private final int[] shift;
  private final long[] mask;
  private final int words;

  /** For the integers i from {@code least[i]} to {@code most[i]}. */
  Packing(int[] least, int[] most) {
    this.least = least.clone();
    word = new int[least.length];
    shift = new int[least.length];
    mask = new long[least.length];
    int bit = 0;
    int used = 0;
    for (int i = 0; i < least.length; i++) {
      int width = Long.SIZE - Long.numberOfLeadingZeros((long) most[i] - least[i]);
      if (bit + width > Long.SIZE) {
        used++;
        bit = 0;
      }
      word[i] = used;
      shift[i] = bit & (Long.SIZE - 1);
      mask[i] = (1L << width) - 1;
      bit += width;
    }
    words = used + 1;
  }

  /** Words for one state. */
  int words() {
    return words;
  }

  void pack(int[] state, long[] out) {
    Arrays.fill(out, 0);
    for (int i = 0; i < least.length; i++) {
      out[word[i]] |= ((long) state[i] - least[i]) << shift[i];
    }
  }

  void unpack(long[] words, int base, int[] state) {
    for (int i = 0; i < least.length; i++) {
      state[i] = (int) ((words[base + word[i]] >>> shift[i] & mask[i]) + least[i]);
    }
  }
}
