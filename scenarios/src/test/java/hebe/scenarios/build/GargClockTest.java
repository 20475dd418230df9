package hebe.scenarios.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import hebe.reports.answer.BestPoint;
import hebe.reports.answer.SweepSentences;
import hebe.reports.answer.Sweeps;
import hebe.reports.summary.SummaryJson;
import hebe.sim.result.MetricId;
import hebe.sim.result.PolicyResult;
import hebe.sim.result.StudyResult;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The sweep of the catalog over the interval of a clock, against its closed form: with l1 = 1/240 h
 * and l2 = 1/2160 h, S(T) = (l2 exp(-l1 T) - l1 exp(-l2 T)) / (l2 - l1), E up to T = integral of S,
 * U = ((1 - S) / 2 h + S / 60 h) / (E + that).
 */
class GargClockTest {
  /** Root of the derivative of U. */
  private static final double OPTIMUM_HOURS = 278.1507312338;

  private static final MetricId U = MetricId.total("unavailability", "all", "1");
  private static final Map<String, Double> PUBLISHED =
      Map.of(
          "50 h", 0.0003550781251034,
          "100 h", 0.0002073416479596,
          "300 h", 0.0001500274911521,
          "500 h", 0.0001599625407732,
          "1000 h", 0.0001821649948025,
          "2000 h", 0.0001979672294983);

  private static double hours(PolicyResult point) {
    return point.point().values().iterator().next().number() / 3600;
  }

  @Test
  void exactCurve_ofTheSweep_isTheClosedForm() {
    Scenario scenario = Scenarios.withReplications(Scenarios.catalog("garg-clock"), 1);
    StudyResult study = ExactStudy.of(scenario, 100).beside(Scenarios.run(scenario, 2));

    assertThat(study.policies()).hasSize(15);
    assertThat(SummaryJson.write(study)).containsPattern("\"exact\": null,\\s+\"longRun\": 0\\.");
    for (PolicyResult point : study.policies().subList(1, 15)) {
      double expected = closedForm(hours(point));
      assertThat(point.longRun().get(U))
          .as(point.label())
          .isCloseTo(expected, withinPercentage(1e-8));
      String text = point.point().values().iterator().next().text();
      if (PUBLISHED.containsKey(text)) {
        assertThat(expected).isCloseTo(PUBLISHED.get(text), withinPercentage(1e-9));
      }
    }
  }

  @Test
  void optimum_foundByTheSweep_containsTheAnalyticOne() {
    Scenario scenario = Scenarios.withReplications(Scenarios.catalog("garg-clock"), 40);
    StudyResult study = Scenarios.run(scenario, 2);
    BestPoint best = Sweeps.best(study, "downtime-per-year").get(0);

    double below = best.worseBelow().map(GargClockTest::hours).orElse(0.0);
    double above = best.worseAbove().map(GargClockTest::hours).orElse(Double.POSITIVE_INFINITY);
    // The stimulus: the sweep could tell at least the half and the double of the optimum apart.
    assertThat(below).isBetween(100.0, OPTIMUM_HOURS);
    assertThat(above).isBetween(OPTIMUM_HOURS, 1000.0);
    assertThat(SweepSentences.of(study))
        .anyMatch(
            sentence ->
                sentence.startsWith("If the curve has one valley, its lowest place is between"));
  }

  private static double closedForm(double hours) {
    double fast = 1 / 240.0;
    double slow = 1 / 2160.0;
    double alive =
        (slow * StrictMath.exp(-fast * hours) - fast * StrictMath.exp(-slow * hours))
            / (slow - fast);
    double up =
        (slow / fast * -StrictMath.expm1(-fast * hours)
                - fast / slow * -StrictMath.expm1(-slow * hours))
            / (slow - fast);
    double down = (1 - alive) / 2 + alive / 60;
    return down / (up + down);
  }
}
