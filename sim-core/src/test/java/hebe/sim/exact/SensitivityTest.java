package hebe.sim.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hebe.sim.law.Erlang;
import hebe.sim.law.Exponential;
import hebe.sim.law.Hyperexponential;
import hebe.sim.model.Component;
import hebe.sim.model.Counter;
import hebe.sim.model.Model;
import hebe.sim.model.ModelBuilder;
import hebe.sim.model.Scope;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Derivatives of long-run values against closed forms, published values and differences. */
class SensitivityTest {
  private static final int UP = 0;
  private static final int MAJORS = 1;

  /**
   * U = a / (a + b): dU/da = b / (a + b)^2, dU/db = -a / (a + b)^2; and the failures per second.
   */
  @ParameterizedTest
  @CsvSource({"0.25, 2", "1e-9, 3", "1e-15, 1e3", "5, 1e-4"})
  void twoStates_derivatives_areTheClosedForm(double a, double b) throws UnsolvableException {
    ModelBuilder model = new ModelBuilder();
    Scope root = model.root();
    Component run = root.component("run", "up", "down");
    var fail = run.transition("fail").from("up").to("down").after(Exponential.ofRate(a));
    run.transition("repair").from("down").to("up").after(Exponential.ofRate(b));
    root.rateReward("down", run.in("down"));
    root.rateReward("up", run.in("up"));
    root.impulseReward("failures", 2, fail);
    Sensitivity sensitivity = Solution.of(model.build(), 2).sensitivity();
    double square = (a + b) * (a + b);
    Oracle.agrees("dU/da", rate(sensitivity, 0, 0), b / square, 1e-14);
    Oracle.agrees("dU/db", rate(sensitivity, 0, 1), -a / square, 1e-14);
    Oracle.agrees("dA/da", rate(sensitivity, 1, 0), -b / square, 1e-14);
    // Two for each failure: f = 2 a b / (a + b), df/da = 2 b^2 / (a + b)^2, df/db = 2 a^2 / ...
    Oracle.agrees("df/da", rate(sensitivity, 2, 0), 2 * b * b / square, 1e-11);
    Oracle.agrees("df/db", rate(sensitivity, 2, 1), 2 * a * a / square, 1e-11);
    Derivative fails = sensitivity.of(0).get(0);
    Oracle.agrees("value", fails.value(), a / (a + b), 1e-14);
    Oracle.agrees("elasticity", fails.elasticity().orElseThrow(), b / (a + b), 1e-14);
    assertThat(fails.perLogMean()).isEqualTo(-fails.perLogRate());
  }

  private static double rate(Sensitivity sensitivity, int reward, int parameter)
      throws UnsolvableException {
    return sensitivity.of(reward).get(parameter).perRate().orElseThrow();
  }

  /**
   * M/M/1/K with load x and y = x^(K+1): busy is b = 1 - (1-x)/(1-y), so x b' = x/(1-y) - (1-x)
   * (K+1) y/(1-y)^2; full is f = (1-x) x^K/(1-y), so x f'/f = K - x/(1-x) + (K+1) y/(1-y).
   */
  @ParameterizedTest
  @CsvSource({"5, 0.5", "100, 0.9", "50, 1.25", "1999, 0.8", "4000, 0.95", "10000, 0.99"})
  void queue_meanLength_derivativeIsTheClosedForm(int k, double load) throws UnsolvableException {
    ModelBuilder model = new ModelBuilder();
    Scope root = model.root();
    Counter queue = root.counter("queue", 0, k, 0);
    Component line = root.component("line", "-");
    line.transition("arrive")
        .when(queue.below(k))
        .also(queue.plus(1))
        .after(Exponential.ofRate(load));
    line.transition("serve").when(queue.atLeast(1)).also(queue.minus(1)).after(new Exponential(1));
    root.rateReward("full", queue.atLeast(k));
    root.rateReward("busy", queue.atLeast(1));
    Sensitivity sensitivity = Solution.of(model.build(), k + 1).sensitivity();
    double y = StrictMath.pow(load, k + 1);
    double busy = load / (1 - y) - (1 - load) * (k + 1) * y / ((1 - y) * (1 - y));
    List<Derivative> derivatives = sensitivity.of(1);
    Oracle.agrees("arrive", derivatives.get(0).perLogRate(), busy, 1e-9);
    Oracle.agrees("serve", derivatives.get(1).perLogRate(), -busy, 1e-9);
    Derivative full = sensitivity.of(0).get(0);
    double elasticity = k - load / (1 - load) + (k + 1) * y / (1 - y);
    // By iteration, a probability as small as 1e-89 keeps fewer digits.
    double band = k < Stationary.MOST_ELIMINATED ? 1e-9 : 1e-6;
    Oracle.agrees("full", full.elasticity().orElseThrow(), elasticity, band);
  }

