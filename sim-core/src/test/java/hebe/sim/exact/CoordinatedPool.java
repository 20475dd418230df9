package hebe.sim.exact;

import java.util.function.ObjDoubleConsumer;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Four replicas that are rejuvenated one at a time, when a common timer expires (Scommegna and
 * others 2024); times in hours. Regeneration points: the timer starts with e degraded replicas (0
 * to 4), a rejuvenation starts with e degraded ones among the other three (5 + e). Between two of
 * them all is a Markov chain that a fixed timer, or a rejuvenation of a known law, cuts off.
 */
final class CoordinatedPool {
  private static final int REPLICAS = 4;
  private static final double DEGRADE = 0.004166;
  private static final double FAIL = 0.000463;
  private static final double REPAIR = 2;

  /** Rejuvenation: density proportional to exp(-3.17 x) on (0, 0.426906). */
  private static final double DECAY = 3.17;

  private static final double LONGEST = 0.426906;

  private final double timer;
  private final int points = REPLICAS + 1 + REPLICAS;
  private final RealMatrix next = new Array2DRowRealMatrix(points, points);
  private final double[] length = new double[points];
  private final double[] failed = new double[points];
  private final double[] away = new double[points];
  private final double[] two = new double[points];

  private CoordinatedPool(double timer) {
    this.timer = timer;
  }

  /** During a rejuvenation: where the degraded others stand at its end, and how long until. */
  private record Rejuvenation(RealMatrix at, RealMatrix until) {
    static Rejuvenation averaged() {
      RealMatrix rates = active(REPLICAS - 1);
      RealMatrix at = new Array2DRowRealMatrix(REPLICAS, REPLICAS);
      RealMatrix until = new Array2DRowRealMatrix(REPLICAS, REPLICAS);
      for (int i = 0; i < REPLICAS; i++) {
        for (int j = i; j < REPLICAS; j++) {
          int from = i;
          int to = j;
          at.setEntry(i, j, over(x -> density(x) * exponential(rates, x).getEntry(from, to)));
          until.setEntry(i, j, over(x -> survival(x) * exponential(rates, x).getEntry(from, to)));
        }
      }
      return new Rejuvenation(at, until);
    }
  }

  static void tell(ObjDoubleConsumer<String> row) {
    Rejuvenation rejuvenation = Rejuvenation.averaged();
    for (int hours : new int[] {5, 50, 100, 200, 500, 1000, 5000}) {
      new CoordinatedPool(hours).solve("pool-coo-n4-" + hours, rejuvenation, row);
    }
  }

  private void solve(String name, Rejuvenation rejuvenation, ObjDoubleConsumer<String> row) {
    timerPhase();
    rejuvenationPhase(rejuvenation);
    double[] share = stationary();
    double cycle = product(share, length);
    row.accept(name + "-Ko", product(share, failed) / cycle);
    row.accept(name + "-Rej", product(share, away) / cycle);
    row.accept(name + "-P", product(share, two) / cycle);
  }

  private void timerPhase() {
    RealMatrix at = exponential(active(REPLICAS), timer);
    RealMatrix until = integrated(active(REPLICAS), timer);
    for (int e = 0; e <= REPLICAS; e++) {
      for (int now = 0; now <= REPLICAS; now++) {
        choose(e, now, at.getEntry(e, now));
        length[e] += until.getEntry(e, now);
      }
      failures(e, 0, REPLICAS, until.getRow(e));
    }
  }

  private void rejuvenationPhase(Rejuvenation rejuvenation) {
    int others = REPLICAS - 1;
    for (int e = 0; e <= others; e++) {
      int point = REPLICAS + 1 + e;
      for (int now = 0; now <= others; now++) {
        choose(point, now, rejuvenation.at.getEntry(e, now));
        length[point] += rejuvenation.until.getEntry(e, now);
        away[point] += rejuvenation.until.getEntry(e, now);
      }
      failures(point, REPLICAS + 1, others, rejuvenation.until.getRow(e));
    }
  }

  private static double over(java.util.function.DoubleUnaryOperator f) {
    return Numerics.integral(f, 0, LONGEST);
  }

  private static double density(double x) {
    return DECAY * StrictMath.exp(-DECAY * x) / -StrictMath.expm1(-DECAY * LONGEST);
  }

  private static double survival(double x) {
    return StrictMath.exp(-DECAY * x)
        * StrictMath.expm1(-DECAY * (LONGEST - x))
        / StrictMath.expm1(-DECAY * LONGEST);
  }

