package hebe.sim.exact;

import static org.assertj.core.api.Assertions.assertThat;

import hebe.sim.law.Deterministic;
import hebe.sim.law.Exponential;
import hebe.sim.law.Hyperexponential;
import hebe.sim.law.Hyperexponential.Branch;
import hebe.sim.model.Component;
import hebe.sim.model.Counter;
import hebe.sim.model.ModelBuilder;
import hebe.sim.model.Scope;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What fires without time passing leaves probabilities and impulses, not states. */
class EliminationOfInstantsTest {
  private final ModelBuilder model = new ModelBuilder();
  private final Scope root = model.root();

  @Test
  void weights_oneToThree_shareAndImpulses() throws UnsolvableException {
    Component run = root.component("run", "rest", "asked", "one", "three");
    var ask = run.transition("ask").from("rest").to("asked").after(new Exponential(0.5));
    var one = run.transition("one").from("asked").to("one").immediately(1, 0);
    var three = run.transition("three").from("asked").to("three").immediately(3, 0);
    run.transition("back-1").from("one").to("rest").after(new Exponential(1));
    run.transition("back-3").from("three").to("rest").after(new Exponential(2));
    root.rateReward("three", run.in("three"));
    root.impulseReward("ones", 5, one);
    root.impulseReward("both", 1, one, three);
    root.impulseReward("asks", 1, ask);
    Solution solution = Solution.of(model.build(), 9);
    assertThat(solution.states()).isEqualTo(3);
    assertThat(solution.rates()).isEqualTo(4);
    // A cycle takes 0.5 + 1 / 4 + 3/4 * 2 = 2.25 s.
    Steady steady = solution.steady();
    Oracle.agrees("three", steady.rate(0), 1.5 / 2.25, 1e-14);
    Oracle.agrees("ones", steady.rate(1), 5 * 0.25 / 2.25, 1e-14);
    Oracle.agrees("both", steady.rate(2), 1 / 2.25, 1e-14);
    Oracle.agrees("asks", steady.rate(3), 1 / 2.25, 1e-14);
  }

  @Test
  void start_inAVanishingState_isADistributionAndEarnsImpulsesAtOnce() throws UnsolvableException {
    Component run = root.component("run", "ask", "one", "three");
    var one = run.transition("one").from("ask").to("one").immediately(1, 0);
    run.transition("three").from("ask").to("three").immediately(3, 0);
    run.transition("on").from("one").to("three").after(new Exponential(1));
    root.rateReward("three", run.in("three"));
    root.impulseReward("ones", 8, one);
    Solution solution = Solution.of(model.build(), 2);
    assertThat(solution.at(0, 0)).isEqualTo(0.75);
    assertThat(solution.accumulated(1, 0)).isEqualTo(2);
    assertThat(solution.accumulated(1, 7)).isEqualTo(2);
    Oracle.agrees("three at 1", solution.at(0, 1), 1 - 0.25 * StrictMath.exp(-1), 1e-14);
    Passage passage = solution.passage(0);
    assertThat(passage.meanSeconds()).isEqualTo(0.25);
    assertThat(passage.accumulated(1)).isEqualTo(2);
    assertThat(passage.probabilityBy(0)).isEqualTo(0.75);
  }

  @Test
  void start_clockOfSeveralBranches_isADistributionToo() throws UnsolvableException {
    Component run = root.component("run", "up", "down");
    run.transition("fail")
        .from("up")
        .to("down")
        .after(new Hyperexponential(List.of(new Branch(0.25, 1), new Branch(0.75, 4))));
    root.rateReward("up", run.in("up"));
    Solution solution = Solution.of(model.build(), 3);
    assertThat(solution.states()).isEqualTo(3);
    assertThat(solution.at(0, 0)).isEqualTo(1);
    double up = 0.25 * StrictMath.exp(-2) + 0.75 * StrictMath.exp(-0.5);
    Oracle.agrees("up at 2", solution.at(0, 2), up, 1e-13);
  }

  @Test
  void priorities_higherFirst_weightsOfTheLowerDoNotCount() throws UnsolvableException {
    Component run = root.component("run", "rest", "asked", "low", "high");
    run.transition("ask").from("rest").to("asked").after(new Exponential(1));
    run.transition("low").from("asked").to("low").immediately(1000, 1);
    run.transition("high").from("asked").to("high").immediately(1, 2);
    run.transition("back").from("low", "high").to("rest").after(new Exponential(1));
    root.rateReward("high", run.in("high"));
    root.rateReward("low", run.in("low"));
    Steady steady = Solution.of(model.build(), 2).steady();
    assertThat(steady.rate(0)).isEqualTo(0.5);
    assertThat(steady.rate(1)).isZero();
  }

  @Test
  void components_inTheirOrder_firstTakesTheCrew() throws UnsolvableException {
    Counter crews = root.counter("crews", 0, 1, 1);
    for (String name : new String[] {"a", "b"}) {
      Component part = root.component(name, "failed", "in-repair", "up");
      part.transition("begin")
          .from("failed")
          .to("in-repair")
          .when(crews.atLeast(1))
          .also(crews.minus(1))
          .immediately();
      part.transition("end")
          .from("in-repair")
          .to("up")
          .also(crews.plus(1))
          .after(new Exponential(4));
      root.rateReward(name + " up", part.in("up"));
    }
    Solution solution = Solution.of(model.build(), 9);
    // Repair of a, then of b, then all is up for good.
    assertThat(solution.states()).isEqualTo(3);
    assertThat(solution.passage(0).meanSeconds()).isEqualTo(4);
    assertThat(solution.passage(1).meanSeconds()).isEqualTo(8);
  }

  @Test
  void firing_thatChangesNothing_earnsButDoesNotMove() throws UnsolvableException {
    Component run = root.component("run", "on");
    var tick = run.transition("tick").after(new Exponential(0.25));
    root.impulseReward("ticks", 3, tick);
    Solution solution = Solution.of(model.build(), 1);
    assertThat(solution.rates()).isZero();
    assertThat(solution.steady(0)).isEqualTo(12);
    assertThat(solution.accumulated(0, 10)).isEqualTo(120);
  }

  @Test
  void delayOfZero_waitsForEveryImmediate_andGoesByRank() throws UnsolvableException {
    Component run = root.component("run", "rest", "due", "one", "two");
    Counter late = root.counter("late", 0, 1, 0);
    run.transition("ask").from("rest").to("due").after(new Exponential(1));
    run.transition("one").from("due").to("one").after(new Deterministic(0)).rank(1);
    run.transition("two").from("due").when(late.atLeast(1)).to("two").after(new Deterministic(0));
    Component other = root.component("other", "-");
    other
        .transition("late")
        .when(run.in("due").and(late.below(1)))
        .also(late.plus(1))
        .immediately(1, -9);
    root.rateReward("two", run.in("two"));
    Solution solution = Solution.of(model.build(), 2);
    assertThat(solution.passage(0).probability()).isEqualTo(1);
    assertThat(solution.passage(0).meanSeconds()).isEqualTo(1);
  }
}
