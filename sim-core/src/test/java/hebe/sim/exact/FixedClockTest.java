package hebe.sim.exact;

import static org.assertj.core.api.Assertions.assertThat;

import hebe.sim.law.Deterministic;
import hebe.sim.law.Exponential;
import hebe.sim.model.Component;
import hebe.sim.model.Counter;
import hebe.sim.model.MemoryPolicy;
import hebe.sim.model.Model;
import hebe.sim.model.ModelBuilder;
import hebe.sim.model.Reward;
import hebe.sim.model.Scope;
import hebe.sim.model.TransitionBuilder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Fixed clocks, one at a time, against pencil: what starts, stops and keeps them. */
class FixedClockTest {
  private static final double T = 3;

  private final ModelBuilder model = new ModelBuilder();
  private final Scope root = model.root();

  private Steady steady() throws UnsolvableException {
    return Solution.of(model.build(), 100).steady();
  }

  /** Mean time until a gap of T in a Poisson stream of mean distance 2: 2 (exp(T / 2) - 1). */
  private static double untilGap() {
    return 2 * StrictMath.expm1(T / 2);
  }

  @Test
  void fixedRepair_sharesAndCounts() throws UnsolvableException {
    Component run = root.component("run", "up", "down");
    TransitionBuilder fail =
        run.transition("fail").from("up").to("down").after(new Exponential(1000));
    TransitionBuilder repair =
        run.transition("repair").from("down").to("up").after(new Deterministic(4));
    root.rateReward("down", run.in("down"));
    root.impulseReward("failures", 1, fail);
    root.impulseReward("repairs", 3, repair);
    // A cycle takes 1000 + 4 s.
    Steady steady = steady();
    Oracle.agrees("down", steady.rate(0), 4 / 1004.0, 1e-14);
    Oracle.agrees("failures", steady.rate(1), 1 / 1004.0, 1e-14);
    Oracle.agrees("repairs", steady.rate(2), 3 / 1004.0, 1e-14);
    assertThat(steady.residual()).isLessThan(1e-14);
  }

  @Test
  void fixedDelays_oneAfterTheOther_shareByTheirLengths() throws UnsolvableException {
    Component run = root.component("run", "a", "b", "c", "ask");
    run.transition("ab").from("a").to("b").after(new Deterministic(1));
    run.transition("bc").from("b").to("c").after(new Deterministic(2));
    run.transition("ask").from("c").to("ask").after(new Deterministic(4));
    run.transition("again").from("ask").to("c").immediately(1, 0);
    run.transition("over").from("ask").to("a").immediately(3, 0);
    root.rateReward("b", run.in("b"));
    root.rateReward("c", run.in("c"));
    // c is passed 4/3 times in a cycle, which takes 1 + 2 + 16/3 s.
    Steady steady = steady();
    Oracle.agrees("b", steady.rate(0), 6 / 25.0, 1e-14);
    Oracle.agrees("c", steady.rate(1), 16 / 25.0, 1e-14);
  }

  /** A job behind a gate that is open for 2 s and shut for 5 s on average. */
  private Model job(MemoryPolicy policy) {
    Component gate = root.component("gate", "open", "shut");
    gate.transition("shut").from("open").to("shut").after(new Exponential(2));
    gate.transition("open").from("shut").to("open").after(new Exponential(5));
    Component job = root.component("job", "on");
    TransitionBuilder finish =
        job.transition("finish")
            .when(gate.in("open"))
            .after(new Deterministic(T))
            .onDisable(policy);
    root.impulseReward("finished", 1, finish);
    root.rateReward("open", gate.in("open"));
    return model.build();
  }

  /** Each interruption adds 5 s to the gap that is waited for in open time. */
  @ParameterizedTest
  @EnumSource(
      value = MemoryPolicy.class,
      names = {"RESAMPLE", "REPEAT"})
  void interruption_startsAnew(MemoryPolicy policy) throws UnsolvableException {
    Solution solution = Solution.of(job(policy), 9);
    assertThat(solution.states()).isEqualTo(2);
    Oracle.agrees("finished", solution.steady(0), 1 / (untilGap() * 3.5), 1e-13);
    Oracle.agrees("open", solution.steady(1), 2 / 7.0, 1e-14);
  }

