package hebe.scenarios.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import hebe.reports.answer.BestPoint;
import hebe.reports.answer.Sweeps;
import hebe.sim.result.MetricId;
import hebe.sim.result.PolicyResult;
import hebe.sim.stat.Estimate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.apache.commons.math3.special.Gamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The place that a sweep reports for the optimum, between the nearest points that are significantly
 * worse, contains the analytic one: for every published optimum of one interval that a scenario can
 * say. So do the unavailabilities at all points lie at the closed form.
 *
 * <p>With S the survival function of what the trigger interrupts and I(t) its integral over (0, t),
 * the unavailability is U(t) = D / (mu0 + I(t) + D), D = repair (1 - S(t)) + rejuvenation S(t).
 */
class OptimalIntervalsTest {
  private static final Path ROWS =
      Path.of(
          System.getProperty("hebe.root"),
          "sim-core/src/test/resources/hebe/sim/exact/analytic-models.csv");
  private static final double MINUTE = 1 / 60.0;

  /**
   * A published model; times in hours.
   *
   * @param row its rows without the suffix
   * @param robustHours mean time before the trigger's clock starts
   * @param survival of what the trigger interrupts
   * @param trigger what the policy says, without the number
   */
  record Part(
      String row,
      double robustHours,
      double repairHours,
      double rejuvenationHours,
      DoubleUnaryOperator survival,
      String aging,
      String crash,
      String trigger) {
    double down(double hours) {
      double alive = survival.applyAsDouble(hours);
      double lost = repairHours * (1 - alive) + rejuvenationHours * alive;
      return lost / (robustHours + integral(hours) + lost);
    }

    /** Simpson's rule on 2000 pairs of intervals: exact to 1e-10 for these smooth functions. */
    private double integral(double hours) {
      int pairs = 2000;
      double step = hours / (2 * pairs);
      double sum = 1 + survival.applyAsDouble(hours);
      for (int i = 1; i < 2 * pairs; i++) {
        sum += (i % 2 == 0 ? 2 : 4) * survival.applyAsDouble(i * step);
      }
      return sum * step / 3;
    }

    /** Thirteen intervals with even ratios from a quarter to four times about the optimum. */
    Scenario scenario(double about, long years) {
      String axis =
          String.format(
              Locale.ROOT,
              "{from: %.4g h, to: %.4g h, steps: 13, log: true}",
              about / 4,
              about * 4);
      return Scenarios.read(
          """
          hebe: 1
          name: %s
          hosts: [{name: system}]
          failures:
            vmm:
              aging: {exponential: {mean: %s h}}
              crash: %s
              repair: %s h
          policies:
            - {name: clock, vmm: {%s, by: {restart: %s h}}}
          sweep: {policies.clock.vmm.%s: %s}
          study: {horizon: %d years, replications: 60, seed: 44}
          """
              .formatted(
                  row,
                  aging,
                  crash,
                  repairHours,
                  trigger,
                  rejuvenationHours,
                  trigger.substring(0, trigger.indexOf(':')),
                  axis,
                  years));
    }
  }

  /**
   * In model 2 a repair is followed by a clean-up: the same as model 1 with a repair that takes
   * both times. Rows without a time unit are told in units of 1000 h.
   */
  static Stream<Part> parts() {
    return Stream.of(
        worn("dohi-w2-2160-m1", 2, mean(2), 240, 0.5, 1 / 6.0),
        worn("dohi-w2-2160-m2", 2, mean(2), 240, 0.5 + 1 / 6.0, 1 / 6.0),
        worn("dohi-w4-2160-m1", 4, mean(4), 240, 0.5, 1 / 6.0),
        worn("dohi-w4-2160-m2", 4, mean(4), 240, 0.5 + 1 / 6.0, 1 / 6.0),
        worn("dohi-w4-p9-m1", 4, 900, 2000, 40, 30),
        worn("dohi-w2-1-m1", 2, 1000, 1000, 50, 10),
        staged("dohi-h-vmm-m1", 720, 168, 65 * MINUTE, 2 * MINUTE),
        staged("dohi-h-vm-m1", 168, 72, 35 * MINUTE, MINUTE),
        staged("garg-1min", 240, 2160, 0.5, MINUTE));
  }

