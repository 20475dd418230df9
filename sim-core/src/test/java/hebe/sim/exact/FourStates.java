package hebe.sim.exact;

import hebe.sim.law.Exponential;
import hebe.sim.model.Component;
import hebe.sim.model.Model;
import hebe.sim.model.ModelBuilder;
import hebe.sim.model.Scope;
import java.util.Map;
import java.util.function.ObjDoubleConsumer;

/**
 * The four-state chain of Huang, Kintala, Kolettis and Fulton (1995): robust, failure-probable,
 * failed, rejuvenating; times in hours, repair takes half an hour.
 *
 * @param name prefix of the rows
 * @param robust mean time to failure-probable
 * @param life mean time from there to the failure
 * @param perRejuvenation rate of rejuvenations
 * @param perFailed cost of an hour failed
 * @param perRejuvenating cost of an hour of rejuvenation
 */
record FourStates(
    String name,
    double robust,
    double life,
    double perRejuvenation,
    double perFailed,
    double perRejuvenating)
    implements PublishedModel {
  static final FourStates A = new FourStates("huang-a", 168, 8640, 3, 1000, 40);
  static final FourStates B = new FourStates("huang-b", 72, 2160, 6, 5000, 5);
  static final FourStates G = new FourStates("huang-g", 240, 2160, 6, 1, 1);

  /** Twelve months of 30 days: so the published table counts. */
  private static final double YEAR_HOURS = 8640;

  @Override
  public void tell(ObjDoubleConsumer<String> row) throws UnsolvableException {
    if (name.equals("huang-g")) {
      tellSteady(row, "-100", 100);
      tellSteady(row, "-500", 500);
      tellSteady(row, "-1000", 1000);
      row.accept("garg-inf-U", solve(0).steady(0));
    } else {
      boolean a = name.equals("huang-a");
      tellYear(row, "-none", 0);
      tellYear(row, a ? "-336" : "-264", a ? 336 : 264);
      tellYear(row, a ? "-168" : "-96", a ? 168 : 96);
      row.accept(name + "-wstar", worthwhile());
    }
    if (name.equals("huang-a")) {
      for (int hours : new int[] {24, 168, 1000}) {
        tellTransient(row, hours);
      }
      tellDerivatives(row);
    }
  }

  private void tellSteady(ObjDoubleConsumer<String> row, String suffix, double trigger)
      throws UnsolvableException {
    Solution solution = solve(trigger);
    Steady steady = solution.steady();
    row.accept(name + suffix + "-U", steady.rate(0));
    row.accept(name + suffix + "-pF", steady.rate(1));
    row.accept(name + suffix + "-pP", steady.rate(2));
    row.accept(name + suffix + "-mttf", solution.passage(1).meanSeconds());
  }

  private void tellYear(ObjDoubleConsumer<String> row, String suffix, double trigger)
      throws UnsolvableException {
    tellSteady(row, suffix, trigger);
    Steady steady = solve(trigger).steady();
    double failed = steady.rate(1);
    double rejuvenating = steady.rate(0) - failed;
    row.accept(name + suffix + "-down", YEAR_HOURS * steady.rate(0));
    row.accept(
        name + suffix + "-cost",
        YEAR_HOURS * (perFailed * failed + perRejuvenating * rejuvenating));
  }

  private void tellTransient(ObjDoubleConsumer<String> row, int hours) throws UnsolvableException {
    Solution solution = solve(336);
    Transient until = solution.until(hours);
    String prefix = name + "-t" + hours;
    row.accept(prefix + "-U", until.rate(0));
    row.accept(prefix + "-IU", until.accumulated(0) / hours);
    row.accept(prefix + "-F1", solution.passage(1).probabilityBy(hours));
  }

  /** Derivatives of the unavailability by the rates. */
  private void tellDerivatives(ObjDoubleConsumer<String> row) throws UnsolvableException {
    Map<String, String> rates =
        Map.of("fail", "lam", "repair", "r1", "age", "r2", "end", "r3", "begin", "r4");
    for (Derivative derivative : solve(336).sensitivity().of(0)) {
      String transition = derivative.parameter().transition().replace("run/", "");
      row.accept(name + "-336-dU-" + rates.get(transition), derivative.perRate().orElseThrow());
    }
  }

  /** c_r/c_f below which rejuvenation pays: (lam r3/r1)(1/r3 + 1/r2) / (1 + lam/r1 + lam/r2). */
  private double worthwhile() {
    return perRejuvenation
        / (2 * life)
        * (1 / perRejuvenation + robust)
        / (1 + (0.5 + robust) / life);
  }

  Solution solve(double trigger) throws UnsolvableException {
    return Solution.of(model(trigger), 4);
  }

  /**
   * Rewards: down, failed, probable, rejuvenations.
   *
   * @param trigger mean time from failure-probable to rejuvenation; 0 means none
   */
  Model model(double trigger) {
    ModelBuilder model = new ModelBuilder();
    Scope root = model.root();
    Component run = root.component("run", "robust", "probable", "failed", "rejuvenating");
    run.transition("age").from("robust").to("probable").after(new Exponential(robust));
    run.transition("fail").from("probable").to("failed").after(new Exponential(life));
    run.transition("repair").from("failed").to("robust").after(Exponential.ofRate(2));
    root.rateReward("down", run.in("failed", "rejuvenating"));
    root.rateReward("failed", run.in("failed"));
    root.rateReward("probable", run.in("probable"));
    if (trigger > 0) {
      var begin = run.transition("begin").from("probable").to("rejuvenating");
      begin.after(new Exponential(trigger));
      run.transition("end")
          .from("rejuvenating")
          .to("robust")
          .after(Exponential.ofRate(perRejuvenation));
      root.impulseReward("rejuvenations", 1, begin);
    }
    return model.build();
  }
}
