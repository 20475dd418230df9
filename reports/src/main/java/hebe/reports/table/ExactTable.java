package hebe.reports.table;

import hebe.reports.number.EstimateText;
import hebe.reports.number.Numbers;
import hebe.sim.result.Metric;
import hebe.sim.result.PolicyResult;
import hebe.sim.result.StudyResult;
import hebe.sim.stat.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Simulated unavailabilities beside exact ones. */
public final class ExactTable {
  private static final int DIGITS = 10;

  private ExactTable() {}

  /** The table; empty if no exact value is known. */
  public static Optional<DataTable> of(StudyResult study) {
    List<List<String>> rows = new ArrayList<>();
    for (PolicyResult policy : study.policies()) {
      for (Metric metric : policy.metrics()) {
        if (metric.exact().isPresent() && metric.id().name().equals("unavailability")) {
          rows.add(row(policy, metric));
        }
      }
    }
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new DataTable(
                "Unavailability, simulated and exact",
                List.of(
                    "policy", "subject", "simulated", "exact", "exact value inside the interval"),
                rows));
  }

  private static List<String> row(PolicyResult policy, Metric metric) {
    double exact = metric.exact().orElseThrow();
    return List.of(
        policy.policy(),
        metric.id().subject(),
        EstimateText.unavailability(metric.estimate()),
        exact == 0 ? "0" : Numbers.scientific(exact, DIGITS),
        inside(metric.estimate(), exact));
  }

  private static String inside(Estimate estimate, double exact) {
    if (estimate instanceof Estimate.Interval interval) {
      return interval.low() <= exact && exact <= interval.high() ? "yes" : "no";
    }
    return "no interval";
  }
}
