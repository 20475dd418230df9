package hebe.sim.exact;

import java.util.Arrays;

/** A short list of integers. */
final class IntList {
  private int[] list = new int[8];
  private int size;

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  int get(int at) {
    return list[at];
  }

  void set(int at, int value) {
    list[at] = value;
  }

  void add(int value) {
    if (size == list.length) {
      list = Arrays.copyOf(list, 2 * size);
    }
    list[size++] = value;
  }

  int pop() {
    return list[--size];
  }

  boolean contains(int value) {
    for (int i = 0; i < size; i++) {
      if (list[i] == value) {
        return true;
      }
    }
    return false;
  }

  /** Removes the first entry of this value, if there is one. */
  void remove(int value) {
    for (int i = 0; i < size; i++) {
      if (list[i] == value) {
        size--;
        System.arraycopy(list, i + 1, list, i, size - i);
        return;
      }
    }
  }

  int[] saved() {
    return Arrays.copyOf(list, size);
  }

  void restore(int[] saved) {
    list = Arrays.copyOf(saved, Math.max(8, saved.length));
    size = saved.length;
  }
}