  /** The choice at an expiry, or after a rejuvenation, with e degraded replicas of four. */
  private void choose(int point, int e, double probability) {
    int good = REPLICAS - e;
    double rejuvenate = 0.3 + 6 * e;
    double restart = good + 0.3;
    double go = probability * rejuvenate / (rejuvenate + restart);
    next.addToEntry(point, e, probability - go);
    double rare = e * StrictMath.pow(0.1, good);
    double degradedWeight = e == 0 ? 0 : good == 0 ? 1 : Math.max(1 - rare, 1e-7);
    double goodWeight = good == 0 ? 0 : e == 0 ? 1 : Math.max(rare, 1e-8);
    double sum = degradedWeight + goodWeight;
    if (e > 0) {
      next.addToEntry(point, REPLICAS + e, go * degradedWeight / sum);
    }
    if (good > 0) {
      next.addToEntry(point, REPLICAS + 1 + e, go * goodWeight / sum);
    }
  }

  /**
   * From mean times with e degraded replicas of some that are active: what happens after a failure,
   * until no replica is failed.
   *
   * @param base number of the regeneration point with no degraded replica
   */
  private void failures(int point, int base, int active, double[] until) {
    Repairs repairs = new Repairs(active);
    double[] entries = new double[repairs.size()];
    for (int e = 1; e <= active; e++) {
      entries[repairs.number(e - 1, 1)] = until[e] * e * FAIL;
    }
    double[] times = repairs.times(entries);
    for (int failures = 1; failures <= active; failures++) {
      for (int e = 0; e + failures <= active; e++) {
        double time = times[repairs.number(e, failures)];
        length[point] += time;
        failed[point] += failures * time;
        if (base > 0) {
          away[point] += time;
        }
        if (base > 0 || failures > 1) {
          two[point] += time;
        }
        if (failures == 1) {
          next.addToEntry(point, base + e, time * REPAIR);
        }
      }
    }
  }

  /** Degraded replicas of some that are active, until the first failure. */
  private static RealMatrix active(int count) {
    RealMatrix rates = new Array2DRowRealMatrix(count + 1, count + 1);
    for (int e = 0; e <= count; e++) {
      rates.setEntry(e, e, -(count - e) * DEGRADE - e * FAIL);
      if (e < count) {
        rates.setEntry(e, e + 1, (count - e) * DEGRADE);
      }
    }
    return rates;
  }

  /** While replicas are failed: numbers of degraded and of failed ones. */
  private record Repairs(int count) {
    int size() {
      return (count + 1) * count;
    }

    int number(int degraded, int failures) {
      return degraded * count + failures - 1;
    }

    /** Mean times in the states, from rates of entries: y with y (-Q) = entries. */
    double[] times(double[] entries) {
      RealMatrix out = MatrixUtils.createRealIdentityMatrix(size());
      for (int failures = 1; failures <= count; failures++) {
        for (int e = 0; e + failures <= count; e++) {
          int from = number(e, failures);
          int good = count - e - failures;
          out.setEntry(from, from, good * DEGRADE + e * FAIL + failures * REPAIR);
          if (good > 0) {
            out.setEntry(from, number(e + 1, failures), -good * DEGRADE);
          }
          if (e > 0) {
            out.setEntry(from, number(e - 1, failures + 1), -e * FAIL);
          }
          if (failures > 1) {
            out.setEntry(from, number(e, failures - 1), -failures * REPAIR);
          }
        }
      }
      return new LUDecomposition(out.transpose())
          .getSolver()
          .solve(MatrixUtils.createRealVector(entries))
          .toArray();
    }
  }

  private double[] stationary() {
    RealMatrix balance = next.transpose().subtract(MatrixUtils.createRealIdentityMatrix(points));
    double[] right = new double[points];
    for (int j = 0; j < points; j++) {
      balance.setEntry(0, j, 1);
    }
    right[0] = 1;
    return new LUDecomposition(balance)
        .getSolver()
        .solve(MatrixUtils.createRealVector(right))
        .toArray();
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** exp(Q t) by its series at t / 2^k, squared k times. */
  private static RealMatrix exponential(RealMatrix rates, double t) {
    int k = Math.max(0, Math.getExponent(rates.getNorm() * t) + 4);
    RealMatrix step = rates.scalarMultiply(t / StrictMath.scalb(1.0, k));
    RealMatrix term = MatrixUtils.createRealIdentityMatrix(rates.getRowDimension());
    RealMatrix sum = term;
    for (int n = 1; n <= 14; n++) {
      term = term.multiply(step).scalarMultiply(1.0 / n);
      sum = sum.add(term);
    }
    for (int i = 0; i < k; i++) {
      sum = sum.multiply(sum);
    }
    return sum;
  }

  /** Integral of exp(Q u) over (0, t): (exp(Q t) - 1) Q^-1. */
  private static RealMatrix integrated(RealMatrix rates, double t) {
    RealMatrix change =
        exponential(rates, t)
            .subtract(MatrixUtils.createRealIdentityMatrix(rates.getRowDimension()));
    return change.multiply(new LUDecomposition(rates).getSolver().getInverse());
  }
}
