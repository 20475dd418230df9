package hebe.sim.exact;

import hebe.sim.exact.RejuvenatedHost.Mechanism;
import hebe.sim.law.DelayLaw;
import hebe.sim.law.Exponential;
import hebe.sim.model.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.ObjDoubleConsumer;

/** The rows of models with one fixed clock at a time. */
final class ClockRows {
  private static final double MINUTE = 1.0 / 60;

  private ClockRows() {}

  static List<PublishedModel> all() {
    List<PublishedModel> all = new ArrayList<>();
    all.add(row -> tellGarg(10, row));
    all.add(row -> tellGarg(1, row));
    all.add(ClockRows::tellGargOptimum);
    all.add(row -> tellDohi("vmm", List.of(720.0, 168.0), 65 * MINUTE, 2 * MINUTE, row));
    all.add(row -> tellDohi("vm", List.of(168.0, 72.0), 35 * MINUTE, MINUTE, row));
    all.add(ClockRows::tellSkipIfDown);
    all.add(ClockRows::tellPool);
    all.add(row -> tellInspected(3, 240, 1, row));
    all.add(row -> tellInspected(4, 180, 2, row));
    all.add(ClockRows::tellInspectionOptimum);
    for (Mechanism mechanism : List.of(Mechanism.COLD, Mechanism.WARM, Mechanism.MIGRATE)) {
      all.add(row -> tellHost(mechanism, 168, Optional.of(24), row));
      all.add(row -> tellHost(mechanism, 336, Optional.of(48), row));
      all.add(row -> tellHost(mechanism, 168, Optional.empty(), row));
    }
    return all;
  }

  private static Steady steady(Model model) throws UnsolvableException {
    return Solution.of(model, 1000).steady();
  }

  private static void tellGarg(int minutes, ObjDoubleConsumer<String> row)
      throws UnsolvableException {
    for (int clock : new int[] {50, 100, 300, 500, 1000, 2000}) {
      Steady steady = steady(ClockModels.garg(minutes * MINUTE, clock));
      String name = "garg-" + minutes + "min-" + clock;
      row.accept(name + "-U", steady.rate(0));
      row.accept(name + "-Ko", steady.rate(1));
      row.accept(name + "-cyc", 1 / steady.rate(2));
    }
  }

  private static void tellGargOptimum(ObjDoubleConsumer<String> row) throws UnsolvableException {
    double best = best(clock -> ClockModels.garg(MINUTE, clock), 50, 2000);
    row.accept("garg-1min-topt", best);
    row.accept("garg-1min-Uopt", down(ClockModels.garg(MINUTE, best)));
  }

  private static void tellDohi(
      String part,
      List<Double> stages,
      double repair,
      double rejuvenation,
      ObjDoubleConsumer<String> row)
      throws UnsolvableException {
    DoubleFunction<Model> model =
        age -> ClockModels.dohi(stages, repair, rejuvenation, Optional.of(age));
    double best = best(model, 5, 1000);
    String name = "dohi-h-" + part + "-m1-";
    row.accept(name + "topt", best);
    row.accept(name + "Uopt", down(model.apply(best)));
    row.accept(name + "U2", down(model.apply(2 * best)));
    row.accept(
        name + "Uinf", down(ClockModels.dohi(stages, repair, rejuvenation, Optional.empty())));
  }

  private static void tellSkipIfDown(ObjDoubleConsumer<String> row) throws UnsolvableException {
    for (int clock : new int[] {30, 600, 1050, 4320}) {
      Steady steady = steady(ClockModels.skipIfDown(clock));
      row.accept("skip-exp-" + clock + "-U", steady.rate(0));
      row.accept("skip-exp-" + clock + "-undet", steady.rate(1));
      row.accept("skip-exp-" + clock + "-rej", steady.rate(2));
    }
    double best = best(ClockModels::skipIfDown, 300, 3000);
    row.accept("skip-exp-topt", best);
    row.accept("skip-exp-Uopt", down(ClockModels.skipIfDown(best)));
  }

  private static void tellPool(ObjDoubleConsumer<String> row) throws UnsolvableException {
    for (int clock : new int[] {5, 50, 100, 500, 1000}) {
      Steady steady = steady(ClockModels.pool(clock));
      row.accept("pool-coo-n1-" + clock + "-Ko", steady.rate(0));
      row.accept("pool-coo-n1-" + clock + "-Rej", steady.rate(1));
      row.accept("pool-coo-n1-" + clock + "-P", steady.rate(2));
    }
  }

  private static void tellInspected(
      int stages, double stage, int threshold, ObjDoubleConsumer<String> row)
      throws UnsolvableException {
    for (int clock : new int[] {12, 24, 48, 96, 168, 336}) {
      Steady steady = steady(ClockModels.inspected(stages, stage, threshold, clock));
      String name = "insp-k" + stages + "-b" + threshold + "-" + clock;
      row.accept(name + "-U", steady.rate(0));
      row.accept(name + "-pf", steady.rate(1) / steady.rate(2));
    }
  }

  private static void tellInspectionOptimum(ObjDoubleConsumer<String> row)
      throws UnsolvableException {
    double best = best(clock -> ClockModels.inspected(3, 240, 1, clock), 5, 100);
    row.accept("insp-k3-b1-dopt", best);
    row.accept("insp-k3-b1-Uopt", down(ClockModels.inspected(3, 240, 1, best)));
  }

  private static void tellHost(
      Mechanism mechanism, int vmm, Optional<Integer> vm, ObjDoubleConsumer<String> row)
      throws UnsolvableException {
    Optional<DelayLaw> law = vm.map(hours -> new Exponential(hours));
    Steady steady = steady(RejuvenatedHost.fixed(mechanism, vmm, law));
    String name =
        "pol-det1-"
            + mechanism.name().toLowerCase(Locale.ROOT)
            + "-"
            + vmm
            + "-"
            + vm.map(hours -> Integer.toString(hours)).orElse("none");
    row.accept(name + "-U", steady.rate(0));
    // A cycle ends by a repair, after 65 min in all, or a rejuvenation of 2 min.
    double failures = steady.rate(RejuvenatedHost.REWARDS.indexOf("FR")) / (65 * MINUTE);
    double reboots = steady.rate(RejuvenatedHost.REWARDS.indexOf("J")) / (2 * MINUTE);
    row.accept(name + "-cyc", 1 / (failures + reboots));
  }

  private static double down(Model model) throws UnsolvableException {
    return steady(model).rate(0);
  }

  /** The clock of least unavailability: where its slope changes sign. */
  private static double best(DoubleFunction<Model> model, double from, double to)
      throws UnsolvableException {
    double low = from;
    double high = to;
    while (high - low > 1e-11 * high) {
      double middle = (low + high) / 2;
      if (slope(model, middle) < 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Central differences at halved steps, extrapolated: an error of the eighth order. */
  private static double slope(DoubleFunction<Model> model, double clock)
      throws UnsolvableException {
    double[] slope = new double[4];
    for (int i = 0; i < slope.length; i++) {
      double step = clock / (8 << i);
      slope[i] = (down(model.apply(clock + step)) - down(model.apply(clock - step))) / (2 * step);
    }
    for (int order = 1; order < slope.length; order++) {
      double factor = 1 << (2 * order);
      for (int i = 0; i < slope.length - order; i++) {
        slope[i] = (factor * slope[i + 1] - slope[i]) / (factor - 1);
      }
    }
    return slope[0];
  }
}
