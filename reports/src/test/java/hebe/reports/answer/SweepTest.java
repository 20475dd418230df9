package hebe.reports.answer;

import static org.assertj.core.api.Assertions.assertThat;

import hebe.reports.plot.Figure;
import hebe.reports.plot.Plots;
import hebe.reports.table.DataTable;
import hebe.reports.table.StudyTable;
import hebe.reports.table.SweepTable;
import hebe.sim.result.Comparison;
import hebe.sim.result.Metric;
import hebe.sim.result.MetricId;
import hebe.sim.result.PolicyResult;
import hebe.sim.result.StudyResult;
import hebe.sim.result.SweepValue;
import hebe.sim.stat.Estimate;
import hebe.sim.stat.Estimate.Interval;
import hebe.sim.stat.Estimate.Method;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SweepTest {
  private static final double YEAR = 365 * 86_400.0;
  private static final MetricId U = MetricId.total("unavailability", "all", "1");
  private static final MetricId DOWN = MetricId.total("downtime-per-year", "all", "s/year");
  private static final MetricId COST = MetricId.total("cost-per-year", "all", "EUR/year");
  private static final MetricId CAPACITY = MetricId.total("capacity", "all", "1");
  private static final List<Integer> DAYS = List.of(1, 2, 4, 8, 16);

  /** Downtime 3600 s at 4 days, and so much more for each doubling away from it. */
  private static StudyResult study(double more, Map<MetricId, Double> longRun) {
    List<PolicyResult> results = new ArrayList<>(List.of(result("none", Map.of(), 9000, Map.of())));
    List<Comparison> pairs = new ArrayList<>();
    for (int i = 0; i < DAYS.size(); i++) {
      String text = DAYS.get(i) == 1 ? "1 day" : DAYS.get(i) + " days";
      Map<String, SweepValue> point =
          Map.of("policies.warm.vmm.every", new SweepValue(text, 86_400.0 * DAYS.get(i), "s"));
      results.add(result("warm", point, 3600 + more * Math.abs(i - 2), longRun));
    }
    PolicyResult best = results.get(3);
    for (int i = 1; i < results.size(); i++) {
      double behind = more * Math.abs(i - 3);
      if (i != 3) {
        pairs.add(pair(DOWN, best, results.get(i), -behind, 300));
        pairs.add(pair(COST, best, results.get(i), -behind, 300));
      }
    }
    pairs.add(pair(DOWN, results.get(0), best, 5400, 300));
    pairs.add(pair(COST, results.get(0), best, 5400, 300));
    return new StudyResult("Swept", "", "ab", 1, 0.95, YEAR, results, pairs, List.of());
  }

  private static PolicyResult result(
      String policy, Map<String, SweepValue> point, double down, Map<MetricId, Double> longRun) {
    List<Metric> metrics =
        List.of(metric(U, down / YEAR, 1e-6), metric(DOWN, down, 30), metric(COST, 2 * down, 60));
    return new PolicyResult(policy, point, 9, metrics, List.of(), List.of(), List.of(), longRun);
  }

  private static Metric metric(MetricId id, double mean, double halfWidth) {
    return new Metric(id, interval(mean, halfWidth, Method.STUDENT), OptionalDouble.empty());
  }

  private static Comparison pair(
      MetricId id, PolicyResult a, PolicyResult b, double difference, double halfWidth) {
    return new Comparison(
        id, a.label(), b.label(), interval(difference, halfWidth, Method.PAIRED_STUDENT));
  }

  private static Estimate interval(double mean, double halfWidth, Method method) {
    return new Interval(mean, mean - halfWidth, mean + halfWidth, 0.95, method, 9);
  }

  @Test
  void sentences_neighboursAreWorse_bracketTheBest() {
    // 400 s = 6.67 min a doubling, known to 300 s = 5 min; 3600 s is an hour.
    assertThat(SweepSentences.of(study(400, Map.of())))
        .contains(
            "warm [vmm.every=4 days] has the least downtime of its points: 60.00 ± 0.50 min per year.",
            "Its neighbour 2 days is worse by 6.7 ± 5.0 min per year.",
            "Its neighbour 8 days is worse by 6.7 ± 5.0 min per year.",
            "If the curve has one valley, its lowest place is between 2 days and 8 days.",
            "warm [vmm.every=4 days] has the least cost of its points: 7200 ± 60 EUR per year.",
            "Its neighbour 8 days is worse by 400 ± 300 EUR per year.")
        .last()
        .asString()
        .contains("95 % (Bonferroni over 15 pairs of runs)");
  }

  @Test
  void sentences_neighboursMayBeAsGood_bracketIsWider() {
    // 200 s is less than 300 s, twice that is more.
    assertThat(SweepSentences.of(study(200, Map.of())))
        .contains(
            "Its neighbour 2 days differs by 3.3 ± 5.0 min per year: not significant.",
            "If the curve has one valley, its lowest place is between 1 day and 16 days.");
  }

  @Test
  void sentences_nothingIsWorse_sayNothing() {
    assertThat(SweepSentences.of(study(100, Map.of())))
        .contains(
            "If the curve has one valley, its lowest place is anywhere, as no point is significantly"
                + " worse.");
  }

  @Test
  void prices_ofASweep_compareTheCheapestPoints() {
    assertThat(Prices.sentences(study(400, Map.of())))
        .containsExactly(
            "warm [vmm.every=4 days] costs least: 7200 ± 60 EUR per year.",
            "  none costs 5400 ± 300 EUR per year more.");
  }

  @Test
  void table_ofASweep_hasEveryPointInItsOrder() {
    DataTable table = SweepTable.of(study(400, Map.of(U, 1.23e-4))).orElseThrow();

    assertThat(table.header())
        .containsExactly(
            "policy",
            "policies.warm.vmm.every",
            "unavailability [1]",
            "downtime [min/year]",
            "outages [1/year]",
            "cost [EUR/year]",
            "exact in the long run [1]",
            "by downtime",
            "by cost");
    assertThat(table.rows()).hasSize(6);
    assertThat(table.rows().get(0).subList(0, 2)).containsExactly("none", "");
    assertThat(table.rows().get(3))
        .contains("warm", "4 days", "60.00 ± 0.50", "1.230000e-4", "best");
    assertThat(table.rows().get(1)).contains("1 day", "worse");
  }

  @Test
  void text_ofASweepWithCosts_comparesPoliciesWhereTheyAreCheapest() {
    StudyResult study = cheapAtTwoDays(List.of(U, DOWN, COST));
    String text = StudyTable.render(study);

    assertThat(text)
        .contains(
            "Points of the sweep",
            "Policies, best first, each at its point of least cost; subject all",
            "warm [vmm.every=2 days] costs least: 5000 +- 60 EUR per year.",
            "  none costs 13000 +- 90 EUR per year more.")
        .doesNotContain("is best", "cost-per-year");
    String table = text.substring(text.indexOf("Policies, best first"));
    assertThat(table).containsPattern("warm \\[vmm.every=2 days\\] .* 5000 \\+- 60\n");
    assertThat(table).doesNotContain("vmm.every=1 day");
    assertThat(Plots.figures(study))
        .extracting(Figure::name)
        .contains("cost-differences")
        .doesNotContain("downtime-differences");
  }

  @Test
  void text_ofASweepWithoutCosts_comparesPoliciesAtTheirLeastDowntime() {
    StudyResult study = cheapAtTwoDays(List.of(U, DOWN, CAPACITY));

    assertThat(StudyTable.render(study))
        .contains(
            "Policies, best first, each at its point of least downtime; subject all",
            "warm [vmm.every=1 day] is best: 60.00 +- 0.50 min of downtime per year");
    assertThat(Plots.figures(study))
        .extracting(Figure::name)
        .contains(
            "downtime-differences", "sweep-unavailability-vmm-every", "sweep-capacity-vmm-every");
    assertThat(SweepTable.of(study).orElseThrow().header()).contains("capacity [%]");
  }

  /** The least downtime is that of 1 day, the least cost that of 2 days. */
  private static StudyResult cheapAtTwoDays(List<MetricId> known) {
    PolicyResult none = result("none", Map.of(), known, 9000, 18_000);
    PolicyResult one = result("warm", point("1 day", 1), known, 3600, 9000);
    PolicyResult two = result("warm", point("2 days", 2), known, 4000, 5000);
    List<Comparison> pairs =
        List.of(
            pair(DOWN, one, two, -400, 30),
            pair(DOWN, none, one, 5400, 30),
            pair(COST, two, one, -4000, 90),
            pair(COST, none, two, 13_000, 90));
    return new StudyResult(
        "Swept",
        "",
        "ab",
        1,
        0.95,
        YEAR,
        List.of(none, one, two),
        pairs.stream().filter(pair -> known.contains(pair.metric())).toList(),
        List.of());
  }

  private static Map<String, SweepValue> point(String text, int days) {
    return Map.of("policies.warm.vmm.every", new SweepValue(text, 86_400.0 * days, "s"));
  }

  private static PolicyResult result(
      String policy,
      Map<String, SweepValue> point,
      List<MetricId> known,
      double down,
      double cost) {
    List<Metric> metrics =
        List.of(
            metric(U, down / YEAR, 1e-6),
            metric(DOWN, down, 30),
            metric(COST, cost, 60),
            metric(CAPACITY, 0.9 - down / YEAR, 1e-6));
    return new PolicyResult(
        policy,
        point,
        9,
        metrics.stream().filter(metric -> known.contains(metric.id())).toList(),
        List.of(),
        List.of(),
        List.of());
  }

  @Test
  void table_withoutASweep_isNone() {
    StudyResult unswept =
        new StudyResult(
            "x",
            "",
            "ab",
            1,
            0.95,
            YEAR,
            List.of(result("none", Map.of(), 1, Map.of())),
            List.of(),
            List.of());

    assertThat(SweepTable.of(unswept)).isEmpty();
    assertThat(SweepSentences.of(unswept)).isEmpty();
    assertThat(Prices.sentences(unswept)).isEmpty();
    assertThat(Sweeps.atTheirBest(unswept)).isEqualTo(unswept);
  }

  @Test
  void figures_ofASweep_areOneForEachMetric_withExactCurves() throws IOException {
    StudyResult study = study(400, Map.of(U, 1.23e-4));
    List<Figure> figures = Plots.figures(study);

    assertThat(figures)
        .extracting(Figure::name)
        .startsWith("sweep-unavailability-vmm-every", "sweep-cost-per-year-vmm-every");
    // The days are doubled each time, so the axis has even ratios.
    assertThat(Plots.svg(figures.get(0)))
        .contains(
            "vmm.every [days], even ratios",
            ">1<",
            ">2<",
            ">5<",
            ">10<",
            "warm: exact, in the long run")
        .isEqualTo(Plots.svg(Plots.figures(study).get(0)));
    assertThat(Plots.svg(figures.get(1)))
        .contains("How does the cost per year depend on vmm.every?", ">none<", ">warm<");
  }
}