  @Test
  void interruption_withResume_costsOnlyItsTime() throws UnsolvableException {
    // T seconds of open time, in which the gate shuts T / 2 times for 5 s.
    Steady steady = Solution.of(job(MemoryPolicy.RESUME), 9).steady();
    Oracle.agrees("finished", steady.rate(0), 1 / (T * 3.5), 1e-13);
    Oracle.agrees("open", steady.rate(1), 2 / 7.0, 1e-14);
  }

  @Test
  void interruption_thatMayNeverEnd_stopsTheClockForGood() throws UnsolvableException {
    Component gate = root.component("gate", "open", "shut", "locked");
    gate.transition("shut").from("open").to("shut").after(new Exponential(2));
    gate.transition("open").from("shut").to("open").after(new Exponential(5));
    gate.transition("lock").from("shut").to("locked").after(new Exponential(5));
    Component job = root.component("job", "on", "done");
    job.transition("finish")
        .from("on")
        .to("done")
        .when(gate.in("open"))
        .after(new Deterministic(T))
        .onDisable(MemoryPolicy.RESUME);
    root.rateReward("done", job.in("done"));
    root.rateReward("over", job.in("done").or(gate.in("locked")));
    Solution solution = Solution.of(model.build(), 9);
    // Locks come at 1/4 in open time: exp(-T/4) is done before. Until then open time, and for each
    // second of it half a time shut of 2.5 s.
    Oracle.agrees("done", solution.passage(0).probability(), StrictMath.exp(-T / 4), 1e-13);
    assertThat(solution.passage(0).meanSeconds()).isInfinite();
    double open = -4 * StrictMath.expm1(-T / 4);
    Oracle.agrees("over", solution.passage(1).meanSeconds(), open * 2.25, 1e-13);
    Steady steady = solution.steady();
    Oracle.agrees("done in the end", steady.rate(0), StrictMath.exp(-T / 4), 1e-13);
  }

  @Test
  void resumingClock_stoppedAtItsStart_waits() throws UnsolvableException {
    Component gate = root.component("gate", "start", "shut", "open");
    gate.transition("at-once").from("start").to("shut").after(new Deterministic(0));
    gate.transition("open").from("shut").to("open").after(new Exponential(5));
    Component job = root.component("job", "on", "done");
    job.transition("finish")
        .from("on")
        .to("done")
        .when(gate.in("start", "open"))
        .after(new Deterministic(T))
        .onDisable(MemoryPolicy.RESUME);
    root.rateReward("done", job.in("done"));
    Passage passage = Solution.of(model.build(), 9).passage(0);
    Oracle.agrees("mean", passage.meanSeconds(), 5 + T, 1e-14);
  }

  /** Events at mean distance 2 that stop a clock of T, and at once let it go on. */
  private TransitionBuilder eventsBesideAClock() {
    Component run = root.component("run", "a", "b");
    TransitionBuilder clock = root.component("clock", "on").transition("ring");
    clock.when(run.in("a")).after(new Deterministic(T));
    run.transition("event").from("a").to("b").after(new Exponential(2));
    root.impulseReward("rings", 1, clock);
    return run.transition("back").from("b").to("a");
  }

  @Test
  void interruption_byADelayOfZero_startsAnew() throws UnsolvableException {
    eventsBesideAClock().after(new Deterministic(0));
    Oracle.agrees("rings", steady().rate(0), 1 / untilGap(), 1e-13);
  }

  @Test
  void interruption_byAnImmediate_isNone() throws UnsolvableException {
    eventsBesideAClock().immediately();
    Oracle.agrees("rings", steady().rate(0), 1 / T, 1e-14);
  }

