package hebe.reports.table;

import hebe.reports.answer.Findings;
import hebe.reports.answer.Ranking;
import hebe.reports.answer.Sweeps;
import hebe.reports.number.EstimateText;
import hebe.sim.result.StudyResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The capacity of all subjects under all policies at a glance. */
public final class CapacityTable {
  private CapacityTable() {}

  /** The table; empty unless several subjects beside the main one have a capacity. */
  public static Optional<DataTable> of(StudyResult study, String mainSubject) {
    List<Ranking.Place> places = Ranking.of(study).places();
    List<String> subjects =
        Findings.subjects(study).stream()
            .filter(subject -> !subject.equals(mainSubject))
            .filter(
                subject ->
                    study.policies().stream()
                        .anyMatch(p -> Findings.total(p, Findings.CAPACITY, subject).isPresent()))
            .toList();
    if (subjects.size() < 2) {
      return Optional.empty();
    }
    List<String> header = new ArrayList<>(List.of("subject"));
    places.forEach(place -> header.add(place.label()));
    List<List<String>> rows = new ArrayList<>();
    for (String subject : subjects) {
      List<String> row = new ArrayList<>(List.of(subject));
      for (Ranking.Place place : places) {
        row.add(
            Findings.total(place.policy(), Findings.CAPACITY, subject)
                .map(EstimateText::share)
                .orElse("-"));
      }
      rows.add(row);
    }
    String title = "Capacity [%] by subject and policy" + Sweeps.points(study);
    return Optional.of(new DataTable(title, header, rows));
  }
}