  /** Above 150 states the iteration has a coarser level. */
  @Test
  void randomChains_eliminationAndIteration_agree() throws UnsolvableException {
    for (long seed = 1; seed <= 100; seed++) {
      double spread = StrictMath.pow(10, (double) (seed % 7));
      Chain chain = RandomChains.of(seed, 151 + 3 * (int) seed, (int) (seed % 4), spread);
      double[] share = Stationary.eliminated(chain).share;
      double[] surplus = new double[chain.size];
      Arrays.setAll(surplus, i -> i % 3 == 0 ? 1 : 0);
      double mean = Vectors.product(share, surplus);
      Arrays.setAll(surplus, i -> surplus[i] - mean);
      double[] eliminated = Potential.eliminated(chain, share).of(surplus);
      double[] iterated = Potential.iterated(chain, share).of(surplus);
      double most = Arrays.stream(eliminated).map(Math::abs).max().orElseThrow();
      for (int i = 0; i < chain.size; i++) {
        assertThat(iterated[i]).as("seed %d", seed).isCloseTo(eliminated[i], within(1e-9 * most));
      }
    }
  }

  /** Only the ratio of rates matters for probabilities: the derivatives add up to 0. */
  @Test
  void randomModels_centralDifferences_agree() throws UnsolvableException {
    for (long seed = 1; seed <= 200; seed++) {
      List<Derivative> exact =
          Solution.of(random(seed, -1, 1), 500).sensitivity().of(List.of(UP, MAJORS));
      double sum = 0;
      double scale = 0;
      for (int p = 0; p < exact.size(); p++) {
        double step = 1e-5;
        double above = value(random(seed, p, StrictMath.exp(step)));
        double below = value(random(seed, p, StrictMath.exp(-step)));
        double difference = (above - below) / (2 * step);
        assertThat(exact.get(p).perLogRate())
            .as("seed %d parameter %d", seed, p)
            .isCloseTo(difference, within(1e-8));
        sum += exact.get(p).perLogRate();
        scale += Math.abs(exact.get(p).perLogRate());
      }
      // A value per second, as the impulses are, grows with all rates: so it is the sum.
      double impulses = Solution.of(random(seed, -1, 1), 500).steady(MAJORS);
      assertThat(sum).isCloseTo(impulses, within(1e-12 * (1 + scale)));
    }
  }

  @Test
  void randomModels_overAHorizon_centralDifferencesAgree() throws UnsolvableException {
    for (long seed = 1; seed <= 60; seed++) {
      double horizon = seed % 20;
      horizon = horizon == 0 ? 300 : horizon;
      Solution solution = Solution.of(random(seed, -1, 1), 500);
      HorizonSensitivity sensitivity = solution.sensitivityUntil(horizon);
      List<Derivative> exact = sensitivity.accumulated(List.of(UP, MAJORS));
      double value = value(random(seed, -1, 1), horizon);
      for (int p = 0; p < exact.size(); p++) {
        double step = 1e-5;
        double above = value(random(seed, p, StrictMath.exp(step)), horizon);
        double below = value(random(seed, p, StrictMath.exp(-step)), horizon);
        double difference = (above - below) / (2 * step);
        assertThat(exact.get(p).value()).isCloseTo(value, within(1e-12 * value));
        assertThat(exact.get(p).perLogRate())
            .as("seed %d parameter %d", seed, p)
            .isCloseTo(difference, within(1e-8 * horizon));
      }
    }
  }

  private static double value(Model model, double horizon) throws UnsolvableException {
    Transient until = Solution.of(model, 500).until(horizon);
    return until.accumulated(UP) + until.accumulated(MAJORS);
  }

