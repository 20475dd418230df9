package hebe.sim.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import hebe.sim.law.DelayLaw;
import hebe.sim.law.Deterministic;
import hebe.sim.law.Erlang;
import hebe.sim.law.Exponential;
import hebe.sim.law.Uniform;
import hebe.sim.law.Weibull;
import hebe.sim.model.Component;
import hebe.sim.model.MemoryPolicy;
import hebe.sim.model.Model;
import hebe.sim.model.ModelBuilder;
import hebe.sim.model.Timing;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Laws without phases, fitted; times in hours. */
class ApproximationTest {

  /**
   * Garg, Puliafito, Telek and Trivedi (1995): a fixed clock T since the last fresh start; U by the
   * closed form. 1/l1 = 240 h, 1/l2 = 2160 h, repair 1/2 h.
   */
  @ParameterizedTest
  @CsvSource({
    "50, 6, 0.00333958425679",
    "100, 6, 0.00169633530312",
    "300, 60, 0.000150027491152",
    "500, 60, 0.000159962540773",
    "2000, 60, 0.000197967229498"
  })
  void garg_fixedClock_errorFallsAndIsInsideTheEstimate(double clock, double rejuv, double exact)
      throws UnsolvableException {
    Model model = garg(new Deterministic(clock), rejuv);
    double previous = 1;
    for (int order : new int[] {4, 8, 16, 32, 64}) {
      Approximate found = steady(model, order);
      double error = Math.abs(found.value() - exact);
      // The error of v_N is C/N + O(1/N^2): nearly half of the last.
      assertThat(error).as("order " + order).isLessThan(0.6 * previous);
      assertThat(error).isLessThan(found.estimatedError());
      previous = error;
    }
    assertThat(steady(model, 64).extrapolated()).isCloseTo(exact, within(6e-5 * exact));
  }

  /**
   * Dohi, Goseva-Popstojanova and Trivedi (2001), model 1 with its best trigger: a Weibull lifetime
   * of shape k and mean 2160 h against a fixed trigger, both from the same instant.
   */
  @ParameterizedTest
  @CsvSource({
    "2, 1541.70874697, 0.000172988933729, 0.001",
    "4, 1452.73099411, 0.000126738519189, 0.02"
  })
  void dohi_lawAndClock_areNear(double shape, double trigger, double exact, double relative)
      throws UnsolvableException {
    ModelBuilder builder = new ModelBuilder();
    Component run = builder.root().component("run", "robust", "probable", "failed", "clean");
    run.transition("age").from("robust").to("probable").after(new Exponential(240));
    run.transition("fail").from("probable").to("failed").after(Weibull.ofMean(shape, 2160));
    run.transition("act").from("probable").to("clean").after(new Deterministic(trigger));
    run.transition("repair").from("failed").to("robust").after(new Deterministic(0.5));
    run.transition("end").from("clean").to("robust").after(new Deterministic(1 / 6.0));
    builder.root().rateReward("down", run.in("failed", "clean"));
    Model model = builder.build();
    for (int order : new int[] {4, 8, 16, 32}) {
      Approximate found = steady(model, order);
      assertThat(Math.abs(found.value() - exact)).isLessThan(found.estimatedError());
    }
    assertThat(steady(model, 32).extrapolated()).isCloseTo(exact, within(relative * exact));
  }

  /** M/D/1/K with K = 2, in closed form. */
  @Test
  void fixedService_oneWaiting_errorFallsAsOneOverTheOrder() throws UnsolvableException {
    // Arrivals of rate 1, service 1, at most 2 inside. Embedded at departures, a = exp(-1):
    // p(leaves none behind) = a, so a cycle of one service and, with probability a, an idle time 1
    // has the mean 1 + a; the share of idle time is a / (1 + a).
    double a = StrictMath.exp(-1);
    double exact = a / (1 + a);
    double previous = 1;
    for (int order : new int[] {8, 16, 32, 64}) {
      Approximate found = steady(queue(new Deterministic(1)), order);
      double error = Math.abs(found.value() - exact);
      assertThat(error).isLessThan(0.6 * previous).isLessThan(found.estimatedError());
      // An Erlang service of N stages has a = (N / (N + 1))^N instead: by hand.
      double erlang = StrictMath.pow(order / (order + 1.0), order);
      assertThat(found.value()).isCloseTo(erlang / (1 + erlang), within(1e-12));
      previous = error;
    }
  }

