package hebe.scenarios.build;

import hebe.reports.number.Numbers;
import hebe.reports.table.DataTable;
import hebe.reports.table.SubjectRows;
import hebe.sim.exact.Derivative;
import hebe.sim.result.MetricId;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which delays matter most: for every metric how it changes with them over the horizon, ranked by
 * size.
 */
public final class SensitivityTable {
  private static final int MOST_SHOWN = 10;
  private static final MathContext DIGITS = new MathContext(5);

  private SensitivityTable() {}

  /** The name that stands for every metric. */
  public static final String ALL = "all";

  /**
   * The table of a policy.
   *
   * @param metric name of the metrics, or {@link #ALL}
   * @param sensitivities by metric
   */
  public static DataTable of(
      String policy, String metric, Map<MetricId, List<Derivative>> sensitivities) {
    Map<String, List<List<String>>> rows = new LinkedHashMap<>();
    sensitivities.forEach(
        (id, derivatives) -> {
          if (metric.equals(ALL) || metric.equals(id.name())) {
            rows.computeIfAbsent(id.subject(), subject -> new ArrayList<>())
                .addAll(rows(id, derivatives));
          }
        });
    return new DataTable(
        "Policy " + policy + ", by which delays metrics over the horizon change",
        List.of(
            "subject",
            "metric",
            "cause",
            "transition",
            "copies",
            "delay",
            "% per % of mean delay",
            "d/d ln(mean delay)",
            "d/d rate [s]"),
        SubjectRows.of(rows));
  }

  private static List<List<String>> rows(MetricId id, List<Derivative> derivatives) {
    List<Derivative> ranked =
        derivatives.stream()
            .sorted(Comparator.comparing(SensitivityTable::size).reversed())
            .limit(MOST_SHOWN)
            .toList();
    List<List<String>> rows = new ArrayList<>();
    for (Derivative derivative : ranked) {
      boolean first = rows.isEmpty();
      List<String> row = new ArrayList<>();
      row.add(first ? id.name() : "");
      row.add(first ? id.cause().orElse("") : "");
      row.addAll(cells(derivative));
      rows.add(row);
    }
    return rows;
  }

  /** As shown, so that what differs in rounding only stays in the order of declaration. */
  private static BigDecimal size(Derivative derivative) {
    return new BigDecimal(derivative.perLogRate()).abs().round(DIGITS);
  }

  private static List<String> cells(Derivative derivative) {
    return List.of(
        derivative.parameter().transition(),
        Integer.toString(derivative.parameter().copies()),
        derivative.parameter().timing(),
        derivative.elasticity().stream().mapToObj(e -> shown(-e)).findFirst().orElse("none"),
        shown(derivative.perLogMean()),
        derivative.perRate().stream().mapToObj(SensitivityTable::shown).findFirst().orElse(""));
  }

  private static String shown(double value) {
    return Numbers.exact(new BigDecimal(value).round(DIGITS).doubleValue());
  }
}
