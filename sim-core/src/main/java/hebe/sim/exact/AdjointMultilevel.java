package hebe.sim.exact;

import java.util.Arrays;

/**
 * Solves Q h = -b for a large irreducible chain by iteration: sweeps of Gauss and Seidel, h_i =
 * (b_i + sum over j of q_ij h_j) / exit_i, and between them a correction by a coarser chain, in
 * which groups of states are one.
 *
 * <p>It is the adjoint of {@link Multilevel}: the same groups, the same coarse rates q_IJ = sum
 * over i in I, j in J of (x_i / x_I) q_ij with the stationary shares x, the coarse right side the
 * mean of what is left of b + Q h, and the coarse h added to all states of a group. It ends when a
 * cycle changes no h by more than {@link #ENOUGH} times the spread of h.
 */
final class AdjointMultilevel {
  private static final double ENOUGH = 1e-14;
  private static final double ACCEPTABLE = 1e-11;
  private static final int MOST_CYCLES = 2000;
  private static final int COARSEST = 150;

  private final Level top;

  /** Prepares for a chain by outgoing moves and its stationary distribution. */
  AdjointMultilevel(Chain outgoing, double[] share) {
    top = new Level(outgoing, share, 0);
  }

  /** Puts the solution, up to a constant, into {@code h}; returns whether it came to rest. */
  boolean solve(double[] b, double[] h) {
    double[] before = new double[h.length];
    double change = Double.POSITIVE_INFINITY;
    for (int cycle = 0; cycle < MOST_CYCLES && change > ENOUGH; cycle++) {
      System.arraycopy(h, 0, before, 0, h.length);
      top.cycle(b, h);
      change = change(before, h);
    }
    return change <= ACCEPTABLE;
  }

  /** The largest change, apart from a common constant, over the spread. */
  private static double change(double[] before, double[] after) {
    double least = after[0];
    double most = after[0];
    double down = after[0] - before[0];
    double up = down;
    for (int i = 1; i < after.length; i++) {
      least = Math.min(least, after[i]);
      most = Math.max(most, after[i]);
      down = Math.min(down, after[i] - before[i]);
      up = Math.max(up, after[i] - before[i]);
    }
    return most > least ? (up - down) / (most - least) : 0;
  }

  private static final class Level {
    private final Chain chain;
    private final double[] share;
    private final int depth;
    private int[] group = {};
    private double[] groupShare = {};
    private Level[] coarse = {};
    private Factors[] exact = {};

    Level(Chain chain, double[] share, int depth) {
      this.chain = chain;
      this.share = share;
      this.depth = depth;
      if (chain.size <= COARSEST) {
        exact = new Factors[] {new Factors(chain, 0)};
      } else {
        Chain incoming = chain.transposed();
        Grouping grouping = new Grouping(incoming, share);
        group = grouping.group();
        groupShare = new double[grouping.count()];
        for (int i = 0; i < share.length; i++) {
          groupShare[group[i]] += share[i];
        }
        Chain coarser = grouping.emptyCoarse();
        fill(coarser, incoming, grouping.coarseEntry());
        coarse = new Level[] {new Level(coarser.transposed(), groupShare, depth + 1)};
      }
    }

    private void fill(Chain to, Chain incoming, int[] coarseEntry) {
      for (int j = 0; j < incoming.size; j++) {
        for (int e = incoming.first[j]; e < incoming.first[j + 1]; e++) {
          if (coarseEntry[e] >= 0) {
            int from = incoming.other[e];
            double rate = share[from] / groupShare[group[from]] * incoming.perSecond[e];
            to.perSecond[coarseEntry[e]] += rate;
            to.exit[group[from]] += rate;
          }
        }
      }
    }

    void cycle(double[] b, double[] h) {
      if (exact.length > 0) {
        System.arraycopy(exact[0].solve(b), 0, h, 0, h.length);
        return;
      }
      sweep(b, h, true);
      double[] left = restricted(b, h);
      double[] correction = new double[left.length];
      coarse[0].cycle(left, correction);
      if (depth % 2 == 1) {
        coarse[0].cycle(left, correction);
      }
      for (int i = 0; i < h.length; i++) {
        h[i] += correction[group[i]];
      }
      sweep(b, h, false);
    }

    private void sweep(double[] b, double[] h, boolean upward) {
      for (int k = 0; k < h.length; k++) {
        int i = upward ? k : h.length - 1 - k;
        double sum = b[i];
        for (int e = chain.first[i]; e < chain.first[i + 1]; e++) {
          sum += chain.perSecond[e] * h[chain.other[e]];
        }
        h[i] = sum / chain.exit[i];
      }
    }

    private double[] restricted(double[] b, double[] h) {
      double[] left = new double[groupShare.length];
      Arrays.fill(left, 0);
      for (int i = 0; i < h.length; i++) {
        double rest = b[i];
        for (int e = chain.first[i]; e < chain.first[i + 1]; e++) {
          rest += chain.perSecond[e] * (h[chain.other[e]] - h[i]);
        }
        left[group[i]] += share[i] / groupShare[group[i]] * rest;
      }
      return left;
    }
  }
}