  /**
   * Two states from up: the time down until T is a/s T - a/s^2 (1 - exp(-s T)), s = a + b; here a =
   * 1/4, b = 3/4, s = 1. By the product rule, with x = exp(-s T): d(a/s)/da T = b T / s^2,
   * d(a/s^2)/da = (b - a) / s^3, d(1 - x)/da = T x.
   */
  @ParameterizedTest
  @CsvSource({"0.01", "1", "30", "100000"})
  void twoStates_timeDown_isTheClosedForm(double horizon) throws UnsolvableException {
    ModelBuilder model = new ModelBuilder();
    Component run = model.root().component("run", "up", "down");
    run.transition("fail").from("up").to("down").after(Exponential.ofRate(0.25));
    run.transition("repair").from("down").to("up").after(Exponential.ofRate(0.75));
    model.root().rateReward("down", run.in("down"));
    double x = StrictMath.exp(-horizon);
    double byFail = 0.75 * horizon - 0.5 * -StrictMath.expm1(-horizon) - 0.25 * horizon * x;
    // By repair: d(a/s)/db = -a/s^2, d(a/s^2)/db = -2a/s^3.
    double byRepair = -0.25 * horizon + 0.5 * -StrictMath.expm1(-horizon) - 0.25 * horizon * x;
    List<Derivative> derivatives =
        Solution.of(model.build(), 2).sensitivityUntil(horizon).accumulated(List.of(0));
    // In a short time the terms of the closed forms cancel.
    double band = horizon < 1 ? 1e-7 : 1e-11;
    Oracle.agrees("a", derivatives.get(0).perRate().orElseThrow(), byFail, band);
    Oracle.agrees("b", derivatives.get(1).perRate().orElseThrow(), byRepair, band);
  }

  private static double value(Model model) throws UnsolvableException {
    Steady steady = Solution.of(model, 500).steady();
    return steady.rate(UP) + steady.rate(MAJORS);
  }

  /**
   * Two or three copies of a ring with phases of all kinds, immediate choices, a shared counter.
   */
  private static Model random(long seed, int changed, double factor) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] mean = new double[4];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = (0.5 + random.nextDouble()) / (i == changed ? factor : 1);
    }
    int copies = 2 + random.nextInt(2);
    ModelBuilder model = new ModelBuilder();
    Counter crew = model.root().counter("crew", 0, 1, 1);
    model
        .root()
        .replicate(
            "unit",
            copies,
            unit -> {
              Component run = unit.component("run", "up", "worn", "failed", "minor", "repair");
              run.transition("wear").from("up").to("worn").after(new Erlang(2, mean[0]));
              run.transition("fail").from("worn").to("failed").after(new Exponential(mean[1]));
              run.transition("minor").from("failed").to("minor").immediately(1, 0);
              var major =
                  run.transition("major")
                      .from("failed")
                      .when(crew.atLeast(1))
                      .to("repair")
                      .also(crew.minus(1))
                      .immediately(3, 0);
              run.transition("easy")
                  .from("minor")
                  .to("up")
                  .after(
                      new Hyperexponential(
                          List.of(
                              new Hyperexponential.Branch(0.25, mean[2] * 2),
                              new Hyperexponential.Branch(0.75, mean[2] * 0.5))));
              run.transition("hard")
                  .from("repair")
                  .to("up")
                  .also(crew.plus(1))
                  .after(new Exponential(mean[3]));
              unit.rateReward("up", run.in("up", "worn"));
              unit.impulseReward("majors", 1.5, major);
            });
    return model.build();
  }

  @Test
  void twoEndings_areRefused() throws UnsolvableException {
    ModelBuilder model = new ModelBuilder();
    Component run = model.root().component("run", "start", "a", "b");
    run.transition("to-a").from("start").to("a").after(new Exponential(1));
    run.transition("to-b").from("start").to("b").after(new Exponential(1));
    Solution solution = Solution.of(model.build(), 3);
    assertThatThrownBy(solution::sensitivity)
        .isInstanceOf(UnsolvableException.class)
        .hasMessageContaining("has 2 such sets");
  }
}
