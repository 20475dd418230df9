package hebe.sim.exact;

import static org.assertj.core.api.Assertions.assertThat;

import hebe.sim.law.Erlang;
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

/** Queues one after another, against published values. */
class QueuesTest {

  /** Hermanns, Meyer-Kayser and Siegle (1999): a Coxian server, blocked while queue 2 is full. */
  @ParameterizedTest
  @CsvSource({
    "cox-5, 5, 66, 5.67924996, 0.015446371621, 47.272202077, 262.85103824, 5.6792441489,"
        + " 55.447921894",
    "cox-15, 15, 496, 15.798592927, 2.7614473852e-6, 127521.14481, 2014603.6826, 15.797931233,"
        + " 155.22344929"
  })
  void blockingTandem_allMeasures(
      String row,
      int c,
      int states,
      double customers,
      double full10,
      double toFull,
      double integralToFull,
      double at10,
      double integral10)
      throws UnsolvableException {
    Solution solution = Solution.of(blockingTandem(c), 1000);
    assertThat(solution.states()).isEqualTo(states);
    Oracle.row(row + "-cust", solution.steady(0), customers);
    Oracle.row(row + "-full10", solution.passage(2).probabilityBy(10), full10);
    Oracle.row(row + "-mfpt", solution.passage(1).meanSeconds(), toFull);
    Oracle.row(row + "-hit", solution.passage(1).accumulated(0), integralToFull);
    Transient until = solution.until(10);
    Oracle.row(row + "-I10", until.rate(0), at10);
    Oracle.row(row + "-C10", until.accumulated(0), integral10);
  }

  /** Rewards: customers, both queues full, both full and the server in phase 2. */
  private static Model blockingTandem(int c) {
    ModelBuilder model = new ModelBuilder();
    Scope root = model.root();
    Counter first = root.counter("first", 0, c, 0);
    Counter second = root.counter("second", 0, c, 0);
    Component server = root.component("server", "one", "two");
    server
        .transition("arrive")
        .when(first.below(c))
        .also(first.plus(1))
        .after(Exponential.ofRate(4.0 * c));
    server
        .transition("short")
        .from("one")
        .when(first.atLeast(1).and(second.below(c)))
        .also(first.minus(1), second.plus(1))
        .after(Exponential.ofRate(1.8));
    server
        .transition("on")
        .from("one")
        .when(first.atLeast(1))
        .to("two")
        .after(Exponential.ofRate(0.2));
    server
        .transition("long")
        .from("two")
        .when(second.below(c))
        .to("one")
        .also(first.minus(1), second.plus(1))
        .after(Exponential.ofRate(2));
    server
        .transition("leave")
        .when(second.atLeast(1))
        .also(second.minus(1))
        .after(Exponential.ofRate(4));
    List<Reward.Term> customers = new ArrayList<>();
    for (int i = 1; i <= c; i++) {
      customers.add(new Reward.Term(first.atLeast(i), 1));
      customers.add(new Reward.Term(second.atLeast(i), 1));
    }
    root.rateReward("customers", customers);
    root.rateReward("both full", first.atLeast(c).and(second.atLeast(c)));
    root.rateReward("network full", first.atLeast(c).and(second.atLeast(c)).and(server.in("two")));
    return model.build();
  }

  /** Garvels (2000): arrivals 3, servers 2 and 6; customers are lost when a queue is full. */
  @ParameterizedTest
  @CsvSource({
    "rare-tan-s-8, 8, 6.227009926784e-5",
    "rare-tan-s-10, 10, 7.251136530383e-6",
    "rare-tan-s-20, 20, 1.464317861345e-10",
    "rare-tan-s-25, 25, 6.36149085289e-13"
  })
  void lossyTandem_secondQueueFull(String row, int c, double full) throws UnsolvableException {
    Solution solution = Solution.of(lossyTandem(c, 0), 1000);
    assertThat(solution.states()).isEqualTo((c + 1) * (c + 1));
    Oracle.agrees(row, solution.steady(0), full, 1e-11);
  }

  @ParameterizedTest
  @CsvSource({
    "rare-tan-t-8, 8, 5.602363637259e-6",
    "rare-tan-t-10, 10, 3.147277622275e-7",
    "rare-tan-t-14, 14, 1.138931133207e-9"
  })
  void lossyTandem_secondQueueFullBeforeEmpty(String row, int c, double probability)
      throws UnsolvableException {
    Passage passage = Solution.of(lossyTandem(c, 1), 1000).passage(0, 1);
    Oracle.agrees(row, passage.probability(), probability, 1e-11);
  }

