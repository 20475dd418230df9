package hebe.sim.exact;

import java.util.Arrays;

/**
 * Pairs the states of a chain by their strongest flows, and the pattern of the chain of pairs.
 *
 * <p>A state whose strong neighbours are taken joins one of them, never a weak one: a pair across a
 * weak link would hide the flow over the link from the coarse chain, and with it the slow part of
 * the solution.
 */
final class Grouping {
  /** The least part of the strongest flow into a state that counts as strong. */
  private static final double STRONG = 0.25;

  private final Chain incoming;
  private final int[] group;
  private final int[] coarseEntry;
  private int count;
  private final Chain coarse;

  Grouping(Chain incoming, double[] share) {
    this.incoming = incoming;
    group = new int[incoming.size];
    Arrays.fill(group, -1);
    coarseEntry = new int[incoming.entries()];
    for (int j = 0; j < incoming.size; j++) {
      if (group[j] < 0) {
        join(j, share);
      }
    }
    coarse = pattern();
  }

  /** Number of groups: at most half of the states. */
  int count() {
    return count;
  }

  /** The group of each state. */
  int[] group() {
    return group;
  }

  /** The entry of the coarse chain to which an entry of the fine one adds; -1 within a group. */
  int[] coarseEntry() {
    return coarseEntry;
  }

  /** The coarse chain by incoming moves; its rates are still 0. */
  Chain emptyCoarse() {
    return coarse;
  }

  private void join(int state, double[] share) {
    int free = -1;
    int any = -1;
    double freeFlow = -1;
    double anyFlow = -1;
    for (int e = incoming.first[state]; e < incoming.first[state + 1]; e++) {
      int from = incoming.other[e];
      double flow = share[from] * incoming.perSecond[e];
      if (group[from] < 0 && flow > freeFlow) {
        free = from;
        freeFlow = flow;
      }
      if (flow > anyFlow) {
        any = from;
        anyFlow = flow;
      }
    }
    if (free >= 0 && freeFlow >= STRONG * anyFlow) {
      group[state] = count;
      group[free] = count++;
    } else {
      group[state] = group[any];
    }
  }

  private Chain pattern() {
    int[] start = new int[count + 1];
    for (int j = 0; j < incoming.size; j++) {
      start[group[j] + 1]++;
    }
    for (int g = 0; g < count; g++) {
      start[g + 1] += start[g];
    }
    int[] members = new int[incoming.size];
    int[] next = Arrays.copyOf(start, count);
    for (int j = 0; j < incoming.size; j++) {
      members[next[group[j]]++] = j;
    }
    int[] first = new int[count + 1];
    int[] other = new int[incoming.entries()];
    int[] entryOf = new int[count];
    Arrays.fill(entryOf, -1);
    int entries = 0;
    for (int g = 0; g < count; g++) {
      for (int m = start[g]; m < start[g + 1]; m++) {
        for (int e = incoming.first[members[m]]; e < incoming.first[members[m] + 1]; e++) {
          int from = group[incoming.other[e]];
          if (from == g) {
            coarseEntry[e] = -1;
          } else {
            if (entryOf[from] < first[g]) {
              entryOf[from] = entries;
              other[entries++] = from;
            }
            coarseEntry[e] = entryOf[from];
          }
        }
      }
      first[g + 1] = entries;
    }
    return new Chain(first, Arrays.copyOf(other, entries), new double[entries], new double[count]);
  }
}
