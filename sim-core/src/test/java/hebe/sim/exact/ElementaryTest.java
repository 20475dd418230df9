package hebe.sim.exact;

import static org.assertj.core.api.Assertions.assertThat;

import hebe.sim.law.Exponential;
import hebe.sim.model.Component;
import hebe.sim.model.Counter;
import hebe.sim.model.Model;
import hebe.sim.model.ModelBuilder;
import hebe.sim.model.Reward;
import hebe.sim.model.Scope;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Closed forms of single parts, redundant parts and queues; times in hours. */
class ElementaryTest {

  @ParameterizedTest
  @CsvSource({
    "base-two-0p5, 0.5, 0.0003933791506629, 0.0002130286700043",
    "base-two-1, 1, 0.0006318563979933, 0.0003677758261805",
    "base-two-5, 5, 0.0009923033552965, 0.0008007385903504",
    "base-two-24, 24, 0.0009990009989642, 0.0009574175408357"
  })
  void twoStates_startUp_transientAndInterval(String row, double t, double at, double interval)
      throws UnsolvableException {
    Transient until = Solution.of(twoState(1000, 1), 2).until(t);
    Oracle.agrees(row + "-U", until.rate(0), at, 1e-12);
    Oracle.agrees(row + "-IU", until.accumulated(0) / t, interval, 1e-12);
  }

  @ParameterizedTest
  @CsvSource({"0.001", "0.1", "3", "100", "5000", "1e6"})
  void twoStates_rates2And3_isTheClosedFormWithinItsErrorBound(double t)
      throws UnsolvableException {
    // Down with 2/5 (1 - exp(-5 t)); mean over (0, t): 2/5 - 2/25 (1 - exp(-5 t)) / t.
    Transient until = Solution.of(twoState(1.0 / 2, 1.0 / 3), 2).until(t);
    double gone = -StrictMath.expm1(-5 * t);
    assertThat(Math.abs(until.rate(0) - 0.4 * gone)).isLessThanOrEqualTo(until.errorBound());
    assertThat(Math.abs(until.accumulated(0) - (0.4 * t - 0.08 * gone)))
        .isLessThanOrEqualTo(t * until.errorBound());
    Oracle.agrees("down at " + t, until.rate(0), 0.4 * gone, 1e-12);
    assertThat(until.errorBound()).isLessThan(1e-14 + 1e-15 * 5 * (3 * t + 40));
  }

  @Test
  void twoStates_atTimeZero_isTheStart() throws UnsolvableException {
    Transient start = Solution.of(twoState(1000, 1), 2).until(0);
    assertThat(start.rate(0)).isZero();
    assertThat(start.accumulated(0)).isZero();
    assertThat(start.rate(1)).isEqualTo(1.0 / 1000);
  }

  private static Model twoState(double up, double down) {
    ModelBuilder model = new ModelBuilder();
    Component run = model.root().component("run", "up", "down");
    var crash = run.transition("crash").from("up").to("down").after(new Exponential(up));
    run.transition("repair").from("down").to("up").after(new Exponential(down));
    model.root().rateReward("down", run.in("down"));
    model.root().impulseReward("crashes", 1, crash);
    return model.build();
  }

  @ParameterizedTest
  @CsvSource({
    "kofn-2-1, 2, 1, 9.98002996005e-7, 1.996003999992e-6, 501500, 501500",
    "kofn-3-2, 3, 2, 2.992014976035e-6, 5.988000035964e-6, 167500, 167500",
    "kofn-5-3, 5, 3, 9.955125720539e-9, 5.981982090269e-8, 16800783.33333, 33550783.33333",
    "kofn-8-6, 8, 6, 5.562350739185e-8, 3.34987964041e-7, 3018291.666667, 6018291.666667"
  })
  void kOfN_mttf1000AndRepair1_unavailabilityAndMttf(
      String row, int n, int k, double independent, double one, double mttf1, double mttfi)
      throws UnsolvableException {
    Solution own = Solution.of(units(n, k, n), 1000);
    // Each of n units is up, or in repair: 2^n states.
    assertThat(own.states()).isEqualTo(1 << n);
    Oracle.agrees(row + "-ind", own.steady(0), independent, 1e-11);
    Oracle.agrees(row + "-mttfi", own.passage(0).meanSeconds(), mttfi, 1e-11);
    Solution crew = Solution.of(units(n, k, 1), 10_000);
    // All up, or one of the failed ones is in repair: 1 + sum over i of C(n, i) i = 1 + n 2^(n-1).
    assertThat(crew.states()).isEqualTo(1 + n * (1 << (n - 1)));
    Oracle.agrees(row + "-one", crew.steady(0), one, 1e-11);
    Oracle.agrees(row + "-mttf1", crew.passage(0).meanSeconds(), mttf1, 1e-11);
  }

