package hebe.sim.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebe.sim.law.Deterministic;
import hebe.sim.law.Exponential;
import hebe.sim.model.Component;
import hebe.sim.model.Model;
import hebe.sim.model.ModelBuilder;
import hebe.sim.model.Scope;
import org.junit.jupiter.api.Test;

/** Fixed clocks and observers of models that fall into islands, against pencil. */
class IslandsWithClocksTest {
  private final ModelBuilder model = new ModelBuilder();
  private final Scope root = model.root();

  private Component unit(String name, double upSeconds, double downSeconds, boolean fixed) {
    Component run = root.component(name, "up", "down");
    run.transition("fail").from("up").to("down").after(new Exponential(upSeconds));
    run.transition("repair")
        .from("down")
        .to("up")
        .after(fixed ? new Deterministic(downSeconds) : new Exponential(downSeconds));
    return run;
  }

  @Test
  void fixedClocksThatRunAtATime_areSolvedInTheirIslands() throws UnsolvableException {
    Component a = unit("a", 50, 2, true);
    Component b = unit("b", 70, 3, true);
    Component c = unit("c", 90, 10, false);
    root.rateReward("down", a.in("down"));
    root.rateReward("other-down", b.in("down"));
    root.rateReward("third-down", c.in("down"));
    Model built = model.build();
    assertThatThrownBy(() -> Solution.unreduced(built, 99))
        .hasMessageContaining("only one at a time can be solved");

    Solution solution = Solution.of(built, 99);
    assertThat(solution.states()).isEqualTo(2 + 2 + 2);
    Steady steady = solution.steady();
    Oracle.agrees("a", steady.rate(0), 2 / 52.0, 1e-14);
    Oracle.agrees("b", steady.rate(1), 3 / 73.0, 1e-14);
    Oracle.agrees("c", steady.rate(2), 10 / 100.0, 1e-14);
    assertThat(solution.fixedClocks()).containsExactly("a/repair", "b/repair");
    // Of the islands, c has an instant, but the model has none.
    assertThatThrownBy(() -> solution.until(5)).hasMessageContaining("a/repair waits by the law");
    assertThatThrownBy(solution::sensitivity).hasMessageContaining("there are no sensitivities");
    // A first passage of c alone has all.
    double soon = solution.passage(2).probabilityBy(90);
    Oracle.agrees("c by 90 s", soon, -StrictMath.expm1(-1), 1e-13);
  }

  @Test
  void fixedClock_isNoRateToExport() throws UnsolvableException {
    unit("a", 50, 2, true);
    StateSpace space = StateSpace.explore(model.build(), 9);
    assertThatThrownBy(() -> PrismFiles.of(space))
        .isInstanceOf(UnsolvableException.class)
        .hasMessageContaining("a/repair has a fixed delay, which is no rate of a chain");
  }

  @Test
  void partThatNothingEverChanges_isRememberedFromTheStart() throws UnsolvableException {
    Component a = unit("a", 50, 2, false);
    unit("b", 70, 3, false);
    Component never = root.component("never", "off", "on");
    root.rateReward("up", a.in("up"));
    root.rateReward("on", never.in("on"));
    Model built = model.build();

    Solution solution = Solution.of(built, new WhyDown(built), 9);
    // Two states of each unit, and the one that nothing changes.
    assertThat(solution.states()).isEqualTo(2 + 2 + 1);
    int first = built.rewardCount();
    // By the third cause, the start, one goes down at once and stays so.
    assertThat(solution.accumulated(first + 2, 0)).isEqualTo(1);
    assertThat(solution.steady(first + 5)).isEqualTo(1);
    double byFailure = solution.steady(first + 3) + solution.steady(first + 4);
    Oracle.agrees("down by failure", byFailure, 2 / 52.0, 1e-14);
    double begins = solution.steady(first) + solution.steady(first + 1);
    Oracle.agrees("failures", begins, 1 / 52.0, 1e-14);
  }

  @Test
  void observerThatCarriesACauseOverAtTheStart_keepsTheIslandsTogether()
      throws UnsolvableException {
    Component hasty = root.component("hasty", "begin", "up", "down");
    // Declared first, so of number 0: an immediate transition with a cause of its own.
    hasty.transition("go").from("begin").to("up").immediately();
    hasty.transition("fail").from("up").to("down").after(new Exponential(50));
    Component late = root.component("late", "up", "down");
    late.transition("none").from("down").to("up").after(new Exponential(5));
    late.transition("drop").from("up").to("down").immediately();
    root.rateReward("hasty-up", hasty.in("up"));
    root.rateReward("late-up", late.in("up"));
    Model built = model.build();
    Observer observer = new WhyDown(built);
    assertThat(observer.marks(0)).isTrue();
    assertThat(observer.marks(3)).isFalse();
    assertThat(Islands.of(built, observer).count()).isEqualTo(2);

    Solution reduced = Solution.unreduced(built, observer, 99);
    Solution solution = Solution.of(built, observer, 99);
    assertThat(solution.states()).isEqualTo(reduced.states());
    for (int r = 0; r < built.rewardCount() + WhyDown.REWARDS; r++) {
      assertThat(solution.accumulated(r, 9)).isEqualTo(reduced.accumulated(r, 9));
    }
  }
}
