package hebe.reports.summary;

import hebe.reports.number.Numbers;
import hebe.sim.result.Metric;
import hebe.sim.result.PolicyResult;
import hebe.sim.result.StudyResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code metrics.csv}: one line for each metric of each policy and sweep point; the unit has its
 * own column. Where an exact value in the steady state is known, there is a column of these. In a
 * sweep the last columns have the swept values as numbers in their base units.
 */
public final class MetricsCsv {
  private MetricsCsv() {}

  /** The whole file. */
  public static String write(StudyResult study) {
    List<String> header =
        new ArrayList<>(
            List.of(
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
                "exact"));
    boolean longRun = study.policies().stream().anyMatch(policy -> !policy.longRun().isEmpty());
    if (longRun) {
      header.add("long-run");
    }
    Map<String, String> axes = new LinkedHashMap<>();
    study
        .policies()
        .forEach(policy -> policy.point().forEach((path, value) -> axes.put(path, value.unit())));
    axes.forEach((path, unit) -> header.add(path + " [" + unit + "]"));
    CsvTable table = new CsvTable(header.toArray(String[]::new));
    for (PolicyResult policy : study.policies()) {
      for (Metric metric : policy.metrics()) {
        List<String> row = new ArrayList<>(fields(policy, metric));
        if (longRun) {
          row.add(
              Optional.ofNullable(policy.longRun().get(metric.id()))
                  .map(Numbers::exact)
                  .orElse(""));
        }
        axes.keySet().forEach(path -> row.add(number(policy, path)));
        table.row(row);
      }
    }
    return table.text();
  }

  private static String number(PolicyResult policy, String path) {
    return Optional.ofNullable(policy.point().get(path))
        .map(value -> Numbers.exact(value.number()))
        .orElse("");
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