  @Test
  void renewal_byAnEventThatChangesNothing_startsAnew() throws UnsolvableException {
    Component run = root.component("run", "on");
    TransitionBuilder clock = run.transition("ring").after(new Deterministic(T));
    TransitionBuilder event = run.transition("event").after(new Exponential(2)).renewing(clock);
    root.impulseReward("rings", 1, clock);
    root.impulseReward("events", 1, event);
    Steady steady = steady();
    Oracle.agrees("rings", steady.rate(0), 1 / untilGap(), 1e-13);
    Oracle.agrees("events", steady.rate(1), 0.5, 1e-14);
  }

  /** Within a period, x = T / mean on average come; more than n of them is ever rarer. */
  @ParameterizedTest
  @CsvSource({"1e-2", "1e-6", "1e-12"})
  void rareWithinAPeriod_keepsItsRelativeAccuracy(double x) throws UnsolvableException {
    Counter failed = root.counter("failed", 0, 6, 0);
    Component run = root.component("run", "on");
    run.transition("fail").when(failed.below(6)).also(failed.plus(1)).after(new Exponential(T / x));
    run.transition("reset").also(failed.set(0)).after(new Deterministic(T));
    root.rateReward("six", failed.atLeast(6));
    // Mean over u in (0, 1) of P(Poisson(x u) >= 6); P(Poisson(y) >= 6) is the integral over (0, y)
    // of s^5 exp(-s) / 5! ds. Term by term: sum over k of (-1)^k x^(6+k) / (5! k! (6+k) (7+k)).
    double expected = 0;
    double power = StrictMath.pow(x, 6) / 120;
    for (int k = 0; k < 12; k++) {
      expected += power / ((6 + k) * (7 + k));
      power *= -x / (k + 1);
    }
    Oracle.agrees("six", steady().rate(0), expected, 1e-13);
  }

  @Test
  void clockAgainstARival_endsInOneOfTwo() throws UnsolvableException {
    Component run = root.component("run", "start", "late", "early");
    TransitionBuilder ring =
        run.transition("ring").from("start").to("late").after(new Deterministic(T));
    run.transition("rival").from("start").to("early").after(new Exponential(2));
    root.rateReward("late", run.in("late"));
    root.rateReward("early", run.in("early"));
    root.impulseReward("rings", 7, ring);
    Solution solution = Solution.of(model.build(), 9);
    double late = StrictMath.exp(-T / 2);
    assertThat(solution.steady().endings()).isEqualTo(2);
    Oracle.agrees("late", solution.steady(0), late, 1e-14);
    Passage either = solution.passage(0, 1);
    Oracle.agrees("late first", either.probability(), late, 1e-14);
    Oracle.agrees("mean", either.meanSeconds(), 2 * (1 - late), 1e-14);
    Oracle.agrees("rings", either.accumulated(2), 7 * late, 1e-14);
  }

  @Test
  void firstFailure_despiteRejuvenation_meanAndRejuvenations() throws UnsolvableException {
    Component run = root.component("run", "up", "rejuvenating", "failed");
    TransitionBuilder clock =
        run.transition("clock").from("up").to("rejuvenating").after(new Deterministic(T));
    run.transition("fail").from("up").to("failed").after(new Exponential(2));
    run.transition("end").from("rejuvenating").to("up").after(new Deterministic(1));
    root.rateReward("failed", run.in("failed"));
    root.impulseReward("rejuvenations", 1, clock);
    Passage passage = Solution.of(model.build(), 9).passage(0);
    // 2 s up; each cycle ends in a rejuvenation with s = exp(-T / 2): s / (1 - s) of them, 1 s
    // each.
    double s = StrictMath.exp(-T / 2);
    Oracle.agrees("mean", passage.meanSeconds(), 2 + s / (1 - s), 1e-13);
    Oracle.agrees("rejuvenations", passage.accumulated(1), s / (1 - s), 1e-13);
    Oracle.agrees("certain", passage.probability(), 1, 1e-14);
  }

