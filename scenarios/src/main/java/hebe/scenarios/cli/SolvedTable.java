package hebe.scenarios.cli;

import hebe.models.fleet.ExactOperation;
import hebe.models.fleet.ExactValues;
import hebe.reports.number.Numbers;
import hebe.reports.table.ConsoleTable;
import hebe.reports.table.DataTable;
import hebe.reports.table.SubjectRows;
import hebe.scenarios.build.ExactStudy;
import hebe.sim.result.MetricId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The exact values of every policy, over the horizon and in the long run, as one table each. */
final class SolvedTable {
  private static final List<String> HEADER =
      List.of("subject", "metric", "cause", "unit", "over the horizon", "in the long run");
  private static final int DIGITS = 10;

  private final ExactStudy study;
  private final Map<String, ExactValues> longRun = new LinkedHashMap<>();

  SolvedTable(ExactStudy study) {
    this.study = study;
    study.solved().forEach((policy, operation) -> longRun.put(policy, operation.inTheLongRun()));
  }

  /** The tables, with a free line between two of them. */
  String render(String scenario) {
    return study.solved().entrySet().stream()
        .map(solved -> ConsoleTable.render(table(scenario, solved.getKey(), solved.getValue())))
        .collect(Collectors.joining("\n"));
  }

  /** Why policies have no values in the long run, in lines. */
  List<String> gaps() {
    Map<String, List<String>> missing = new LinkedHashMap<>();
    longRun.forEach((run, values) -> missing.put(run, values.missing()));
    return study.gaps("no exact values in the long run", missing);
  }

  private DataTable table(String scenario, String policy, ExactOperation operation) {
    Map<String, List<List<String>>> bySubject = new LinkedHashMap<>();
    Map<MetricId, Double> now = study.overHorizon().get(policy).values();
    Map<MetricId, Double> later = longRun.get(policy).values();
    Set<MetricId> metrics = new LinkedHashSet<>(now.keySet());
    metrics.addAll(later.keySet());
    for (MetricId metric : metrics) {
      bySubject
          .computeIfAbsent(metric.subject(), subject -> new ArrayList<>())
          .add(
              List.of(
                  metric.name(),
                  metric.cause().orElse(""),
                  metric.unit(),
                  text(Optional.ofNullable(now.get(metric))),
                  text(Optional.ofNullable(later.get(metric)))));
    }
    String title = scenario + ", policy " + policy + ", exact (" + operation.states() + " states)";
    return new DataTable(title, HEADER, SubjectRows.of(bySubject));
  }

  private static String text(Optional<Double> value) {
    return value.map(number -> Numbers.significant(number, DIGITS)).orElse("-");
  }
}
