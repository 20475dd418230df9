package hebe.sim.exact;

import java.util.Arrays;

/** The states found so far, numbered from 0: a flat array of words and an open-addressing index. */
final class StateTable {
  private static final long MIX = 0x9e3779b97f4a7c15L;

  private final Packing packing;
  private final int words;
  private final long[] key;
  private long[] store;
  private int[] index = new int[1 << 11]; // number + 1; 0 is free
  private int size;

  StateTable(Packing packing) {
    this.packing = packing;
    words = packing.words();
    key = new long[words];
    store = new long[512 * words];
  }

  /** What one array can hold. */
  int mostStates() {
    return (1 << 29) / words;
  }

  int size() {
    return size;
  }

  /** Words of 64 bits for one state. */
  int words() {
    return words;
  }

  /** The number of a state; one that was not known gets the next. */
  int number(int[] state) {
    packing.pack(state, key);
    int slot = slot(key, 0);
    if (index[slot] != 0) {
      return index[slot] - 1;
    }
    if (store.length < (size + 1) * words) {
      store = Arrays.copyOf(store, Rows.grown(store.length));
    }
    System.arraycopy(key, 0, store, size * words, words);
    index[slot] = ++size;
    if (2 * size > index.length) {
      rehash();
    }
    return size - 1;
  }

  void get(int number, int[] state) {
    packing.unpack(store, number * words, state);
  }

  private void rehash() {
    index = new int[2 * index.length];
    for (int number = 0; number < size; number++) {
      index[slot(store, number * words)] = number + 1;
    }
  }

  /** Where a state is, or where it would go. */
  private int slot(long[] from, int base) {
    long hash = 0;
    for (int w = 0; w < words; w++) {
      hash = (hash ^ from[base + w]) * MIX;
      hash ^= hash >>> 32;
    }
    int slot = (int) hash & (index.length - 1);
    while (index[slot] != 0 && !same(from, base, (index[slot] - 1) * words)) {
      slot = (slot + 1) & (index.length - 1);
    }
    return slot;
  }

  private boolean same(long[] from, int base, int stored) {
    for (int w = 0; w < words; w++) {
      if (from[base + w] != store[stored + w]) {
        return false;
      }
    }
    return true;
  }
}