  /** Rewards: second queue full, second queue empty. */
  private static Model lossyTandem(int c, int start) {
    ModelBuilder model = new ModelBuilder();
    Scope root = model.root();
    Counter first = root.counter("first", 0, c, 0);
    Counter second = root.counter("second", 0, c, start);
    Component line = root.component("line", "-");
    line.transition("arrive").when(first.below(c)).also(first.plus(1)).after(Exponential.ofRate(3));
    line.transition("serve")
        .when(first.atLeast(1).and(second.below(c)))
        .also(first.minus(1), second.plus(1))
        .after(Exponential.ofRate(2));
    line.transition("lose")
        .when(first.atLeast(1).and(second.atLeast(c)))
        .also(first.minus(1))
        .after(Exponential.ofRate(2));
    line.transition("leave")
        .when(second.atLeast(1))
        .also(second.minus(1))
        .after(Exponential.ofRate(6));
    root.rateReward("full", second.atLeast(c));
    root.rateReward("empty", second.below(1));
    return model.build();
  }

  /** Villen-Altamirano (2009): three queues with Erlang service of phase rates 3, 4 and 6. */
  @Test
  void threeQueues_erlangService_thirdIsLong() throws UnsolvableException {
    ModelBuilder model = new ModelBuilder();
    Scope root = model.root();
    Component line = root.component("line", "-");
    Counter[] queue = new Counter[3];
    for (int q = 0; q < 3; q++) {
      queue[q] = root.counter("queue-" + q, 0, 12, 0);
    }
    line.transition("arrive")
        .when(queue[0].below(12))
        .also(queue[0].plus(1))
        .after(new Exponential(1));
    double[] phase = {3, 4, 6};
    for (int q = 0; q < 3; q++) {
      Component server = root.component("server-" + q, "busy", "done");
      server
          .transition("serve")
          .from("busy")
          .when(queue[q].atLeast(1))
          .to("done")
          .also(queue[q].minus(1))
          .after(new Erlang(2, 2 / phase[q]));
      if (q < 2) {
        server
            .transition("pass")
            .from("done")
            .when(queue[q + 1].below(12))
            .to("busy")
            .also(queue[q + 1].plus(1))
            .immediately();
        server
            .transition("lose")
            .from("done")
            .when(queue[q + 1].atLeast(12))
            .to("busy")
            .immediately();
      } else {
        server.transition("leave").from("done").to("busy").immediately();
      }
    }
    root.rateReward("long", queue[2].atLeast(7));
    Solution solution = Solution.of(model.build(), 20_000);
    // Each queue: empty, or 1 to 12 customers with the server in phase 1 or 2: 25^3.
    assertThat(solution.states()).isEqualTo(15_625);
    Steady steady = solution.steady();
    assertThat(steady.residual()).isLessThan(1e-12);
    Oracle.agrees("rare-tri-7-2", steady.rate(0), 4.286001650538e-6, 1e-10);
  }

  /** PRISM's reward chain 0 -5-> 1 -7-> 2 -11-> 3. */
  @Test
  void rewardChain_ratesImpulsesAndPassages() throws UnsolvableException {
    ModelBuilder model = new ModelBuilder();
    Scope root = model.root();
    Component run = root.component("run", "0", "1", "2", "3");
    var first = run.transition("a").from("0").to("1").after(Exponential.ofRate(5));
    var second = run.transition("b").from("1").to("2").after(Exponential.ofRate(7));
    run.transition("c").from("2").to("3").after(Exponential.ofRate(11));
    root.rateReward(
        "rate",
        List.of(
            new Reward.Term(run.in("0"), 2),
            new Reward.Term(run.in("1"), 5),
            new Reward.Term(run.in("2"), 11)));
    root.impulseReward("three", 3, first);
    root.impulseReward("seven", 7, second);
    Solution solution = Solution.of(model.build(), 9);
    Oracle.agrees("rew-I-0p1", solution.at(0, 0.1), 3.488542823583, 1e-12);
    Oracle.agrees("rew-I-1", solution.at(0, 1), 0.2588611099958, 1e-12);
    Oracle.agrees("rew-C-0p1", all(solution.until(0.1)), 2.28943784644, 1e-11);
    Oracle.agrees("rew-C-1", all(solution.until(1)), 11.89004809252, 1e-12);
    double[] until = {17.0 / 5, 389.0 / 35, 424.0 / 35};
    for (int target = 1; target <= 3; target++) {
      Passage passage = solution.passage(run.in(Integer.toString(target)));
      double earned = 0;
      for (int reward = 0; reward < 3; reward++) {
        earned += passage.accumulated(reward);
      }
      Oracle.agrees("rew-F" + target, earned, until[target - 1], 1e-14);
    }
    assertThat(solution.steady().endings()).isEqualTo(1);
    assertThat(solution.steady(0)).isZero();
  }

  private static double all(Transient until) {
    return until.accumulated(0) + until.accumulated(1) + until.accumulated(2);
  }
}
