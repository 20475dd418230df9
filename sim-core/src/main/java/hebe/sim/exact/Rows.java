package hebe.sim.exact;

import java.util.Arrays;

/** A chain while it is written, row by row. */
final class Rows {
  private int[] first = new int[1024];
  private int[] other = new int[4096];
  private double[] perSecond = new double[4096];
  private double[] exit = new double[1024];
  private int rows;
  private int entries;

  /** Adds a move of the present row; moves to one state are added up. */
  void add(int to, double rate) {
    for (int e = first[rows]; e < entries; e++) {
      if (other[e] == to) {
        perSecond[e] += rate;
        return;
      }
    }
    addNew(to, rate);
  }

  /** Adds a move to a state to which the present row has none yet. */
  void addNew(int to, double rate) {
    if (entries == other.length) {
      int length = grown(entries);
      other = Arrays.copyOf(other, length);
      perSecond = Arrays.copyOf(perSecond, length);
    }
    other[entries] = to;
    perSecond[entries++] = rate;
  }

  /** Ends the present row and begins the next. */
  void endRow() {
    double sum = 0;
    for (int e = first[rows]; e < entries; e++) {
      sum += perSecond[e];
    }
    if (rows + 1 == first.length) {
      first = Arrays.copyOf(first, grown(first.length));
      exit = Arrays.copyOf(exit, first.length);
    }
    exit[rows++] = sum;
    first[rows] = entries;
  }

  /** Moves so far. */
  int entries() {
    return entries;
  }

  /** The rows that have ended; a row that is added later is written elsewhere. */
  Chain chain() {
    first = Arrays.copyOf(first, rows + 1);
    other = Arrays.copyOf(other, entries);
    perSecond = Arrays.copyOf(perSecond, entries);
    exit = Arrays.copyOf(exit, rows);
    return new Chain(first, other, perSecond, exit);
  }

  static int grown(int length) {
    return (int) Math.min(Integer.MAX_VALUE - 8, length + (length >> 1) + 16L);
  }
}
