package hebe.reports.table;

import hebe.reports.answer.Findings;
import hebe.reports.answer.Ranking;
import hebe.reports.number.EstimateText;
import hebe.sim.result.PolicyResult;
import hebe.sim.result.StudyResult;
import hebe.sim.stat.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the clients see under every policy, by group of guests; policies stand best first. */
public final class ClientTable {
  private static final List<String> METRICS =
      List.of(
          "client-availability",
          "client-stall",
          "client-stall-p50",
          "client-stall-p95",
          "client-stall-p99",
          "connections-lost-per-year",
          "requests-failed-per-year");

  private ClientTable() {}

  /** The table; empty for a study without clients. */
  public static Optional<DataTable> of(StudyResult study) {
    List<List<String>> rows = new ArrayList<>();
    for (String subject : subjects(study)) {
      for (Ranking.Place place : Ranking.of(study).places()) {
        rows.add(row(place.policy(), subject));
      }
    }
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new DataTable(
                "Clients; connections and requests of one guest",
                List.of(
                    "guests",
                    "policy",
                    "client availability [%]",
                    "stall [s]",
                    "median [s]",
                    "95 % [s]",
                    "99 % [s]",
                    "lost connections [1/year]",
                    "failed requests [1/year]"),
                rows));
  }

  /** The groups with clients; all of them together only if there are several. */
  private static List<String> subjects(StudyResult study) {
    List<String> with =
        Findings.subjects(study).stream()
            .filter(
                subject ->
                    study.policies().stream()
                        .anyMatch(p -> Findings.total(p, METRICS.get(0), subject).isPresent()))
            .toList();
    return with.size() == 2
        ? with.stream().filter(subject -> !subject.equals(Findings.ALL)).toList()
        : with;
  }

  private static List<String> row(PolicyResult policy, String subject) {
    List<String> row = new ArrayList<>(List.of(subject, Findings.label(policy)));
    for (String metric : METRICS) {
      Optional<Estimate> estimate = Findings.total(policy, metric, subject);
      boolean share = metric.equals(METRICS.get(0));
      row.add(estimate.map(e -> share ? EstimateText.percent(e) : EstimateText.of(e)).orElse("-"));
    }
    return row;
  }
}
