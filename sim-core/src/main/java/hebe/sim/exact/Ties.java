package hebe.sim.exact;

/** Things numbered from 0, and which of them belong together: the least of them stands for all. */
final class Ties {
  private final int[] parent;

  Ties(int things) {
    parent = new int[things];
    for (int i = 0; i < things; i++) {
      parent[i] = i;
    }
  }

  int of(int thing) {
    int at = thing;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  void tie(int a, int b) {
    int first = of(a);
    int second = of(b);
    parent[Math.max(first, second)] = Math.min(first, second);
  }
}
