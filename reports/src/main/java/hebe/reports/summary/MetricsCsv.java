package hebe.reports.summary;

import hebe.reports.number.Numbers;
import hebe.sim.result.Metric;
import hebe.sim.result.PolicyResult;
import hebe.sim.result.StudyResult;
import java.util.List;

/** {@code metrics.csv}: one line for each metric of each policy; the unit has its own column. */
public final class MetricsCsv {
  private MetricsCsv() {}

  /** The whole file. */
  public static String write(StudyResult study) {
    CsvTable table =
        new CsvTable(
            "policy",
            "point",
            "replications",
            "metric",
            "subject",
            "cause",
            "unit",
            "mean",
            "low",
            "high",
            "interval",
            "n",
            "exact");
    for (PolicyResult policy : study.policies()) {
      policy.metrics().forEach(metric -> table.row(fields(policy, metric)));
    }
    return table.text();
  }

  private static List<String> fields(PolicyResult policy, Metric metric) {
    EstimateFields estimate = EstimateFields.of(metric.estimate());
    return List.of(
        policy.policy(),
        CsvTable.point(policy.point()),
        Integer.toString(policy.replications()),
        metric.id().name(),
        metric.id().subject(),
        metric.id().cause().orElse(""),
        metric.id().unit(),
        estimate.mean().orElse(""),
        estimate.low().orElse(""),
        estimate.high().orElse(""),
        estimate.interval(),
        Integer.toString(estimate.count()),
        metric.exact().isPresent() ? Numbers.exact(metric.exact().getAsDouble()) : "");
  }
}
