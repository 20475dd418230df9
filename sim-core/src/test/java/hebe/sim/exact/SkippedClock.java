package hebe.sim.exact;

import java.util.function.ObjDoubleConsumer;
import org.apache.commons.math3.optim.univariate.UnivariatePointValuePair;

/**
 * A clock of length T that rejuvenates a part unless it is down, by Carnevali and others; a failure
 * is detected late, or at the latest when the clock expires; times in hours. Up, Err and Down last
 * until T; renewal at each entry into Up:
 *
 * <p>cycle = iU + iE + iD + pU early + pE late + f repair, with pU, pE the probabilities of Up and
 * Err at T, f = 1 - pU - pE, and iU, iE, iD the mean times in the three before T.
 */
final class SkippedClock {
  /** On (2, 16), (1, 4) and (1, 2) h; the published coefficients are rounded. */
  static final BumpDensity REPAIR =
      new BumpDensity(2, 16, -0.496617, 0.279347, -0.0155193, 0.250548);

  static final BumpDensity FROM_ERR = new BumpDensity(1, 4, -45.9805, 57.4756, -11.4951, 1.86195);
  static final BumpDensity FROM_UP = new BumpDensity(1, 2, -58.9422, 88.4133, -29.4711, 1.08048);

  private static final Stages GENERAL_ERROR = new Stages(0.00615, 0.01289);
  private static final Stages GENERAL_FAILURE = new Stages(0.00615, 0.01289, 0.00208, 0.00277);
  private static final double A = 0.004166666667;
  private static final double B = 0.00119047619;

  private SkippedClock() {}

  /** Unavailability, share of undetected failures, share of rejuvenations. */
  record Shares(double down, double undetected, double rejuvenating) {}

  /** The rows of the fixed law set and those that others have published. */
  static void tell(ObjDoubleConsumer<String> row) {
    for (int t : new int[] {30, 510, 1050}) {
      Shares general = general(t);
      row.accept("skip-gen-" + t + "-U", general.down);
      row.accept("skip-gen-" + t + "-undet", general.undetected);
      row.accept("skip-gen-" + t + "-rej", general.rejuvenating);
      if (t != 1050) {
        row.accept("skip-gen-" + t + "-U-pub", general.down);
        row.accept("skip-gen-" + t + "-undet-pub", general.undetected);
      }
    }
    UnivariatePointValuePair best = Numerics.least(t -> general(t).down, 100, 2000);
    row.accept("skip-gen-topt", best.getPoint());
    row.accept("skip-gen-Uopt", best.getValue());
    for (int t : new int[] {30, 1050}) {
      Shares exponential = exponential(t);
      row.accept("skip-exp-" + t + "-U-pub", exponential.down);
      row.accept("skip-exp-" + t + "-undet-pub", exponential.undetected);
    }
  }

  /**
   * Hypoexponential error and failure, detection uniform on (0, 4) h: mean of its minimum with s.
   */
  private static Shares general(double t) {
    double undetected =
        2 * (1 - GENERAL_FAILURE.survival(t - 4))
            + Numerics.integral(
                x -> GENERAL_FAILURE.density(x) * (t - x - (t - x) * (t - x) / 8), t - 4, t);
    return shares(
        GENERAL_ERROR,
        GENERAL_FAILURE,
        undetected,
        t,
        FROM_UP.mean(),
        FROM_ERR.mean(),
        REPAIR.mean());
  }

  private static Shares exponential(double t) {
    Stages failure = new Stages(A, B);
    double undetected = new Stages(A, B, 0.5).meanUntil(t) - failure.meanUntil(t);
    return shares(
        new Stages(A), failure, undetected, t, 1 / 0.6913621217, 1 / 0.5550375205, 1 / 0.148484493);
  }

  private static Shares shares(
      Stages error,
      Stages failure,
      double undetected,
      double t,
      double early,
      double late,
      double repair) {
    double up = error.survival(t);
    double degraded = failure.survival(t) - up;
    double rejuvenating = up * early + degraded * late;
    double repaired = (1 - failure.survival(t)) * repair;
    double cycle = failure.meanUntil(t) + undetected + rejuvenating + repaired;
    return new Shares(
        (undetected + rejuvenating + repaired) / cycle, undetected / cycle, rejuvenating / cycle);
  }
}
