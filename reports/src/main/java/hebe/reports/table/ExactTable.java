package hebe.reports.table;

import hebe.reports.answer.Findings;
import hebe.reports.number.EstimateText;
import hebe.reports.number.Numbers;
import hebe.sim.result.Metric;
import hebe.sim.result.PolicyResult;
import hebe.sim.result.StudyResult;
import hebe.sim.stat.Estimate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Simulated values beside exact ones, one table for each policy. */
public final class ExactTable {
  private static final List<String> HEADER =
      List.of("subject", "metric", "cause", "unit", "simulated", "exact", "exact value inside");
  private static final int DIGITS = 10;
  private static final String INSIDE = "yes";
  private static final String OUTSIDE = "no";

  private ExactTable() {}

  /** The tables of the policies of which exact values are known. */
  public static List<DataTable> of(StudyResult study) {
    return study.policies().stream()
        .map(ExactTable::of)
        .filter(table -> !table.rows().isEmpty())
        .toList();
  }

  private static DataTable of(PolicyResult policy) {
    Map<String, List<List<String>>> bySubject = new LinkedHashMap<>();
    for (Metric metric : policy.metrics()) {
      if (metric.exact().isPresent()) {
        bySubject
            .computeIfAbsent(metric.id().subject(), subject -> new ArrayList<>())
            .add(row(metric, metric.exact().getAsDouble()));
      }
    }
    return new DataTable(
        "Simulated and exact, policy " + Findings.label(policy), HEADER, SubjectRows.of(bySubject));
  }

  private static List<String> row(Metric metric, double exact) {
    boolean share = metric.id().name().equals(Findings.UNAVAILABILITY);
    return List.of(
        metric.id().name(),
        metric.id().cause().orElse(""),
        metric.id().unit(),
        share ? EstimateText.unavailability(metric.estimate()) : EstimateText.of(metric.estimate()),
        share ? Numbers.scientific(exact, DIGITS) : Numbers.significant(exact, DIGITS),
        inside(metric.estimate(), exact));
  }

  private static String inside(Estimate estimate, double exact) {
    if (!(estimate instanceof Estimate.Interval interval) || interval.low() == interval.high()) {
      return "no interval";
    }
    return interval.low() <= exact && exact <= interval.high() ? INSIDE : OUTSIDE;
  }

  /** How many exact values of the tables lie inside their intervals; empty if there are none. */
  public static Optional<String> coverage(StudyResult study) {
    List<String> verdicts =
        of(study).stream()
            .flatMap(table -> table.rows().stream())
            .map(row -> row.get(row.size() - 1))
            .toList();
    long inside = verdicts.stream().filter(INSIDE::equals).count();
    long judged = inside + verdicts.stream().filter(OUTSIDE::equals).count();
    String level = Numbers.significant(100 * study.confidence(), 4) + " %";
    return judged == 0
        ? Optional.empty()
        : Optional.of(
            inside
                + " of "
                + judged
                + " exact values lie inside their "
                + level
                + " intervals; about "
                + level
                + " are expected.");
  }
}