  @Test
  void firstPassage_toAStateInsideAPeriod_stopsThere() throws UnsolvableException {
    Counter worn = root.counter("worn", 0, 2, 0);
    Component run = root.component("run", "on");
    run.transition("wear").when(worn.below(2)).also(worn.plus(1)).after(new Exponential(2));
    run.transition("reset").also(worn.set(0)).after(new Deterministic(T));
    Passage passage = Solution.of(model.build(), 9).passage(worn.atLeast(2));
    // Two wears within T at rate 1/2: survival S = exp(-T/2) (1 + T/2), mean time in a cycle
    // 4 - exp(-T/2) (4 + T); renewal: that / (1 - S).
    double e = StrictMath.exp(-T / 2);
    double survives = e * (1 + T / 2);
    Oracle.agrees("mean", passage.meanSeconds(), (4 - e * (4 + T)) / (1 - survives), 1e-13);
  }

  @Test
  void start_byChance_inOneOfTwoPeriods() throws UnsolvableException {
    Component run = root.component("run", "ask", "short", "long", "done");
    run.transition("to-short").from("ask").to("short").immediately(1, 0);
    run.transition("to-long").from("ask").to("long").immediately(3, 0);
    run.transition("short").from("short").to("done").after(new Deterministic(T));
    run.transition("long").from("long").to("done").after(new Deterministic(5));
    root.rateReward("done", run.in("done"));
    root.rateReward("long", run.in("long"));
    Passage passage = Solution.of(model.build(), 9).passage(0);
    Oracle.agrees("mean", passage.meanSeconds(), 0.25 * T + 0.75 * 5, 1e-14);
    Oracle.agrees("long", passage.accumulated(1), 0.75 * 5, 1e-14);
  }

  /**
   * M/D/1: customers come at mean distance 1 / load, each is served in 1 s. Pollaczek and
   * Khinchine: load + load^2 / (2 (1 - load)) are there on average, and none with 1 - load. Of so
   * many places as here the last matters less than the tolerance.
   */
  @ParameterizedTest
  @CsvSource({"0.1, 20", "0.5, 60", "0.8, 200"})
  void queue_withFixedService_isPollaczekKhinchine(double load, int places)
      throws UnsolvableException {
    Counter queue = root.counter("queue", 0, places, 0);
    Component line = root.component("line", "-");
    line.transition("arrive")
        .when(queue.below(places))
        .also(queue.plus(1))
        .after(Exponential.ofRate(load));
    line.transition("serve")
        .when(queue.atLeast(1))
        .also(queue.minus(1))
        .after(new Deterministic(1));
    List<Reward.Term> customers = new ArrayList<>();
    for (int n = 1; n <= places; n++) {
      customers.add(new Reward.Term(queue.atLeast(n), 1));
    }
    root.rateReward("customers", customers);
    root.rateReward("none", queue.below(1));
    Steady steady = Solution.of(model.build(), 1000).steady();
    Oracle.agrees("customers", steady.rate(0), load + load * load / (2 * (1 - load)), 1e-12);
    Oracle.agrees("none", steady.rate(1), 1 - load, 1e-12);
  }

  /** Parts that do not care about a clock of a week, or repairs of a minute beside it. */
  @Test
  void fastDelaysBesideALongClock_keepTheirClosedForm() throws UnsolvableException {
    Component clock = root.component("clock", "on", "off");
    clock.transition("ring").from("on").to("off").after(new Deterministic(168));
    clock.transition("back").from("off").to("on").after(new Exponential(0.1));
    root.replicate(
        "part",
        4,
        part -> {
          Component run = part.component("run", "up", "down");
          run.transition("fail").from("up").to("down").after(new Exponential(1000));
          run.transition("repair").from("down").to("up").after(new Exponential(1.0 / 60));
          part.rateReward("down", run.in("down"));
        });
    root.rateReward("off", clock.in("off"));
    Steady steady = steady();
    Oracle.agrees("off", steady.rate(0), 0.1 / 168.1, 1e-12);
    Oracle.agrees("down", steady.rate(1), 1 / 60_001.0, 1e-12);
  }
}
