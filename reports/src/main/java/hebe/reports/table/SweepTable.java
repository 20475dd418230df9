package hebe.reports.table;

import hebe.reports.answer.BestPoint;
import hebe.reports.answer.CommonUnit;
import hebe.reports.answer.Findings;
import hebe.reports.answer.Sweeps;
import hebe.reports.answer.Work;
import hebe.reports.number.EstimateText;
import hebe.reports.number.Numbers;
import hebe.sim.result.PolicyResult;
import hebe.sim.result.StudyResult;
import hebe.sim.result.SweepValue;
import hebe.sim.stat.Estimate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** Every policy at every sweep point, grouped by policy, in the order of the sweep. */
public final class SweepTable {
  private static final int EXACT_DIGITS = 7;

  private final StudyResult study;
  private final List<String> header = new ArrayList<>();
  private final List<List<String>> rows = new ArrayList<>();

  private SweepTable(StudyResult study) {
    this.study = study;
    study.policies().forEach(result -> rows.add(new ArrayList<>()));
  }

  /** The table for everything together; empty without a sweep. */
  public static Optional<DataTable> of(StudyResult study) {
    if (!Sweeps.isSwept(study)) {
      return Optional.empty();
    }
    SweepTable table = new SweepTable(study);
    table.points();
    table.metrics();
    table.exact();
    table.standings();
    return Optional.of(
        new DataTable(
            "Points of the sweep; subject all" + Work.caveat(study), table.header, table.rows));
  }

  private void column(String name, Function<PolicyResult, String> text) {
    header.add(name);
    for (int i = 0; i < rows.size(); i++) {
      rows.get(i).add(text.apply(study.policies().get(i)));
    }
  }

  private void points() {
    column("policy", PolicyResult::policy);
    for (String path : Sweeps.paths(study)) {
      String name =
          study.policies().stream().map(PolicyResult::policy).distinct().count() == 1
              ? PolicyResult.shortened(study.policies().get(0).policy(), path)
              : path;
      column(
          name,
          result -> Optional.ofNullable(result.point().get(path)).map(SweepValue::text).orElse(""));
    }
  }

  private void metrics() {
    column(
        "unavailability [1]",
        result ->
            text(Findings.unavailability(result, Findings.ALL), EstimateText::unavailability));
    List<Optional<Estimate>> downtimes =
        study.policies().stream()
            .map(result -> Findings.total(result, Findings.DOWNTIME_PER_YEAR, Findings.ALL))
            .toList();
    CommonUnit unit = CommonUnit.of(downtimes);
    column(
        "downtime [" + unit.label() + "/year]",
        result ->
            text(Findings.total(result, Findings.DOWNTIME_PER_YEAR, Findings.ALL), unit::text));
    column(
        "outages [1/year]",
        result ->
            text(
                Findings.total(result, Findings.OUTAGES_PER_YEAR, Findings.ALL), EstimateText::of));
    for (String share : List.of(Findings.CAPACITY, Findings.OVERHEAD)) {
      Findings.unit(study, share)
          .ifPresent(one -> optional(share, share + " [%]", EstimateText::share));
    }
    for (String group : Work.groups(study)) {
      column(
          "work done, " + group + " [" + Work.UNIT.label() + "/year]",
          result ->
              text(
                  Findings.total(result, Work.DONE, group),
                  done -> EstimateText.of(Work.inUnits(done))));
    }
    Findings.unit(study, Findings.COST_PER_YEAR)
        .ifPresent(of -> optional(Findings.COST_PER_YEAR, "cost [" + of + "]", EstimateText::of));
  }

  private void optional(String metric, String header, Function<Estimate, String> writer) {
    column(header, result -> text(Findings.total(result, metric, Findings.ALL), writer));
  }

  /** The exact unavailability over the horizon, or where it is not known, in the long run. */
  private void exact() {
    if (study.policies().stream()
        .anyMatch(result -> Findings.exact(result, Findings.UNAVAILABILITY).isPresent())) {
      column(
          "exact unavailability [1]",
          result -> number(Findings.exact(result, Findings.UNAVAILABILITY)));
    }
    if (study.policies().stream()
        .anyMatch(result -> Findings.longRun(result, Findings.UNAVAILABILITY).isPresent())) {
      column(
          "exact in the long run [1]",
          result -> number(Findings.longRun(result, Findings.UNAVAILABILITY)));
    }
  }

  private void standings() {
    for (String objective : Sweeps.OBJECTIVES) {
      Map<String, String> standing = new LinkedHashMap<>();
      for (BestPoint best : Sweeps.best(study, objective)) {
        for (int i = 0; i < best.points().size(); i++) {
          standing.put(best.points().get(i).label(), best.standing(i).label());
        }
      }
      if (!standing.isEmpty()) {
        column("by " + Sweeps.noun(objective), result -> standing.getOrDefault(result.label(), ""));
      }
    }
  }

  private static String number(OptionalDouble share) {
    return share.isPresent() ? Numbers.scientific(share.getAsDouble(), EXACT_DIGITS) : "-";
  }

  private static String text(Optional<Estimate> estimate, Function<Estimate, String> writer) {
    return estimate.map(writer).orElse("-");
  }
}
