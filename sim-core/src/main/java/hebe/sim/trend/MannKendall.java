package hebe.sim.trend;

import hebe.sim.law.NormalLaw;
import java.util.Arrays;

/**
 * The test of Mann and Kendall for a monotone trend in a series y_1, ..., y_n.
 *
 * <p>S = sum over i &lt; j of sign(y_j - y_i). Without a trend S has the mean 0 and, with groups of
 * t equal values, the variance [n (n-1) (2n+5) - sum t (t-1) (2t+5)] / 18. Up to {@value
 * #MOST_EXACT} values of which no two are equal the law of S is exact, by counting permutations by
 * their inversions; otherwise S is taken as normal with a correction of 1 for continuity. Source:
 * Mann, Econometrica 13 (1945) 245; Kendall, Rank Correlation Methods (1975).
 *
 * @param s the statistic S
 * @param n number of values, at least 2
 * @param variance of S without a trend; 0 if all values are equal
 * @param exact whether no two values are equal and the series is short
 */
public record MannKendall(int s, int n, double variance, boolean exact) {
  /** Longest series whose law of S is exact. */
  public static final int MOST_EXACT = 10;

  /** Longest series: S and the products of its variance fit into their types. */
  public static final int MOST = 1000;

  /** The test of a series of 2 to {@link #MOST} values, oldest first. */
  public static MannKendall of(int[] values) {
    int n = values.length;
    if (n < 2 || n > MOST) {
      throw new IllegalArgumentException("a trend is sought in 2 to " + MOST + " values; got " + n);
    }
    int s = 0;
    for (int j = 1; j < n; j++) {
      for (int i = 0; i < j; i++) {
        s += Integer.compare(values[j], values[i]);
      }
    }
    long ties = ties(values);
    return new MannKendall(s, n, (weight(n) - ties) / 18.0, ties == 0 && n <= MOST_EXACT);
  }

  /** The sum over groups of t equal values of t (t-1) (2t+5). */
  private static long ties(int[] values) {
    int[] sorted = values.clone();
    Arrays.sort(sorted);
    long sum = 0;
    int first = 0;
    for (int i = 1; i <= sorted.length; i++) {
      if (i == sorted.length || sorted[i] != sorted[first]) {
        sum += weight(i - first);
        first = i;
      }
    }
    return sum;
  }

  private static long weight(long t) {
    return t * (t - 1) * (2 * t + 5);
  }

  /** The probability of such an S or a larger one where there is no trend. */
  public double risesByChance() {
    if (exact) {
      return tail(n, s);
    }
    if (variance == 0) {
      return 1;
    }
    return NormalLaw.cdf((Integer.signum(s) - s) / StrictMath.sqrt(variance));
  }

  /**
   * The least probability that {@link #risesByChance} can give for n values: that of an unbroken
   * rise.
   */
  public static double leastByChance(int n) {
    int[] rising = new int[n];
    Arrays.setAll(rising, i -> i);
    return of(rising).risesByChance();
  }

  /** P(S at least s): S = n (n-1) / 2 - 2 I, with I inversions of a random permutation. */
  private static double tail(int n, int s) {
    int most = (n * (n - 1) / 2 - s) / 2;
    long[] ways = {1};
    for (int k = 2; k <= n; k++) {
      long[] more = new long[ways.length + k - 1];
      for (int i = 0; i < ways.length; i++) {
        for (int added = 0; added < k; added++) {
          more[i + added] += ways[i];
        }
      }
      ways = more;
    }
    long few = 0;
    long all = 0;
    for (int i = 0; i < ways.length; i++) {
      few += i <= most ? ways[i] : 0;
      all += ways[i];
    }
    return (double) few / all;
  }
}
