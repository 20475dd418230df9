package hebe.sim.exact;

import hebe.sim.exact.RejuvenatedHost.Mechanism;
import java.util.Locale;
import java.util.function.ObjDoubleConsumer;
import org.apache.commons.math3.optim.univariate.UnivariatePointValuePair;

/** The rows of {@link RejuvenatedHost} with exponential and Erlang clocks. */
final class RejuvenatedHostRows {
  private static final Mechanism[] REJUVENATED = {
    Mechanism.COLD, Mechanism.WARM, Mechanism.MIGRATE
  };
  private static final int MOST_STATES = 20_000;

  private RejuvenatedHostRows() {}

  /** All measures at 168 h and 24 h, and the differences between the mechanisms. */
  static void tellMeasures(int stages, ObjDoubleConsumer<String> row) throws UnsolvableException {
    double[] down = new double[REJUVENATED.length];
    for (int m = 0; m < down.length; m++) {
      String name = "pol-" + name(REJUVENATED[m]) + "-k" + stages + "-168-24-";
      Steady steady =
          Solution.of(RejuvenatedHost.erlang(REJUVENATED[m], stages, 168, 24), MOST_STATES)
              .steady();
      down[m] = steady.rate(0);
      int last = REJUVENATED[m] == Mechanism.MIGRATE ? 10 : 9;
      for (int reward = 0; reward < (stages == 2 ? 1 : last); reward++) {
        row.accept(name + RejuvenatedHost.REWARDS.get(reward), steady.rate(reward));
      }
    }
    if (stages != 2) {
      row.accept("pol-diff-warm-cold-k" + stages, down[0] - down[1]);
      row.accept("pol-diff-migrate-warm-k" + stages, down[1] - down[2]);
    }
  }

  static void tellNone(ObjDoubleConsumer<String> row) throws UnsolvableException {
    Steady clock =
        Solution.of(RejuvenatedHost.erlang(Mechanism.NONE, 1, 168, 24), MOST_STATES).steady();
    Steady none = Solution.of(RejuvenatedHost.neverRejuvenated(), MOST_STATES).steady();
    for (int reward : new int[] {0, 1, 3, 4, 5, 6, 7}) {
      String measure = RejuvenatedHost.REWARDS.get(reward);
      row.accept("pol-none-k1-168-24-" + measure, clock.rate(reward));
      if (!measure.equals("vJ")) {
        row.accept("pol-none-noclock-" + measure, none.rate(reward));
      }
    }
  }

  /** Unavailability over a grid of intervals. */
  static void tellGrid(int stages, int[] vmmHours, int[] vmHours, ObjDoubleConsumer<String> row)
      throws UnsolvableException {
    for (Mechanism mechanism : REJUVENATED) {
      for (int h : vmmHours) {
        for (int v : vmHours) {
          if (h != 168 || v != 24) {
            String name = "pol-" + name(mechanism) + "-k" + stages + "-" + h + "-" + v + "-U";
            row.accept(
                name,
                Solution.of(RejuvenatedHost.erlang(mechanism, stages, h, v), MOST_STATES)
                    .steady(0));
          }
        }
      }
    }
  }

  /** Unavailability with other transfer times, in seconds. */
  static void tellTransfers(ObjDoubleConsumer<String> row) throws UnsolvableException {
    for (String seconds : new String[] {"0.1", "1", "5", "30", "300"}) {
      double suspend = Double.parseDouble(seconds);
      row.accept(
          "pol-warm-k10-susp" + seconds + "-U",
          Solution.of(RejuvenatedHost.erlang(Mechanism.WARM, 10, 168, 24, suspend, 1), MOST_STATES)
              .steady(0));
    }
    for (String seconds : new String[] {"0.1", "5", "60"}) {
      double stop = Double.parseDouble(seconds);
      row.accept(
          "pol-migrate-k10-stop" + seconds + "-U",
          Solution.of(RejuvenatedHost.erlang(Mechanism.MIGRATE, 10, 168, 24, 5, stop), MOST_STATES)
              .steady(0));
    }
  }

  /** The best intervals with exponential clocks. */
  static void tellOptimum(Mechanism mechanism, ObjDoubleConsumer<String> row) {
    UnivariatePointValuePair vmm =
        Numerics.least(h -> Numerics.least(v -> down(mechanism, h, v), 5, 100).getValue(), 1, 400);
    String name = "pol-" + name(mechanism) + "-k1-";
    row.accept(name + "Thopt", vmm.getPoint());
    row.accept(
        name + "Tvopt", Numerics.least(v -> down(mechanism, vmm.getPoint(), v), 5, 100).getPoint());
    row.accept(name + "Uopt", vmm.getValue());
  }

  private static double down(Mechanism mechanism, double vmmHours, double vmHours) {
    try {
      return Solution.of(RejuvenatedHost.erlang(mechanism, 1, vmmHours, vmHours), 60).steady(0);
    } catch (UnsolvableException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String name(Mechanism mechanism) {
    return mechanism.name().toLowerCase(Locale.ROOT);
  }
}
