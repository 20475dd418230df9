package hebe.reports.table;

import static org.assertj.core.api.Assertions.assertThat;

import hebe.sim.result.Metric;
import hebe.sim.result.MetricId;
import hebe.sim.result.PolicyResult;
import hebe.sim.result.StudyResult;
import hebe.sim.stat.Estimate;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ExactTableTest {
  @Test
  void tables_groupBySubject_andSayWhatLiesInside() {
    StudyResult study =
        study(
            metric("unavailability", "all", "1", interval(5e-5, 6e-5), 5.6e-5),
            metric("outages-per-year", "all", "1/year", interval(1, 2), 2.5),
            metric("mean-outage", "all", "s", new Estimate.NoData(), 1800),
            metric("unavailability", "web", "1", interval(5e-5, 6e-5), 5.6e-5),
            metric("outages-per-year", "web", "1/year", interval(1, 2), 2.5),
            metric("mean-outage", "web", "s", new Estimate.NoData(), 1800),
            metric("unavailability", "host", "1", interval(0, 0), 1e-12),
            byCause("outages-per-year", "host", "vmm-crash", interval(1, 3), 1));

    List<DataTable> tables = ExactTable.of(study);

    assertThat(tables).hasSize(1);
    assertThat(tables.get(0).title()).isEqualTo("Simulated and exact, policy warm");
    assertThat(tables.get(0).rows())
        .containsExactly(
            List.of(
                "all, web", "unavailability", "", "1", "(5.50 ± 0.50)e-5", "5.600000000e-5", "yes"),
            List.of("", "outages-per-year", "", "1/year", "1.50 ± 0.50", "2.5", "no"),
            List.of("", "mean-outage", "", "s", "no data", "1800", "no interval"),
            List.of("host", "unavailability", "", "1", "0", "1.000000000e-12", "no interval"),
            List.of("", "outages-per-year", "vmm-crash", "1/year", "2.0 ± 1.0", "1", "yes"));
    assertThat(ExactTable.coverage(study))
        .contains("2 of 3 exact values lie inside their 95 % intervals; about 95 % are expected.");
    assertThat(StudyTable.render(study)).endsWith("about 95 % are expected.\n");
  }

  @Test
  void withoutExactValues_thereIsNothing() {
    StudyResult study =
        study(
            new Metric(
                MetricId.total("unavailability", "all", "1"),
                interval(0, 1),
                OptionalDouble.empty()));
    assertThat(ExactTable.of(study)).isEmpty();
    assertThat(ExactTable.coverage(study)).isEmpty();
  }

  private static Estimate interval(double low, double high) {
    return new Estimate.Interval((low + high) / 2, low, high, 0.95, Estimate.Method.STUDENT, 10);
  }

  private static Metric metric(
      String name, String subject, String unit, Estimate estimate, double exact) {
    return new Metric(MetricId.total(name, subject, unit), estimate, OptionalDouble.of(exact));
  }

  private static Metric byCause(
      String name, String subject, String cause, Estimate estimate, double exact) {
    return new Metric(
        MetricId.byCause(name, subject, cause, "1/year"), estimate, OptionalDouble.of(exact));
  }

  private static StudyResult study(Metric... metrics) {
    PolicyResult policy =
        new PolicyResult("warm", Map.of(), 10, List.of(metrics), List.of(), List.of(), List.of());
    return new StudyResult(
        "A study", "", "00", 1, 0.95, 3600, List.of(policy), List.of(), List.of());
  }
}
