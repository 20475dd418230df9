package hebe.sim.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebe.sim.law.Exponential;
import hebe.sim.model.Component;
import hebe.sim.model.Counter;
import hebe.sim.model.Model;
import hebe.sim.model.ModelBuilder;
import hebe.sim.model.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Chains that end in one of several sets of states. */
class ReducibleTest {

  /** From "start" at 1 to a pair of states, at 3 to another, and between start and aside. */
  private static Solution twoEndings() throws UnsolvableException {
    ModelBuilder model = new ModelBuilder();
    Scope root = model.root();
    Component run = root.component("run", "start", "aside", "a1", "a2", "b1", "b2");
    run.transition("aside").from("start").to("aside").after(Exponential.ofRate(4));
    run.transition("back").from("aside").to("start").after(Exponential.ofRate(2));
    run.transition("to-a").from("start").to("a1").after(Exponential.ofRate(1));
    run.transition("to-b").from("start").to("b1").after(Exponential.ofRate(3));
    run.transition("a12").from("a1").to("a2").after(Exponential.ofRate(1));
    run.transition("a21").from("a2").to("a1").after(Exponential.ofRate(3));
    run.transition("b12").from("b1").to("b2").after(Exponential.ofRate(1));
    run.transition("b21").from("b2").to("b1").after(Exponential.ofRate(1));
    root.rateReward("a1", run.in("a1"));
    root.rateReward("b2", run.in("b2"));
    root.rateReward("a", run.in("a1", "a2"));
    root.rateReward("b", run.in("b1", "b2"));
    root.rateReward("aside", run.in("aside"));
    return Solution.of(model.build(), 6);
  }

  @Test
  void steadyState_isTheMixtureOfTheEndings() throws UnsolvableException {
    Steady steady = twoEndings().steady();
    assertThat(steady.endings()).isEqualTo(2);
    // 1/4 ends in a, with a1 : a2 = 3 : 1; 3/4 in b, half and half.
    Oracle.agrees("a1", steady.rate(0), 0.25 * 0.75, 1e-14);
    Oracle.agrees("b2", steady.rate(1), 0.75 * 0.5, 1e-14);
    assertThat(steady.rate(4)).isZero();
  }

  @Test
  void passage_toOneOfThem_hasItsProbabilityAndNoMean() throws UnsolvableException {
    Solution solution = twoEndings();
    Passage toA = solution.passage(2);
    Oracle.agrees("probability", toA.probability(), 0.25, 1e-14);
    Oracle.agrees("at last", toA.probabilityBy(100), 0.25, 1e-12);
    assertThat(toA.meanSeconds()).isInfinite();
    assertThatThrownBy(() -> toA.accumulated(4))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the target may never be entered, so there is no end");
    Passage either = solution.passage(2, 3);
    Oracle.agrees("a before b", either.probability(), 0.25, 1e-14);
    // Once in start 1/8 s; half of the visits go aside, so two visits on average, and one aside.
    Oracle.agrees("mean", either.meanSeconds(), 2.0 / 8 + 1.0 / 2, 1e-14);
    Oracle.agrees("aside", either.accumulated(4), 0.5, 1e-14);
  }

  /** A fair game: wins from s of n with s/n, after s (n - s) rounds; rounds come at rate 2. */
  @ParameterizedTest
  @CsvSource({"10, 3", "1000, 250", "5000, 1000"})
  void fairGame_winsAndRounds(int n, int start) throws UnsolvableException {
    ModelBuilder model = new ModelBuilder();
    Counter coins = model.root().counter("coins", 0, n, start);
    Component game = model.root().component("game", "-");
    game.transition("win")
        .when(coins.atLeast(1).and(coins.below(n)))
        .also(coins.plus(1))
        .after(new Exponential(1));
    game.transition("lose")
        .when(coins.atLeast(1).and(coins.below(n)))
        .also(coins.minus(1))
        .after(new Exponential(1));
    Model built = model.build();
    Passage passage = Solution.of(built, n + 1).passage(coins.atLeast(n), coins.below(1));
    double won = (double) start / n;
    Oracle.agrees("won", passage.probability(), won, 1e-10);
    Oracle.agrees("time", passage.meanSeconds(), 0.5 * start * (n - start), 1e-10);
  }

  @Test
  void guard_ofAnInnerScope_isRefused() throws UnsolvableException {
    ModelBuilder model = new ModelBuilder();
    Component[] inner = new Component[1];
    model
        .root()
        .replicate(
            "unit",
            2,
            unit -> {
              inner[0] = unit.component("run", "up", "down");
              inner[0].transition("fail").from("up").to("down").after(new Exponential(1));
            });
    Solution solution = Solution.of(model.build(), 9);
    // Two islands of two states that are alike.
    assertThat(solution.states()).isEqualTo(2);
    assertThatThrownBy(() -> solution.passage(inner[0].in("down")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("run is of an inner scope, which has copies; name a rate reward instead");
  }
}
