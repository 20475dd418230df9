package hebe.sim.model;

import java.util.List;

/** For each number a list of numbers, in two flat arrays. */
final class Index {
  private final int[] start;
  private final int[] entries;

  Index(List<? extends List<Integer>> lists) {
    start = new int[lists.size() + 1];
    for (int i = 0; i < lists.size(); i++) {
      start[i + 1] = start[i] + lists.get(i).size();
    }
    entries = new int[start[lists.size()]];
    for (int i = 0; i < lists.size(); i++) {
      for (int k = 0; k < lists.get(i).size(); k++) {
        entries[start[i] + k] = lists.get(i).get(k);
      }
    }
  }

  int first(int key) {
    return start[key];
  }

  int end(int key) {
    return start[key + 1];
  }

  int at(int position) {
    return entries[position];
  }
}
