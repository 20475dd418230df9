package hebe.sim.exact;

import java.util.Arrays;

/**
 * Distribution of a chain at an instant, and mean time in each state until then.
 *
 * <p>With q the largest exit rate and P = I + Q / q: p(t) = sum over k of w_k p(0) P^k, with
 * Poisson weights w_k of mean q t, and the mean time in (0, t) is sum over k of W_k p(0) P^k / q,
 * with W_k the sum of the weights beyond k. Nothing is subtracted except on the diagonal, 1 - exit
 * / q.
 *
 * <p>Error of p(t), summed over all states: below {@link #error}. Cost: about q t steps, one pass
 * over the rates each. Sources: Jensen (1953), "Markoff chains as an aid in the study of Markoff
 * processes", Skandinavisk Aktuarietidskrift 36; the weights grow from the largest outwards, as in
 * Fox and Glynn (1988), CACM 31(4).
 */
final class Uniformization {
  /** The vector stands still when all further steps together could not change it by more. */
  private static final double STILL = 1e-15;

  /** Small enough to keep every probability that a double can tell from 0. */
  private static final double TINY_CUT = 1e-300;

  private final Chain incoming;
  private final double fastest;
  private final double cut;
  private final double still;

  Uniformization(Chain chain) {
    this(chain, PoissonWeights.CUT, STILL);
  }

  private Uniformization(Chain chain, double cut, double still) {
    this.cut = cut;
    this.still = still;
    incoming = chain.transposed();
    fastest = Arrays.stream(chain.exit).max().orElse(0);
  }

  /**
   * One that cuts off and skips nothing that counts, so that small probabilities have a relative
   * accuracy too, of {@code steps (d + 3) 2^-53}, d being the most moves into a state. Rates of
   * leaving may exceed the sum of the moves of a row: what is missing has left the chain.
   */
  static Uniformization relative(Chain chain) {
    return new Uniformization(chain, TINY_CUT, 0);
  }

  /** About how many steps an instant takes. */
  double steps(double seconds) {
    return fastest * seconds;
  }

  /** The largest exit rate, per second. */
  double fastest() {
    return fastest;
  }

  /** A bound on the sum over all states of the absolute errors of p(t). */
  double error(double seconds) {
    int widest = 0;
    for (int j = 0; j < incoming.size; j++) {
      widest = Math.max(widest, incoming.first[j + 1] - incoming.first[j]);
    }
    double steps = new PoissonWeights(fastest * seconds).last() + 1;
    return PoissonWeights.CUT + STILL + steps * (widest + 3) * 0x1p-53;
  }

  /** Puts p(t) into {@code at} and the mean seconds in (0, t) into {@code until}; both hold 0. */
  void solve(double[] initial, double seconds, double[] at, double[] until) {
    if (fastest * seconds == 0) {
      add(at, initial, 1);
      add(until, initial, seconds);
      return;
    }
    PoissonWeights weights = new PoissonWeights(fastest * seconds, cut);
    double[] now = initial.clone();
    double[] next = new double[now.length];
    double left = fastest * seconds; // sum of the W_k from here on
    for (int k = 0; k <= weights.last(); k++) {
      double beyond = weights.beyond(k);
      if (k % 8 == 7 && (weights.last() - k) * distance(now, next) < still) {
        add(at, now, weights.at(k) + beyond);
        add(until, now, left / fastest);
        return;
      }
      add(at, now, weights.at(k));
      add(until, now, beyond / fastest);
      left -= beyond;
      step(now, next);
      double[] swap = now;
      now = next;
      next = swap;
    }
  }

  static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += Math.abs(a[i] - b[i]);
    }
    return sum;
  }

  static void add(double[] sum, double[] vector, double factor) {
    if (factor > 0) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += factor * vector[i];
      }
    }
  }

  /** One step of the chain with the matrix P. */
  void step(double[] now, double[] next) {
    for (int j = 0; j < now.length; j++) {
      double in = now[j] * (fastest - incoming.exit[j]);
      for (int e = incoming.first[j]; e < incoming.first[j + 1]; e++) {
        in += now[incoming.other[e]] * incoming.perSecond[e];
      }
      next[j] = in / fastest;
    }
  }
}