  /** The scale of a Weibull law of mean 2160 h. */
  private static double mean(double shape) {
    return 2160 / StrictMath.exp(Gamma.logGamma(1 + 1 / shape));
  }

  private static Part worn(
      String row, double shape, double scale, double robust, double repair, double rejuvenation) {
    return new Part(
        row,
        robust,
        repair,
        rejuvenation,
        t -> StrictMath.exp(-StrictMath.pow(t / scale, shape)),
        Double.toString(robust),
        "{weibull: {shape: " + shape + ", scale: " + scale + " h}}",
        "after-aging: 999 h");
  }

  /** Two exponential stages, and a clock since the last fresh start. */
  private static Part staged(
      String row, double first, double second, double repair, double rejuvenation) {
    return new Part(
        row,
        0,
        repair,
        rejuvenation,
        t ->
            (first * StrictMath.exp(-t / first) - second * StrictMath.exp(-t / second))
                / (first - second),
        Double.toString(first),
        "{exponential: {mean: " + second + " h}}",
        "every: 999 h, clock: since-renewal");
  }

  @ParameterizedTest
  @MethodSource("parts")
  void sweep_ofAPublishedModel_bracketsItsOptimum(Part part) throws IOException {
    double unit = part.row().matches("dohi-w(4-p9|2-1)-m1") ? 1000 : 1;
    double optimum = least(part::down, 1, 3000);
    assertThat(optimum).isCloseTo(unit * row(part.row() + "-topt"), withinPercentage(1e-4));
    assertThat(part.down(optimum)).isCloseTo(row(part.row() + "-Uopt"), withinPercentage(1e-8));

    // The grid does not hold the optimum: 1.1 times that lies in its middle.
    BestPoint best = best(part.scenario(1.1 * optimum, (long) Math.ceil(optimum / 8)));
    assertBrackets(best, optimum);
    assertCurve(best, part::down);
    // The stimulus: the sweep tells at least a third and the triple of the optimum apart.
    assertThat(best.worseBelow().map(OptimalIntervalsTest::hours).orElseThrow())
        .isGreaterThan(optimum / 3);
    assertThat(best.worseAbove().map(OptimalIntervalsTest::hours).orElseThrow())
        .isLessThan(3 * optimum);
  }

  @Test
  void sweepOfTheCatalog_bracketsTheOptimumOfItsRow() throws IOException {
    BestPoint best = best(Scenarios.catalog("dohi-optimum"));
    assertBrackets(best, row("dohi-w4-2160-m1-topt"));
    assertCurve(best, worn("", 4, mean(4), 240, 0.5, 1 / 6.0)::down);
    for (PolicyResult point : best.points()) {
      Estimate.Interval down = unavailability(point);
      assertThat(halfWidth(down)).as(point.label()).isLessThan(0.01 * down.mean());
    }
    assertThat(best.worseBelow()).isPresent();
    assertThat(best.worseAbove()).isPresent();
  }

