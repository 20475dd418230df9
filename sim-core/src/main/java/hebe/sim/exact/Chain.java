package hebe.sim.exact;

import java.util.Arrays;

/**
 * A Markov chain in continuous time: rates per second between different states, in compressed rows.
 *
 * <p>Row i holds the entries {@code first[i]} to {@code first[i + 1] - 1}; entry e is a move to
 * {@code other[e]} at {@code perSecond[e]}. In a transposed chain the entries of row i are the
 * moves into i, and {@code other} is where they come from. {@code exit} is always the rate of
 * leaving.
 */
final class Chain {
  final int size;
  final int[] first;
  final int[] other;
  final double[] perSecond;
  final double[] exit;

  Chain(int[] first, int[] other, double[] perSecond, double[] exit) {
    this.size = exit.length;
    this.first = first;
    this.other = other;
    this.perSecond = perSecond;
    this.exit = exit;
  }

  int entries() {
    return first[size];
  }

  /** The same chain by incoming moves. */
  Chain transposed() {
    int[] start = new int[size + 1];
    for (int e = 0; e < entries(); e++) {
      start[other[e] + 1]++;
    }
    for (int i = 0; i < size; i++) {
      start[i + 1] += start[i];
    }
    int[] next = Arrays.copyOf(start, size);
    int[] from = new int[entries()];
    double[] rate = new double[entries()];
    for (int i = 0; i < size; i++) {
      for (int e = first[i]; e < first[i + 1]; e++) {
        int at = next[other[e]]++;
        from[at] = i;
        rate[at] = perSecond[e];
      }
    }
    return new Chain(start, from, rate, exit);
  }

  /** The same chain without the moves out of some states. */
  Chain absorbedIn(boolean[] stop) {
    Rows rows = new Rows();
    for (int i = 0; i < size; i++) {
      for (int e = first[i]; e < first[i + 1] && !stop[i]; e++) {
        rows.add(other[e], perSecond[e]);
      }
      rows.endRow();
    }
    return rows.chain();
  }
}