  @Test
  void copies_shareAFit_andNamesTellWhere() throws UnsolvableException {
    ModelBuilder builder = new ModelBuilder();
    builder
        .root()
        .replicate(
            "host",
            3,
            host -> {
              Component run = host.component("run", "up", "down");
              run.transition("crash").from("up").to("down").after(new Weibull(2, 100));
              run.transition("repair")
                  .from("down")
                  .to("up")
                  .afterPerCopy(
                      List.of(new Exponential(1), new Uniform(1, 2), new Deterministic(0)));
            });
    Model model = builder.build();
    Approximation fitted = Approximation.of(model, 3);
    assertThat(fitted.fits())
        .extracting(Approximation.Fit::transition)
        .containsExactly(
            "host-1/run/crash", "host-2/run/crash", "host-2/run/repair", "host-3/run/crash");
    assertThat(fitted.fits().get(1).fit()).isSameAs(fitted.fits().get(0).fit());
    assertThat(fitted.model().transition(2)).isSameAs(fitted.model().transition(0));
    assertThat(law(fitted.model(), 3)).isEqualTo(new Erlang(3, 1.5));
    assertThat(law(fitted.model(), 5)).isEqualTo(new Deterministic(0));
    assertThat(law(model, 0)).as("the model itself").isEqualTo(new Weibull(2, 100));
    assertThat(Solution.unreduced(fitted.model(), 1000).states()).isGreaterThan(27);
  }

  @Test
  void exponentialModel_hasNoFits_andTheSameAnswer() throws UnsolvableException {
    Model model = garg(new Exponential(300), 6);
    Approximation fitted = Approximation.of(model, 8);
    assertThat(fitted.fits()).isEmpty();
    assertThat(Solution.of(fitted.model(), 99).steady(0))
        .isEqualTo(Solution.of(model, 99).steady(0));
  }

  @Test
  void calendarsAndRandomRepeats_stayRefused_fixedRepeatsAreRestarts() {
    ModelBuilder builder = new ModelBuilder();
    Component job = builder.root().component("job", "on");
    job.transition("patch").byCalendar(List.of(60.0), 3600);
    job.transition("redo").after(new Uniform(2, 5)).onDisable(MemoryPolicy.REPEAT);
    job.transition("fixed").after(new Deterministic(5)).onDisable(MemoryPolicy.REPEAT);
    job.transition("kept").after(new Deterministic(5)).onDisable(MemoryPolicy.RESUME);
    Approximation fitted = Approximation.of(builder.build(), 4);
    assertThat(fitted.model().transition(2).memory()).isEqualTo(MemoryPolicy.RESAMPLE);
    assertThat(fitted.model().transition(3).memory()).isEqualTo(MemoryPolicy.RESUME);
    UnsolvableException refusal =
        catchThrowableOfType(
            UnsolvableException.class, () -> Solution.of(fitted.model(), 100).states());
    assertThat(refusal.reasons()).hasSize(2);
    assertThat(refusal.reasons().get(0)).startsWith("job/patch fires by the calendar");
    assertThat(refusal.reasons().get(1)).startsWith("job/redo repeats its delay");
  }