  /**
   * Three stages of 240 h, inspected every d hours, rejuvenated in 10 min from the second stage on,
   * repaired in 3 h: with x = 1 / (1 - exp(-d / 240)) inspections a cycle, and the chance G(t) that
   * three stages last longer than t, pf = x (1 - G(d)), up = x times the integral of G over (0, d).
   * Towards d = 0 the curve rises by 2 % only, so that there need not be a worse point below.
   */
  @Test
  void sweepOfInspections_bracketsTheOptimumOfItsRow() throws IOException {
    Part stages =
        new Part(
            "",
            0,
            0,
            0,
            t -> (1 + t / 240 + t * t / 115_200) * StrictMath.exp(-t / 240),
            "",
            "",
            "");
    DoubleUnaryOperator down =
        d -> {
          double inspections = -1 / StrictMath.expm1(-d / 240);
          double failure = inspections * (1 - stages.survival().applyAsDouble(d));
          double lost = (1 - failure) / 6 + 3 * failure;
          return lost / (inspections * stages.integral(d) + lost);
        };
    double optimum = least(down, 5, 100);
    assertThat(optimum).isCloseTo(row("insp-k3-b1-dopt"), withinPercentage(1e-3));
    assertThat(down.applyAsDouble(optimum))
        .isCloseTo(row("insp-k3-b1-Uopt"), withinPercentage(1e-7));

    BestPoint best =
        best(
            Scenarios.read(
                """
                hebe: 1
                name: Inspected
                hosts: [{name: system}]
                failures:
                  vmm:
                    aging: {stages: [{exponential: {mean: 240 h}}, {exponential: {mean: 240 h}}]}
                    crash: {exponential: {mean: 240 h}}
                    repair: 3 h
                policies:
                  - {name: look, vmm: {inspect: {every: 24 h, stage: 1}, by: {restart: 10 min}}}
                sweep: {policies.look.vmm.inspect.every: [8 h, 16 h, 24 h, 36 h, 54 h, 80 h, 120 h]}
                study: {horizon: 25 years, replications: 60, seed: 44}
                """));
    assertBrackets(best, optimum);
    assertCurve(best, down);
    assertThat(best.worseAbove().map(OptimalIntervalsTest::hours).orElseThrow())
        .isLessThanOrEqualTo(80);
  }

  private static BestPoint best(Scenario scenario) {
    return Sweeps.best(Scenarios.run(scenario, 2), "downtime-per-year").get(0);
  }

  private static void assertBrackets(BestPoint best, double optimum) {
    Optional<Double> below = best.worseBelow().map(OptimalIntervalsTest::hours);
    Optional<Double> above = best.worseAbove().map(OptimalIntervalsTest::hours);
    assertThat(below.orElse(0.0)).isLessThan(optimum);
    assertThat(above.orElse(Double.POSITIVE_INFINITY)).isGreaterThan(optimum);
    // The best point is one of them.
    assertThat(hours(best.best()))
        .isBetween(below.orElse(0.0), above.orElse(Double.POSITIVE_INFINITY));
  }

  /**
   * Within 4.5 standard errors, 2.25 half-widths, of the value in the long run; as the runs begin
   * with a fresh system, a cycle of some thousand is off, so 0.3 % more.
   */
  private static void assertCurve(BestPoint best, DoubleUnaryOperator down) {
    for (PolicyResult point : best.points()) {
      Estimate.Interval simulated = unavailability(point);
      double exact = down.applyAsDouble(hours(point));
      assertThat(simulated.mean())
          .as(point.label())
          .isCloseTo(exact, within(2.25 * halfWidth(simulated) + 0.003 * exact));
    }
  }

  private static Estimate.Interval unavailability(PolicyResult point) {
    return (Estimate.Interval)
        point.metrics().stream()
            .filter(metric -> metric.id().equals(MetricId.total("unavailability", "all", "1")))
            .findFirst()
            .orElseThrow()
            .estimate();
  }

  private static double halfWidth(Estimate.Interval interval) {
    return (interval.high() - interval.low()) / 2;
  }

  private static double hours(PolicyResult point) {
    return point.point().values().iterator().next().number() / 3600;
  }

  /** The place of the least value of a function with one valley, by golden sections. */
  private static double least(DoubleUnaryOperator function, double from, double to) {
    double ratio = (StrictMath.sqrt(5) - 1) / 2;
    double low = from;
    double high = to;
    while (high - low > 1e-7 * high) {
      double left = high - ratio * (high - low);
      double right = low + ratio * (high - low);
      if (function.applyAsDouble(left) < function.applyAsDouble(right)) {
        high = right;
      } else {
        low = left;
      }
    }
    return (low + high) / 2;
  }

  private static double row(String id) throws IOException {
    String line =
        Files.readAllLines(ROWS).stream()
            .filter(text -> text.startsWith(id + ","))
            .findFirst()
            .orElseThrow();
    return Double.parseDouble(line.split(",", -1)[4]);
  }
}
