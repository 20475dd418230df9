package hebe.sim.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hebe.sim.law.Deterministic;
import hebe.sim.law.Erlang;
import hebe.sim.law.Exponential;
import hebe.sim.law.Gamma;
import hebe.sim.law.LogNormal;
import hebe.sim.law.Weibull;
import hebe.sim.model.Component;
import hebe.sim.model.Counter;
import hebe.sim.model.MemoryPolicy;
import hebe.sim.model.ModelBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What cannot be solved exactly says so, all at once and with what would help. */
class RefusalTest {
  private final ModelBuilder model = new ModelBuilder();

  private UnsolvableException refusal(int limit) {
    return catchThrowableOfType(UnsolvableException.class, () -> Solution.of(model.build(), limit));
  }

  @Test
  void laws_withoutPhases_areAllNamed() {
    model
        .root()
        .replicate(
            "host",
            2,
            host -> {
              Component run = host.component("run", "up", "down");
              run.transition("crash").from("up").to("down").after(new Weibull(1.5, 172_800));
              run.transition("patch").from("up").to("down").byCalendar(List.of(60.0), 3600);
              run.transition("repair")
                  .from("down")
                  .to("up")
                  .afterPerCopy(List.of(new Exponential(60), new Gamma(2, 30)));
            });
    Component job = model.root().component("job", "on");
    job.transition("wait").after(new LogNormal(1.5, 1));
    job.transition("redo").after(new Erlang(2, 5)).onDisable(MemoryPolicy.REPEAT);
    job.transition("again").after(new Exponential(5)).onDisable(MemoryPolicy.REPEAT);
    job.transition("fixed").after(new Deterministic(5)).onDisable(MemoryPolicy.REPEAT);
    job.transition("zero").after(new Deterministic(0)).onDisable(MemoryPolicy.REPEAT);
    String weibull =
        " waits by the law \"Weibull, shape 1.5, scale 2 d\", which has no exponential phases; use"
            + " an Erlang, hypo- or hyperexponential law of the same mean as an approximation, or"
            + " --phases N for a fit, or simulate";
    String calendar =
        " fires by the calendar every 3600 s, which depends on absolute time; use a delay since the"
            + " last firing made of phases, or simulate";
    String repeat =
        " repeats its delay after an interruption, so the length already drawn would belong to the"
            + " state, a real number; use RESAMPLE or RESUME, or simulate";
    assertThat(refusal(100).reasons())
        .containsExactly(
            "job/wait waits by the law \""
                + new LogNormal(1.5, 1).describe()
                + "\", which has no exponential phases; use an Erlang, hypo- or hyperexponential law"
                + " of the same mean as an approximation, or --phases N for a fit, or simulate",
            "job/redo" + repeat,
            "job/again" + repeat,
            "host-1/run/crash" + weibull,
            "host-1/run/patch" + calendar,
            "host-2/run/crash" + weibull,
            "host-2/run/patch" + calendar,
            "host-2/run/repair waits by the law \"gamma, shape 2, scale 30 s\", which has no"
                + " exponential phases; use an Erlang law of the same mean as an approximation, or"
                + " --phases N for a fit, or simulate");
  }

  @Test
  void message_holdsEveryReason() {
    Component job = model.root().component("job", "on");
    job.transition("a").after(new Weibull(2, 5));
    job.transition("b").after(new Weibull(3, 6));
    assertThat(refusal(100))
        .hasMessageStartingWith("no exact solution: job/a waits")
        .hasMessageContaining("; job/b waits");
  }

  @Test
  void states_moreThanTheLimit_saysHowMany() throws UnsolvableException {
    Counter customers = model.root().counter("customers", 0, 99, 0);
    model
        .root()
        .component("line", "-")
        .transition("arrive")
        .when(customers.below(99))
        .also(customers.plus(1))
        .after(new Exponential(1));
    assertThat(refusal(99))
        .hasMessage(
            "no exact solution: more than 99 states: so many were found and not all explored, of at"
                + " most 100; raise the limit (twice as many take a heap of some 1 MiB), make the"
                + " model smaller (fewer copies or phases), or simulate");
    assertThat(Solution.of(model.build(), 100).states()).isEqualTo(100);
  }

  @Test
  void limit_belowOne_isRefused() {
    model.root().component("job", "on").transition("a").after(new Exponential(5));
    assertThatThrownBy(() -> Solution.of(model.build(), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a limit is at least 1 state; got 0");
  }

  @Test
  void immediateTransitions_inACycle_areNamed() {
    Component run = model.root().component("run", "rest", "a", "b", "out");
    run.transition("begin").from("rest").to("a").after(new Exponential(2));
    run.transition("there").from("a").to("b").immediately();
    run.transition("back").from("b").to("a").immediately(1, 0);
    run.transition("leave").from("b").to("out").immediately(1, 0);
    assertThat(refusal(9))
        .hasMessage(
            "no exact solution: a cycle of transitions that take no time: run/there, run/back; give"
                + " one of them a delay, or a guard that ends it");
  }

  @Test
  void immediateTransition_thatChangesNothing_isACycleAtTheStartToo() {
    model.root().component("run", "a").transition("spin").immediately();
    assertThat(refusal(9)).hasMessageContaining("take no time: run/spin; give");
  }

  @Test
  void delaysOfZero_inACycle_areNamed() {
    Component run = model.root().component("run", "a", "b");
    run.transition("there").from("a").to("b").after(new Deterministic(0));
    run.transition("back").from("b").to("a").after(new Deterministic(0));
    assertThat(refusal(9).getMessage()).contains("take no time: run/", "run/there", "run/back");
  }

  @Test
  void immediateTransitions_manyInARow_areNoCycle() throws UnsolvableException {
    Counter left = model.root().counter("left", 0, 3000, 3000);
    Component run = model.root().component("run", "on");
    run.transition("take").when(left.atLeast(1)).also(left.minus(1)).immediately();
    assertThat(Solution.of(model.build(), 1).states()).isEqualTo(1);
  }

  @Test
  void instant_beforeTheStartOrWithoutEnd_isRefused() throws UnsolvableException {
    Component run = model.root().component("run", "a", "b");
    run.transition("on").from("a").to("b").after(new Exponential(1e-3));
    Solution solution = Solution.of(model.build(), 9);
    assertThatThrownBy(() -> solution.until(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an instant is finite and at least 0 s; got -1.0");
    assertThatThrownBy(() -> solution.until(1e6))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("an instant so late takes more than 100000000 steps");
  }
}
