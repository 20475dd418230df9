package hebe.reports.answer;

import static org.assertj.core.api.Assertions.assertThat;

import hebe.reports.Samples;
import hebe.reports.plot.Figure;
import hebe.reports.plot.Plots;
import hebe.sim.result.Comparison;
import hebe.sim.result.Metric;
import hebe.sim.result.MetricId;
import hebe.sim.result.PolicyResult;
import hebe.sim.result.StudyResult;
import hebe.sim.stat.Estimate;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ClientSentencesTest {
  private static final MetricId LOST = MetricId.total("connections-lost-per-year", "all", "1/year");
  private static final MetricId REBOOT =
      MetricId.byCause("connections-lost-per-year", "all", "cold-reboot", "1/year");
  private static final MetricId AVAILABILITY = MetricId.total("client-availability", "all", "1");

  private static Estimate interval(double mean, double half) {
    return new Estimate.Interval(mean, mean - half, mean + half, 0.95, Estimate.Method.STUDENT, 40);
  }

  private static Metric metric(MetricId id, Estimate estimate) {
    return new Metric(id, estimate, OptionalDouble.empty());
  }

  private static PolicyResult policy(String name, double lost, double availability) {
    return new PolicyResult(
        name,
        Map.of(),
        40,
        List.of(
            metric(AVAILABILITY, interval(availability, 1e-5)),
            metric(LOST, interval(lost, 2)),
            metric(REBOOT, interval(lost, 2))),
        List.of(),
        List.of(),
        List.of());
  }

  private static StudyResult study(List<Comparison> pairs, PolicyResult... policies) {
    return new StudyResult("s", "", "", 1, 0.95, Samples.YEAR, List.of(policies), pairs, List.of());
  }

  private static StudyResult three(Estimate lostDifference) {
    // wrapped - plain; the sentences turn them where the first is better
    return study(
        List.of(
            new Comparison(LOST, "wrapped", "plain", lostDifference),
            new Comparison(AVAILABILITY, "wrapped", "plain", interval(1e-5, 2e-6))),
        policy("worst", 900, 0.99),
        policy("plain", 120, 0.9990),
        policy("wrapped", 20, 0.9991));
  }

  @Test
  void of_threePolicies_comparesTheBestWithTheNext() {
    // 1e-5 of 365 days are 315.36 s = 5.256 min; 2e-6 are 63.07 s = 1.05 min
    assertThat(ClientSentences.of(three(interval(-100, 3))))
        .containsExactly(
            "Fewest connections are lost under wrapped: 20.0 ± 2.0 per guest and year; 100.0 ± 3.0"
                + " more under plain.",
            "Client availability is highest under wrapped, 99.9100 %; under plain clients wait in"
                + " vain for 5.3 ± 1.1 min more per year.");
  }

  @Test
  void of_intervalWithZero_saysSo() {
    assertThat(ClientSentences.of(three(interval(-1, 3))).get(0))
        .endsWith("1.0 ± 3.0 more under plain: not significant, the interval contains 0.");
  }

  @Test
  void of_sameNumberInEveryReplication_namesAllThatTieAndTheNext() {
    assertThat(ClientSentences.of(three(new Estimate.Deterministic(0, 40))).get(0))
        .isEqualTo(
            "Fewest connections are lost under wrapped and plain: 20.0 ± 2.0 per guest and year;"
                + " next is worst with 900.0 ± 2.0 (no paired difference).");
  }

  @Test
  void of_noComparison_givesBothNumbers() {
    assertThat(
            ClientSentences.of(study(List.of(), policy("a", 20, 0.9991), policy("b", 30, 0.9990))))
        .containsExactly(
            "Fewest connections are lost under a: 20.0 ± 2.0 per guest and year; next is b with"
                + " 30.0 ± 2.0 (no paired difference).",
            "Client availability is highest under a, 99.9100 %; next is b with 99.9000 % (no paired"
                + " difference).");
  }

  @Test
  void of_onePolicy_comparesNothing() {
    assertThat(ClientSentences.of(study(List.of(), policy("a", 20, 0.9991))))
        .containsExactly(
            "Connections lost: 20.0 ± 2.0 per guest and year under a.",
            "Client availability: 99.9100 % under a.");
  }

  @Test
  void of_studyWithoutClients_isEmpty() {
    assertThat(ClientSentences.of(Samples.main())).isEmpty();
  }

  @Test
  void figure_lostConnections_putsTheFewestFirstWithTheirTotals() throws IOException {
    List<Figure> figures = Plots.figures(three(interval(-100, 3)));
    assertThat(figures).extracting(Figure::name).contains("connections-lost-by-cause");
    Figure lost =
        figures.stream()
            .filter(figure -> figure.name().equals("connections-lost-by-cause"))
            .findFirst()
            .orElseThrow();
    assertThat(Plots.svg(lost))
        .containsSubsequence("20.0 ± 2.0", "120.0 ± 2.0", "900.0 ± 2.0")
        .contains("cold-reboot");
  }
}
