package hebe.sim.exact;

import hebe.sim.law.Exponential;
import hebe.sim.model.Component;
import hebe.sim.model.ModelBuilder;
import hebe.sim.model.Reward;
import hebe.sim.model.Scope;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The four-state chain of Huang, Kintala, Kolettis and Fulton (1995); times in hours. The values
 * are rational arithmetic on pi_P = 1 / (1 + lam/r1 + r4/r3 + (lam + r4)/r2).
 */
class RejuvenationChainTest {

  @ParameterizedTest
  @CsvSource({
    "huang-a-none, 168, 8640, 3, 0, 5.676335357893e-5, 5.676335357893e-5, 0.9808707498439, 8808",
    "huang-a-336, 168, 8640, 3, 336, 0.0006905213708208, 3.806023303737e-5, 0.6576808268857,"
        + " 13136.57142857",
    "huang-a-168, 168, 8640, 3, 168, 0.001010146450787, 2.862763220854e-5, 0.4946854845636,"
        + " 17465.14285714",
    "huang-b-none, 72, 2160, 6, 0, 0.0002239641657335, 0.0002239641657335, 0.9675251959686, 2232",
    "huang-b-264, 72, 2160, 6, 264, 0.0006601722888656, 0.0001771193945737, 0.7651557845584,"
        + " 2822.454545455",
    "huang-b-96, 72, 2160, 6, 96, 0.001102106969206, 0.000129659643436, 0.5601296596434, 3855.75",
    "huang-g-100, 240, 2160, 6, 100, 0.0005403197111266, 6.589264769837e-5, 0.284656238057, 7587.6",
    "huang-g-500, 240, 2160, 6, 500, 0.0003548554109633, 0.0001454325454768, 0.6282685964596,"
        + " 3437.52",
    "huang-g-1000, 240, 2160, 6, 1000, 0.0002945952056343, 0.0001712762823455, 0.7399135397327,"
        + " 2918.76"
  })
  void chain_steadyState_isTheFormula(
      String row,
      double robust,
      double life,
      double r3,
      double trigger,
      double down,
      double failed,
      double probable,
      double mttf)
      throws UnsolvableException {
    Solution solution = Solution.of(huang(robust, life, r3, trigger), 10);
    Steady steady = solution.steady();
    Oracle.agrees(row + "-U", steady.rate(0), down, 1e-12);
    Oracle.agrees(row + "-pF", steady.rate(1), failed, 1e-12);
    Oracle.agrees(row + "-pP", steady.rate(2), probable, 1e-12);
    Oracle.agrees(row + "-mttf", solution.passage(1).meanSeconds(), mttf, 1e-12);
  }

  /** Sets A and B: cost per year of 8640 h, c_f = 1000 and c_r = 40, or 5000 and 5. */
  @ParameterizedTest
  @CsvSource({
    "huang-a-336-cost, 168, 8640, 3, 336, 1000, 40, 554.3309826608",
    "huang-a-168-cost, 168, 8640, 3, 168, 1000, 40, 586.5556459825",
    "huang-b-264-cost, 72, 2160, 6, 264, 5000, 5, 7672.425730618",
    "huang-b-96-cost, 72, 2160, 6, 96, 5000, 5, 5643.306320908"
  })
  void chain_costPerYear_isTheFormula(
      String row,
      double robust,
      double life,
      double r3,
      double trigger,
      double perFailed,
      double perRejuvenating,
      double perYear)
      throws UnsolvableException {
    Steady steady = Solution.of(huang(robust, life, r3, trigger), 10).steady();
    double failed = steady.rate(1);
    double rejuvenating = steady.rate(0) - failed;
    Oracle.agrees(
        row, 8640 * (perFailed * failed + perRejuvenating * rejuvenating), perYear, 1e-11);
  }

  @ParameterizedTest
  @CsvSource({
    "huang-a-t24, 24, 0.0001330908236857, 6.794880254405e-5, 0.0001847889472252",
    "huang-a-t168, 168, 0.0005391018569589, 0.000334557333806, 0.006207382068885",
    "huang-a-t1000, 1000, 0.0006904401049664, 0.0006139980281422, 0.06591073176648"
  })
  void setA_startInRobust_transientIntervalAndFirstFailure(
      String row, double hours, double at, double interval, double failedBefore)
      throws UnsolvableException {
    Solution solution = Solution.of(huang(168, 8640, 3, 336), 10);
    Transient until = solution.until(hours);
    Oracle.agrees(row + "-U", until.rate(0), at, 1e-11);
    Oracle.agrees(row + "-IU", until.accumulated(0) / hours, interval, 1e-11);
    Oracle.agrees(row + "-F1", solution.passage(1).probabilityBy(hours), failedBefore, 1e-11);
  }

  @Test
  void setA_rewardUntilTheFirstFailure_countsRejuvenationsOnTheWay() throws UnsolvableException {
    // Failures come from "probable" only, at 1/8640: it lasts 8640 h in all before the first, in
    // which time 8640 / 336 rejuvenations begin.
    Passage passage = Solution.of(huang(168, 8640, 3, 336), 10).passage(1);
    Oracle.agrees("rejuvenations", passage.accumulated(3), 8640.0 / 336, 1e-12);
    Oracle.agrees("time in probable", passage.accumulated(2), 8640, 1e-12);
    Oracle.agrees("certain", passage.probability(), 1, 1e-14);
  }

  /** Repair takes half an hour in all sets; a trigger of 0 means no rejuvenation. */
  private static hebe.sim.model.Model huang(double robust, double life, double r3, double trigger) {
    ModelBuilder model = new ModelBuilder();
    Scope root = model.root();
    Component run = root.component("run", "robust", "probable", "failed", "rejuvenating");
    run.transition("age").from("robust").to("probable").after(new Exponential(robust));
    run.transition("fail").from("probable").to("failed").after(new Exponential(life));
    run.transition("repair").from("failed").to("robust").after(Exponential.ofRate(2));
    root.rateReward("down", run.in("failed", "rejuvenating"));
    root.rateReward("failed", run.in("failed"));
    root.rateReward("probable", List.of(new Reward.Term(run.in("probable"), 1)));
    if (trigger > 0) {
      var begin =
          run.transition("begin")
              .from("probable")
              .to("rejuvenating")
              .after(new Exponential(trigger));
      run.transition("end").from("rejuvenating").to("robust").after(Exponential.ofRate(r3));
      root.impulseReward("rejuvenations", 1, begin);
    }
    return model.build();
  }
}
