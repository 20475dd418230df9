package hebe.sim.exact;

import java.util.function.ObjDoubleConsumer;

/**
 * The rejuvenation net of Sirio before its first clock: Ok and Err of two stages each, of rates
 * 0.02 and 0.01 per hour, Ko uniform on (0, 5) h, Detected uniform on (0, 25) h, then Ok again.
 *
 * <p>With g the rate of entries into Ko and G1, G2, G3 its first integrals, entries into Detected
 * by t are (G2(t) - G2(t - 5))/5, ends of it D(t) = (G3(t) - G3(t - 5) - G3(t - 25) + G3(t -
 * 30))/125. The four stages and the three integrals follow a differential equation with these lags,
 * solved by the rule of Runge and Kutta; between the steps the past is a cubic through values and
 * slopes.
 */
final class SirioNet {
  private static final int STEPS_PER_HOUR = 50;
  private static final double STEP = 1.0 / STEPS_PER_HOUR;
  private static final int HOURS = 149;

  /** Four stages, then G1, G2, G3, at each step. */
  private final double[][] past = new double[HOURS * STEPS_PER_HOUR + 1][];

  private SirioNet() {
    past[0] = new double[] {1, 0, 0, 0, 0, 0, 0};
    for (int n = 0; n + 1 < past.length; n++) {
      double[] first = slope(n, 0, past[n]);
      double[] second = slope(n, 0.5, ahead(past[n], first, 0.5));
      double[] third = slope(n, 0.5, ahead(past[n], second, 0.5));
      double[] fourth = slope(n, 1, ahead(past[n], third, 1));
      past[n + 1] = new double[7];
      for (int i = 0; i < 7; i++) {
        past[n + 1][i] =
            past[n][i] + STEP / 6 * (first[i] + 2 * second[i] + 2 * third[i] + fourth[i]);
      }
    }
  }

  static void tell(ObjDoubleConsumer<String> row) {
    SirioNet net = new SirioNet();
    for (int hours : new int[] {50, HOURS}) {
      double[] now = net.past[hours * STEPS_PER_HOUR];
      double found = (now[5] - net.lagged(hours * STEPS_PER_HOUR, 0, 5, 5)) / 5;
      row.accept("sirio-" + hours + "-ok", now[0] + now[1]);
      row.accept("sirio-" + hours + "-err", now[2] + now[3]);
      row.accept("sirio-" + hours + "-ko", now[4] - found);
      row.accept("sirio-" + hours + "-det", found - net.ended(hours * STEPS_PER_HOUR));
    }
  }

  /** D at a step. */
  private double ended(int n) {
    return (past[n][6] - lagged(n, 0, 5, 6) - lagged(n, 0, 25, 6) + lagged(n, 0, 30, 6)) / 125;
  }

  private double[] slope(int n, double ahead, double[] y) {
    // The rate of D: the same with G2.
    double back =
        (y[5] - lagged(n, ahead, 5, 5) - lagged(n, ahead, 25, 5) + lagged(n, ahead, 30, 5)) / 125;
    double fail = 0.01 * y[3];
    return new double[] {
      back - 0.02 * y[0],
      0.02 * (y[0] - y[1]),
      0.02 * y[1] - 0.01 * y[2],
      0.01 * y[2] - fail,
      fail,
      y[4],
      y[5]
    };
  }

  private static double[] ahead(double[] y, double[] slope, double share) {
    double[] result = y.clone();
    for (int i = 0; i < result.length; i++) {
      result[i] += share * STEP * slope[i];
    }
    return result;
  }

  /** G2 or G3 some hours before step n + ahead; 0 before the start. */
  private double lagged(int n, double ahead, int hours, int index) {
    int at = n - hours * STEPS_PER_HOUR;
    if (at < 0) {
      return 0;
    }
    double left = past[at][index];
    if (ahead == 0) {
      return left;
    }
    double right = past[at + 1][index];
    double slopes = past[at][index - 1] - past[at + 1][index - 1];
    double halfway = (left + right) / 2 + STEP * slopes / 8;
    return ahead == 1 ? right : halfway;
  }
}