  private static Model units(int n, int k, int repairmen) {
    ModelBuilder model = new ModelBuilder();
    Scope root = model.root();
    Counter crews = root.counter("crews", 0, repairmen, repairmen);
    Counter working = root.counter("working", 0, n, n);
    root.replicate(
        "unit",
        n,
        unit -> {
          Component run = unit.component("run", "up", "failed", "in-repair");
          run.transition("crash")
              .from("up")
              .to("failed")
              .also(working.minus(1))
              .after(new Exponential(1000));
          run.transition("begin")
              .from("failed")
              .to("in-repair")
              .when(crews.atLeast(1))
              .also(crews.minus(1))
              .immediately();
          run.transition("end")
              .from("in-repair")
              .to("up")
              .also(working.plus(1), crews.plus(1))
              .after(new Exponential(1));
        });
    root.rateReward("down", working.below(k));
    return model.build();
  }

  @ParameterizedTest
  @CsvSource({
    "base-cov-0p9, 0.9, 1.862906080259e-5",
    "base-cov-0p99, 0.99, 3.659334579947e-6",
    "base-cov-1, 1, 1.996003999992e-6"
  })
  void coverage_rebootAfterUncoveredFailure(String row, double c, double down)
      throws UnsolvableException {
    ModelBuilder model = new ModelBuilder();
    Component pair = model.root().component("pair", "both", "asked", "one", "none", "reboot");
    pair.transition("first").from("both").to("asked").after(new Exponential(500));
    pair.transition("covered").from("asked").to("one").immediately(c, 0);
    if (c < 1) {
      pair.transition("uncovered").from("asked").to("reboot").immediately(1 - c, 0);
    }
    pair.transition("rebooted").from("reboot").to("one").after(Exponential.ofRate(12));
    pair.transition("second").from("one").to("none").after(new Exponential(1000));
    pair.transition("repair").from("one").to("both").after(new Exponential(1));
    pair.transition("recover").from("none").to("one").after(new Exponential(1));
    model.root().rateReward("down", pair.in("none", "reboot"));
    Oracle.agrees(row, Solution.of(model.build(), 9).steady(0), down, 1e-12);
  }

  @ParameterizedTest
  @CsvSource({
    "base-mm1k-0p5-10, 0.5, 10, 0.0004885197850513, 0.9946262823644",
    "base-mm1k-0p8-10, 0.8, 10, 0.02349285757991, 2.966314266484"
  })
  void queue_oneServer_lossAndLength(String row, double load, int places, double loss, double mean)
      throws UnsolvableException {
    Steady steady = Solution.of(queue(load, 1, places), 100).steady();
    Oracle.agrees(row + "-loss", steady.rate(1) / load, loss, 1e-12);
    Oracle.agrees(row + "-L", steady.rate(0), mean, 1e-12);
  }

  @Test
  void queue_fourServers_isErlangBAndWithALongLineErlangC() throws UnsolvableException {
    Steady lost = Solution.of(queue(3.2, 4, 4), 100).steady();
    Oracle.agrees("base-mmc-3p2-4-B", lost.rate(1) / 3.2, 0.228144929958, 1e-12);
    // With 600 places the loss is below 0.8^596: 1e-58.
    Steady wait = Solution.of(queue(3.2, 4, 600), 1000).steady();
    // An arrival finds the stationary state: it waits if 4 or more are there.
    Oracle.agrees("base-mmc-3p2-4-C", wait.rate(2), 0.5964324717874, 1e-12);
    // Little: waiting customers / arrival rate.
    Oracle.agrees("base-mmc-3p2-4-W", (wait.rate(0) - 3.2) / 3.2, 0.7455405897343, 1e-11);
  }

  /** Rewards: customers, losses, all servers busy. Service rate 1. */
  private static Model queue(double load, int servers, int places) {
    ModelBuilder model = new ModelBuilder();
    Scope root = model.root();
    Counter customers = root.counter("customers", 0, places, 0);
    Component line = root.component("line", "open");
    line.transition("arrive")
        .when(customers.below(places))
        .also(customers.plus(1))
        .after(Exponential.ofRate(load));
    var lose =
        line.transition("lose").when(customers.atLeast(places)).after(Exponential.ofRate(load));
    for (int s = 1; s <= servers; s++) {
      line.transition("serve-" + s)
          .when(customers.atLeast(s))
          .also(customers.minus(1))
          .after(new Exponential(1));
    }
    List<Reward.Term> terms = new ArrayList<>();
    for (int i = 1; i <= places; i++) {
      terms.add(new Reward.Term(customers.atLeast(i), 1));
    }
    root.rateReward("length", terms);
    root.impulseReward("lost", 1, lose);
    root.rateReward("busy", customers.atLeast(servers));
    return model.build();
  }
}
