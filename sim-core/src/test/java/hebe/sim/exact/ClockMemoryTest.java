package hebe.sim.exact;

import static org.assertj.core.api.Assertions.assertThat;

import hebe.sim.law.DelayLaw;
import hebe.sim.law.Deterministic;
import hebe.sim.law.Erlang;
import hebe.sim.law.Exponential;
import hebe.sim.law.Hyperexponential;
import hebe.sim.law.Hyperexponential.Branch;
import hebe.sim.model.Component;
import hebe.sim.model.MemoryPolicy;
import hebe.sim.model.Model;
import hebe.sim.model.ModelBuilder;
import hebe.sim.model.TransitionBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A job of Erlang's law, two phases of rate 1/2, behind a gate that shuts at 1/3 and opens at 1/2,
 * so that it is open with 0.6.
 */
class ClockMemoryTest {
  private final ModelBuilder model = new ModelBuilder();

  private Model job(DelayLaw law, MemoryPolicy policy) {
    Component gate = model.root().component("gate", "open", "shut");
    gate.transition("shut").from("open").to("shut").after(new Exponential(3));
    gate.transition("open").from("shut").to("open").after(new Exponential(2));
    Component job = model.root().component("job", "on");
    var finish = job.transition("finish").when(gate.in("open")).after(law).onDisable(policy);
    model.root().impulseReward("finished", 1, finish);
    return model.build();
  }

  /** The same with the phases as states; a shut gate goes back to a phase, or to the first. */
  private static Model byHand(boolean keeps) {
    ModelBuilder chain = new ModelBuilder();
    Component run = chain.root().component("run", "one", "two", "shut-one", "shut-two");
    run.transition("next").from("one").to("two").after(new Exponential(2));
    var finish = run.transition("finish").from("two").to("one").after(new Exponential(2));
    run.transition("shut-one").from("one").to("shut-one").after(new Exponential(3));
    run.transition("shut-two")
        .from("two")
        .to(keeps ? "shut-two" : "shut-one")
        .after(new Exponential(3));
    run.transition("open-one").from("shut-one").to("one").after(new Exponential(2));
    run.transition("open-two").from("shut-two").to("two").after(new Exponential(2));
    chain.root().impulseReward("finished", 1, finish);
    return chain.build();
  }

  @Test
  void resume_keepsThePhase() throws UnsolvableException {
    Solution solution = Solution.of(job(new Erlang(2, 4), MemoryPolicy.RESUME), 9);
    assertThat(solution.states()).isEqualTo(4);
    // Only open time counts: 0.6 / 4.
    Oracle.agrees("throughput", solution.steady(0), 0.15, 1e-13);
    sameAtAllTimes(solution, Solution.of(byHand(true), 9));
  }

  @Test
  void resample_startsWithTheFirstPhase() throws UnsolvableException {
    Solution solution = Solution.of(job(new Erlang(2, 4), MemoryPolicy.RESAMPLE), 9);
    assertThat(solution.states()).isEqualTo(3);
    // p2 (1/2 + 1/3) = p1 / 2 and p1 + p2 = 0.6: p2 = 0.225, throughput 0.225 / 2.
    Oracle.agrees("throughput", solution.steady(0), 0.1125, 1e-13);
    sameAtAllTimes(solution, Solution.of(byHand(false), 9));
  }

  private static void sameAtAllTimes(Solution a, Solution b) throws UnsolvableException {
    for (double seconds : new double[] {0.01, 1, 3, 10, 100}) {
      Oracle.agrees("rate", a.at(0, seconds), b.at(0, seconds), 1e-12);
      Oracle.agrees("sum", a.accumulated(0, seconds), b.accumulated(0, seconds), 1e-12);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = MemoryPolicy.class,
      names = {"RESAMPLE", "RESUME"})
  void exponentialDelay_policyDoesNotMatter(MemoryPolicy policy) throws UnsolvableException {
    Solution solution = Solution.of(job(new Exponential(4), policy), 9);
    assertThat(solution.states()).isEqualTo(2);
    Oracle.agrees("throughput", solution.steady(0), 0.15, 1e-13);
  }

  @Test
  void hyperexponentialDelay_resumeKeepsTheBranch_resampleChoosesAgain()
      throws UnsolvableException {
    // Mean 0.75 * 1 + 0.25 * 9 = 3; kept: 0.6 / 3.
    DelayLaw law = new Hyperexponential(List.of(new Branch(0.75, 1), new Branch(0.25, 9)));
    Oracle.agrees("resume", Solution.of(job(law, MemoryPolicy.RESUME), 9).steady(0), 0.2, 1e-13);
    // Chosen anew also by shutting at 1/3: a choice lasts 3/4 (1/(1 + 1/3)) + 1/4 (1/(1/9 + 1/3))
    // = 0.5625 + 0.5625 s and ends in a finish with 3/4 (3/4) + 1/4 (1/4) = 0.625.
    ClockMemoryTest again = new ClockMemoryTest();
    double resampled = Solution.of(again.job(law, MemoryPolicy.RESAMPLE), 9).steady(0);
    Oracle.agrees("resample", resampled, 0.6 * 0.625 / 1.125, 1e-13);
  }

  @Test
  void renewing_runningClock_startsAnew() throws UnsolvableException {
    Component job = model.root().component("job", "on");
    TransitionBuilder finish = job.transition("finish").after(new Erlang(2, 4));
    job.transition("service").after(new Exponential(4)).renewing(finish);
    model.root().impulseReward("finished", 1, finish);
    // p2 (1/2 + 1/4) = p1 / 2: p2 = 0.4.
    Oracle.agrees("throughput", Solution.of(model.build(), 9).steady(0), 0.2, 1e-13);
  }

  @Test
  void renewing_stoppedClockThatResumes_forgets() throws UnsolvableException {
    Component gate = model.root().component("gate", "open", "shut");
    Component job = model.root().component("job", "on");
    TransitionBuilder finish =
        job.transition("finish")
            .when(gate.in("open"))
            .after(new Erlang(2, 4))
            .onDisable(MemoryPolicy.RESUME);
    // Renews are of one scope, whatever the component.
    gate.transition("shut").from("open").to("shut").after(new Exponential(3)).renewing(finish);
    gate.transition("open").from("shut").to("open").after(new Exponential(2));
    model.root().impulseReward("finished", 1, finish);
    Solution solution = Solution.of(model.build(), 9);
    assertThat(solution.states()).isEqualTo(3);
    Oracle.agrees("throughput", solution.steady(0), 0.1125, 1e-13);
  }

  @Test
  void clock_disabledByAnImmediatePair_hasNeverStopped() throws UnsolvableException {
    Component mode = blinking();
    mode.transition("recover").from("off").to("on").immediately();
    Oracle.agrees("throughput", Solution.of(model.build(), 9).steady(0), 0.25, 1e-13);
  }

  @Test
  void clock_disabledForADelayOfZero_hasStopped() throws UnsolvableException {
    // As renewed at 1/4.
    Component mode = blinking();
    mode.transition("recover").from("off").to("on").after(new Deterministic(0));
    Oracle.agrees("throughput", Solution.of(model.build(), 9).steady(0), 0.2, 1e-13);
  }

  /** A job of two phases that is enabled while a mode is on; the mode goes off at 1/4. */
  private Component blinking() {
    Component mode = model.root().component("mode", "on", "off");
    mode.transition("kick").from("on").to("off").after(new Exponential(4));
    Component job = model.root().component("job", "on");
    var finish = job.transition("finish").when(mode.in("on")).after(new Erlang(2, 4));
    model.root().impulseReward("finished", 1, finish);
    return mode;
  }
}
