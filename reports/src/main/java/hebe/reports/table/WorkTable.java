package hebe.reports.table;

import hebe.reports.answer.Findings;
import hebe.reports.answer.Ranking;
import hebe.reports.answer.Sweeps;
import hebe.reports.answer.Work;
import hebe.reports.number.EstimateText;
import hebe.sim.result.PolicyResult;
import hebe.sim.result.StudyResult;
import hebe.sim.stat.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What self-virtualizing hosts get done and in which mode they run, under every policy, by group of
 * hosts; policies stand best first.
 */
public final class WorkTable {
  private static final List<Column> COLUMNS =
      List.of(
          new Column(
              "work done [" + Work.UNIT.label() + "/year]",
              Work.DONE,
              done -> EstimateText.of(Work.inUnits(done))),
          new Column(
              "of the year [%]", Work.DONE, done -> EstimateText.share(Work.ofTheYear(done))),
          new Column(
              "work lost [" + Work.UNIT.label() + "/year]",
              Work.LOST,
              lost -> EstimateText.of(Work.inUnits(lost))),
          new Column("guests served [%]", "guests-served", EstimateText::percent),
          new Column("attaches [1/year]", "toggles-per-year", EstimateText::of),
          new Column("time on the VMM [%]", "time-virtual", EstimateText::share));

  private WorkTable() {}

  private record Column(String header, String metric, Function<Estimate, String> writer) {
    Optional<Estimate> find(PolicyResult policy, String group) {
      return Findings.total(policy, metric, group);
    }
  }

  /** The table; empty for a study without such hosts. */
  public static Optional<DataTable> of(StudyResult study) {
    List<String> groups = Work.groups(study);
    if (groups.isEmpty()) {
      return Optional.empty();
    }
    List<Column> columns =
        COLUMNS.stream()
            .filter(
                column ->
                    study.policies().stream()
                        .anyMatch(
                            p -> groups.stream().anyMatch(g -> column.find(p, g).isPresent())))
            .toList();
    List<String> header = new ArrayList<>(List.of("hosts", "policy"));
    columns.forEach(column -> header.add(column.header()));
    List<List<String>> rows = new ArrayList<>();
    for (String group : groups) {
      for (Ranking.Place place : Ranking.of(study).places()) {
        List<String> row = new ArrayList<>(List.of(group, place.label()));
        columns.forEach(
            column -> row.add(column.find(place.policy(), group).map(column.writer()).orElse("-")));
        rows.add(row);
      }
    }
    return Optional.of(new DataTable(title(study), header, rows));
  }

  private static String title(StudyResult study) {
    return "Work and modes of one host; work in time of an unchanged native system"
        + Sweeps.points(study)
        + Work.caveat(study);
  }
}
