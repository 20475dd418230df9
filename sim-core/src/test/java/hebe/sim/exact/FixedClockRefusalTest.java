package hebe.sim.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebe.sim.law.Deterministic;
import hebe.sim.law.Exponential;
import hebe.sim.model.Component;
import hebe.sim.model.Counter;
import hebe.sim.model.MemoryPolicy;
import hebe.sim.model.ModelBuilder;
import hebe.sim.model.Scope;
import org.junit.jupiter.api.Test;

/** What fixed clocks do not allow says so. */
class FixedClockRefusalTest {
  private final ModelBuilder model = new ModelBuilder();
  private final Scope root = model.root();

  @Test
  void twoClocks_inOneState_areNamedWithIt() {
    Component a = root.component("a", "up", "down");
    a.transition("fail").from("up").to("down").after(new Exponential(50));
    a.transition("repair").from("down").to("up").after(new Deterministic(2));
    root.component("b", "on").transition("tick").after(new Deterministic(3));
    assertThatThrownBy(() -> Solution.unreduced(model.build(), 9))
        .isInstanceOf(UnsolvableException.class)
        .hasMessage(
            "no exact solution: a/repair runs and b/tick runs in one state (a = down): of the fixed"
                + " delays only one at a time can be solved; use Erlang laws of the same mean as an"
                + " approximation for all but one, or simulate");
  }

  @Test
  void twoClocks_atTheStart_areNamedToo() {
    Component on = root.component("on", "-");
    on.transition("one").after(new Deterministic(2));
    on.transition("other").after(new Deterministic(3));
    assertThatThrownBy(() -> Solution.unreduced(model.build(), 9))
        .hasMessageContaining("on/one runs and on/other runs in one state (as at the start)");
  }

  @Test
  void clock_besideOneThatKeepsItsAge_isRefused() {
    Component a = root.component("a", "up", "down");
    a.transition("fail").from("up").to("down").after(new Exponential(50));
    a.transition("repair").from("down").to("up").after(new Deterministic(2));
    root.component("b", "on")
        .transition("tick")
        .when(a.in("up"))
        .after(new Deterministic(3))
        .onDisable(MemoryPolicy.RESUME);
    assertThatThrownBy(() -> Solution.of(model.build(), 9))
        .hasMessageContaining("a/repair runs and b/tick keeps its age in one state (a = down)");
  }

  @Test
  void instant_withAFixedClock_isRefused() throws UnsolvableException {
    Component run = root.component("run", "up", "down");
    run.transition("fail").from("up").to("down").after(new Exponential(50));
    run.transition("repair").from("down").to("up").after(new Deterministic(60));
    root.rateReward("down", run.in("down"));
    Solution solution = Solution.of(model.build(), 9);
    String message =
        "no exact solution: run/repair waits by the law \"always 60 s\": with a fixed delay only"
            + " the long run and the means until a first passage are solved, not an instant; use an"
            + " Erlang law of the same mean as an approximation, or simulate";
    assertThat(solution.fixedClocks()).containsExactly("run/repair");
    assertThatThrownBy(() -> solution.until(5)).hasMessage(message);
    assertThatThrownBy(() -> solution.passage(0).probabilityBy(5)).hasMessage(message);
  }

  @Test
  void clock_tooLongBesideAFastDelay_isRefusedWithItsCost() throws UnsolvableException {
    Counter level = root.counter("level", 0, 5999, 0);
    Component run = root.component("run", "-");
    run.transition("up").when(level.below(5999)).also(level.plus(1)).after(new Exponential(1e-3));
    run.transition("down").when(level.atLeast(1)).also(level.minus(1)).after(new Exponential(1e-3));
    root.component("clock", "on").transition("ring").after(new Deterministic(20_000));
    Solution solution = Solution.unreduced(model.build(), 6000);
    // 20000 s of 2000 moves a second; 2 * 5999 moves, and 6000 states.
    assertThatThrownBy(solution::steady)
        .isInstanceOf(UnsolvableException.class)
        .hasMessageStartingWith(
            "no exact solution: clock/ring takes 40000000 steps, its fixed delay times the fastest"
                + " rate beside it, over 17998 rates for each of 6000 states in which it starts: too"
                + " much; make the model smaller");
  }
}
