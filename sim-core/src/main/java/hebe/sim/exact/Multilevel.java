package hebe.sim.exact;

import java.util.Arrays;
import java.util.Optional;

/**
 * Stationary distribution of a large irreducible chain by iteration: sweeps of Gauss and Seidel
 * over the balance equations, x_j = (sum over i of x_i q_ij) / exit_j, and between them the same
 * for a coarser chain, in which groups of states are one.
 *
 * <p>The coarse rates are q_IJ = sum over i in I, j in J of (x_i / x_I) q_ij; the coarse solution
 * scales the states of each group. Groups are pairs joined by the strongest flow, and what is left
 * over joins its strongest neighbour; the coarsest chain is solved by {@link Elimination}. A cycle
 * subtracts nothing. A scaling is taken to the power 5/4, as groups pass on less of a change than
 * their states would (over-correction), and {@link Mixing} combines the last results; where that
 * does not come to rest soon, all begins anew without the two. It ends when a cycle changes no
 * share by more than {@link #ENOUGH}, relative.
 *
 * <p>Sources: Takahashi (1975), aggregation and disaggregation; Horton and Leutenegger (1994), "A
 * multi-level solution algorithm for steady-state Markov chains", SIGMETRICS.
 */
final class Multilevel {
  /** Relative change of every share in the last cycle. */
  static final double ENOUGH = 1e-13;

  /** Shares below are not waited for. */
  static final double TINY = 1e-290;

  private static final double ACCEPTABLE = 1e-11;
  private static final int MOST_FAST_CYCLES = 200;
  private static final int MOST_CYCLES = 2000;
  private static final int COARSEST = 150;
  private static final int FIRST_SWEEPS = 4;

  /** Coarse corrections beyond this factor, or below its inverse, are taken as they are. */
  private static final double LARGEST = 1e3;

  private final boolean fast;
  private final Level top;

  private Multilevel(Chain incoming, boolean fast) {
    this.fast = fast;
    double[] share = new double[incoming.size];
    Arrays.fill(share, 1.0 / incoming.size);
    top = new Level(incoming, share, 0);
  }

  /** The shares of a chain by incoming moves; empty if they did not come to rest. */
  static Optional<double[]> solve(Chain incoming) {
    return fast(incoming).or(() -> plain(incoming));
  }

  /** Without what may overshoot. */
  static Optional<double[]> plain(Chain incoming) {
    return new Multilevel(incoming, false).converge(MOST_CYCLES);
  }

  /** With over-correction and mixing; gives up soon. */
  static Optional<double[]> fast(Chain incoming) {
    return new Multilevel(incoming, true).converge(MOST_FAST_CYCLES);
  }

  private Optional<double[]> converge(int mostCycles) {
    Mixing mixing = new Mixing();
    double[] before = new double[top.share.length];
    double change = Double.POSITIVE_INFINITY;
    for (int cycle = 0; cycle < mostCycles && change > ENOUGH; cycle++) {
      System.arraycopy(top.share, 0, before, 0, before.length);
      top.cycle();
      top.normalize();
      change = change(before, top.share);
      if (fast && change > ENOUGH) {
        mixing.mix(before, top.share, change);
      }
    }
    return change <= (fast ? ENOUGH : ACCEPTABLE) ? Optional.of(top.share) : Optional.empty();
  }

  private static double change(double[] before, double[] after) {
    double worst = 0;
    for (int i = 0; i < after.length; i++) {
      if (!(after[i] <= TINY)) { // true of NaN, which then is the worst
        worst = Math.max(worst, Math.abs(after[i] - before[i]) / after[i]);
      }
    }
    return worst;
  }

  /** One chain of the hierarchy, by incoming moves. */
  private final class Level {
    private final Chain chain;
    private final double[] share;
    private final int depth;
    private int[] group = {};
    private int[] coarseEntry = {};
    private Level[] coarse = {};

    Level(Chain chain, double[] share, int depth) {
      this.chain = chain;
      this.share = share;
      this.depth = depth;
      if (chain.size > COARSEST) {
        for (int sweep = 0; sweep < FIRST_SWEEPS; sweep++) {
          sweep(sweep % 2 == 0);
        }
        Grouping grouping = new Grouping(chain, share);
        group = grouping.group();
        coarseEntry = grouping.coarseEntry();
        coarse = new Level[] {new Level(coarsened(grouping), restricted(grouping), depth + 1)};
      }
    }

    private Chain coarsened(Grouping grouping) {
      Chain empty = grouping.emptyCoarse();
      fill(empty, restricted(grouping));
      return empty;
    }

    private double[] restricted(Grouping grouping) {
      double[] sums = new double[grouping.count()];
      addUp(sums);
      return sums;
    }

    private void addUp(double[] sums) {
      Arrays.fill(sums, 0);
      for (int i = 0; i < share.length; i++) {
        sums[group[i]] += share[i];
      }
    }

    /** Sets the rates between groups for the present shares within them. */
    private void fill(Chain to, double[] sums) {
      Arrays.fill(to.perSecond, 0);
      Arrays.fill(to.exit, 0);
      for (int j = 0; j < chain.size; j++) {
        for (int e = chain.first[j]; e < chain.first[j + 1]; e++) {
          if (coarseEntry[e] >= 0) {
            int from = chain.other[e];
            double rate = share[from] / sums[group[from]] * chain.perSecond[e];
            to.perSecond[coarseEntry[e]] += rate;
            to.exit[group[from]] += rate;
          }
        }
      }
    }

    void cycle() {
      if (coarse.length == 0) {
        solve();
        return;
      }
      sweep(true);
      Level below = coarse[0];
      double[] sums = new double[below.share.length];
      addUp(sums);
      fill(below.chain, sums);
      System.arraycopy(sums, 0, below.share, 0, sums.length);
      below.cycle();
      if (depth % 2 == 1) {
        below.cycle();
      }
      for (int i = 0; i < share.length; i++) {
        share[i] =
            Math.max(
                Double.MIN_NORMAL,
                share[i] * overcorrected(below.share[group[i]] / sums[group[i]]));
      }
      sweep(false);
    }

    private double overcorrected(double factor) {
      boolean small = factor < LARGEST && factor > 1 / LARGEST;
      return fast && small ? factor * Math.sqrt(Math.sqrt(factor)) : factor;
    }

    private void solve() {
      double[][] rates = new double[chain.size][chain.size];
      for (int j = 0; j < chain.size; j++) {
        for (int e = chain.first[j]; e < chain.first[j + 1]; e++) {
          rates[chain.other[e]][j] = chain.perSecond[e];
        }
      }
      double[] solved = Elimination.stationary(rates);
      for (int i = 0; i < solved.length; i++) {
        share[i] = Math.max(Double.MIN_NORMAL, solved[i]);
      }
    }

    private void sweep(boolean upward) {
      for (int k = 0; k < chain.size; k++) {
        int j = upward ? k : chain.size - 1 - k;
        double in = 0;
        for (int e = chain.first[j]; e < chain.first[j + 1]; e++) {
          in += share[chain.other[e]] * chain.perSecond[e];
        }
        share[j] = Math.max(Double.MIN_NORMAL, in / chain.exit[j]);
      }
    }

    private void normalize() {
      double sum = 0;
      for (double each : share) {
        sum += each;
      }
      for (int i = 0; i < share.length; i++) {
        share[i] /= sum;
      }
    }
  }
}