  @Test
  void resumingFixedDelay_needsItsTimeInUse() throws UnsolvableException {
    // Work of 2 h goes on only while up (mean 1 h up, 1 h down) and stays where it was. Each is
    // worth 1: in the long run one per 4 h, and the mean time to the first from up is 4 h less the
    // down time after it; with phases in series exactly 2 h of up, and as many downs as 2 / 1.
    ModelBuilder builder = new ModelBuilder();
    Component power = builder.root().component("power", "up", "down");
    power.transition("fail").from("up").to("down").after(new Exponential(1));
    power.transition("restore").from("down").to("up").after(new Exponential(1));
    Component work = builder.root().component("work", "busy", "done");
    work.transition("finish")
        .from("busy")
        .to("done")
        .when(power.in("up"))
        .after(new Deterministic(2))
        .onDisable(MemoryPolicy.RESUME);
    builder.root().rateReward("done", work.in("done"));
    Passage passage = Solution.of(Approximation.of(builder.build(), 8).model(), 99).passage(0);
    assertThat(passage.meanSeconds()).isCloseTo(4, within(1e-12));
  }

  @Test
  void approximate_twoOrders_extrapolate() {
    // 1 + 1/16 and 1 + 1/8 point to 1; with the orders 3 and 1: 1 + 1/3, 2 -> 4/3 - 1/3.
    Approximate half = new Approximate(1.0625, 16, 1.125, 8);
    assertThat(half.extrapolated()).isEqualTo(1);
    assertThat(half.estimatedError()).isEqualTo(3 * 0.0625);
    assertThat(new Approximate(4 / 3.0, 3, 2, 1).extrapolated()).isCloseTo(1, within(1e-15));
    assertThat(Approximate.coarserOrder(9)).isEqualTo(4);
    assertThatThrownBy(() -> new Approximate(1, 4, 1, 4))
        .hasMessage("expected an order above a coarser one of at least 1; got 4 and 4");
  }

  private static Approximate steady(Model model, int order) throws UnsolvableException {
    int coarser = Approximate.coarserOrder(order);
    return new Approximate(value(model, order), order, value(model, coarser), coarser);
  }

  private static double value(Model model, int order) throws UnsolvableException {
    return Solution.of(Approximation.of(model, order).model(), 100_000).steady(0);
  }

  private static DelayLaw law(Model model, int transition) {
    return ((Timing.After) model.transition(transition).timing()).of(model.copyOf(transition));
  }

  /** Up to two customers, a fixed service that begins anew with the next customer. */
  private static Model queue(DelayLaw service) {
    ModelBuilder builder = new ModelBuilder();
    Component queue = builder.root().component("queue", "0", "1", "2");
    queue.transition("first").from("0").to("1").after(new Exponential(1));
    queue.transition("second").from("1").to("2").after(new Exponential(1));
    Component server = builder.root().component("server", "idle", "busy", "leaving");
    server.transition("take").from("idle").to("busy").when(queue.in("1", "2")).immediately();
    server.transition("serve").from("busy").to("leaving").after(service);
    server
        .transition("leaveOne")
        .from("leaving")
        .to("idle")
        .when(queue.in("1"))
        .also(queue.become("0"))
        .immediately();
    server
        .transition("leaveTwo")
        .from("leaving")
        .to("idle")
        .when(queue.in("2"))
        .also(queue.become("1"))
        .immediately();
    builder.root().rateReward("idle", queue.in("0"));
    return builder.build();
  }

  private static Model garg(DelayLaw clock, double rejuvenationsPerHour) {
    ModelBuilder builder = new ModelBuilder();
    Component run = builder.root().component("run", "fresh", "aged", "failed", "clean");
    run.transition("age").from("fresh").to("aged").after(new Exponential(240));
    run.transition("fail").from("aged").to("failed").after(new Exponential(2160));
    run.transition("repair").from("failed").to("fresh").after(new Exponential(0.5));
    run.transition("clock").from("fresh", "aged").to("clean").after(clock);
    run.transition("end").from("clean").to("fresh").after(Exponential.ofRate(rejuvenationsPerHour));
    builder.root().rateReward("down", run.in("failed", "clean"));
    return builder.build();
  }
}
