package hebe.reports.table;

import static org.assertj.core.api.Assertions.assertThat;

import hebe.reports.answer.Answer;
import hebe.reports.html.ReportHtml;
import hebe.reports.plot.Plots;
import hebe.sim.result.Metric;
import hebe.sim.result.MetricId;
import hebe.sim.result.PolicyResult;
import hebe.sim.result.Scaling;
import hebe.sim.result.StudyResult;
import hebe.sim.result.SweepValue;
import hebe.sim.stat.Estimate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class WorkTableTest {
  private static final double DAY = 86_400;
  private static final Scaling FORM =
      new Scaling(
          "break-even of node",
          "stays per day",
          "gain [%]",
          List.of(new Scaling.Series("overhead 2 %, even at 19200 per day", List.of())),
          List.of(),
          true);

  private static Metric metric(String name, String subject, String unit, double mean, double half) {
    Estimate estimate =
        new Estimate.Interval(mean, mean - half, mean + half, 0.95, Estimate.Method.STUDENT, 9);
    return new Metric(MetricId.total(name, subject, unit), estimate, OptionalDouble.empty());
  }

  private static PolicyResult result(String policy, int minutes, double doneDays) {
    Map<String, SweepValue> point =
        minutes == 0
            ? Map.of()
            : Map.of("hosts.node.every", new SweepValue(minutes + " min", 60.0 * minutes, "s"));
    // More work, more downtime, so that the best by one is not the best by the other.
    List<Metric> metrics =
        List.of(
            metric("unavailability", "all", "1", doneDays / 1e5, 1e-6),
            metric("downtime-per-year", "all", "s/year", 10 * doneDays, 1),
            metric("capacity", "node", "1", 0.9, 0.01),
            metric("capacity", "web", "1", 0.8, 0.01),
            metric("toggles-per-year", "node", "1/year", 5840, 20),
            metric("time-virtual", "node", "1", 0.016, 0.001),
            metric("work-done-per-year", "node", "s/year", doneDays * DAY, DAY),
            metric("work-lost-per-year", "node", "s/year", 3 * DAY, 0.1 * DAY));
    return new PolicyResult(policy, point, 9, metrics, List.of(), List.of(), List.of(), Map.of());
  }

  private static StudyResult study(PolicyResult... results) {
    return new StudyResult(
        "Work", "", "ab", 1, 0.95, 365 * DAY, List.of(results), List.of(), List.of(FORM));
  }

  private static StudyResult swept() {
    return study(result("self", 60, 330), result("self", 90, 340), result("native", 0, 292));
  }

  @Test
  void table_worksOfAHost_showsThemInDaysAndAsSharesOfTheYear() {
    DataTable table = WorkTable.of(study(result("self", 0, 346.75))).orElseThrow();
    assertThat(table.title()).endsWith("capacity includes work that is lost again");
    assertThat(table.header())
        .containsExactly(
            "hosts",
            "policy",
            "work done [days/year]",
            "of the year [%]",
            "work lost [days/year]",
            "attaches [1/year]",
            "time on the VMM [%]");
    // 346.75 / 365 = 95 %, 1 / 365 = 0.27 %
    assertThat(table.rows())
        .containsExactly(
            List.of(
                "node",
                "self",
                "346.8 ± 1.0",
                "95.00 ± 0.27",
                "3.00 ± 0.10",
                "5840 ± 20",
                "1.60 ± 0.10"));
  }

  @Test
  void answer_sweep_namesThePointWithMostWorkDone() {
    // 340 / 365 = 93.15 %
    assertThat(Answer.of(swept()).work())
        .containsExactly(
            "self [hosts.node.every=90 min] gets the most work done, by the means: 340.0 ± 1.0 days per year,"
                + " 93.15 ± 0.27 % of the year; next is native with 292.0 ± 1.0 days per year.",
            "Closed form, break-even of node (stays per day): overhead 2 %, even at 19200 per"
                + " day.");
  }

  @Test
  void sweep_withWork_hasAColumnAndACurveOfIt() throws IOException {
    DataTable table = SweepTable.of(swept()).orElseThrow();
    assertThat(table.title()).endsWith("capacity includes work that is lost again");
    int column = table.header().indexOf("work done, node [days/year]");
    List<String> cells = new ArrayList<>();
    table.rows().forEach(row -> cells.add(row.get(column)));
    assertThat(cells).containsExactly("330.0 ± 1.0", "340.0 ± 1.0", "292.0 ± 1.0");
    assertThat(Plots.figures(swept()))
        .extracting(figure -> figure.name())
        .contains("sweep-work-done-per-year-hosts-node-every");
    assertThat(ReportHtml.write(swept(), List.of(), "1"))
        .contains("gets the most work done", "Work and modes", "even at 19200 per day");
  }

  @Test
  void capacity_severalSubjects_isOneTable() {
    DataTable table = CapacityTable.of(study(result("self", 0, 300)), "all").orElseThrow();
    assertThat(table.header()).containsExactly("subject", "self");
    assertThat(table.rows())
        .containsExactly(List.of("node", "90.0 ± 1.0"), List.of("web", "80.0 ± 1.0"));
    assertThat(CapacityTable.of(study(result("self", 0, 300)), "node")).isEmpty();
  }
}
