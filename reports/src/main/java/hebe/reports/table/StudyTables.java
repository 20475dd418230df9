package hebe.reports.table;

import static hebe.reports.answer.Findings.CAPACITY;
import static hebe.reports.answer.Findings.COST_PER_YEAR;
import static hebe.reports.answer.Findings.DOWNTIME_PER_REJUVENATION;
import static hebe.reports.answer.Findings.DOWNTIME_PER_YEAR;
import static hebe.reports.answer.Findings.MEAN_OUTAGE;
import static hebe.reports.answer.Findings.OUTAGES_PER_YEAR;
import static hebe.reports.answer.Findings.OVERHEAD;

import hebe.reports.answer.Causes;
import hebe.reports.answer.CommonUnit;
import hebe.reports.answer.Findings;
import hebe.reports.answer.Ranking;
import hebe.reports.answer.Sweeps;
import hebe.reports.number.EstimateText;
import hebe.sim.result.Metric;
import hebe.sim.result.PolicyResult;
import hebe.sim.result.StudyResult;
import hebe.sim.stat.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The tables of a study, for the terminal and the report alike; policies stand best first. */
public final class StudyTables {
  /** Text of a cell for which the study has no metric. */
  private static final String ABSENT = "-";

  private StudyTables() {}

  /**
   * The subjects beside the main one whose policies fare differently: one group alone says what
   * {@code all} says.
   */
  public static List<String> others(StudyResult study, String mainSubject) {
    List<List<String>> main = outages(study, mainSubject).rows();
    return Findings.subjects(study).stream()
        .filter(name -> !name.equals(mainSubject))
        .filter(name -> !outages(study, name).rows().equals(main))
        .toList();
  }

  /** Availability, unavailability, downtime, outages of every policy, for one subject; costs. */
  public static DataTable policies(StudyResult study, String subject) {
    DataTable outages = outages(study, subject);
    List<String> header = new ArrayList<>(outages.header());
    List<List<String>> columns = new ArrayList<>();
    cost(header, columns, policies(study), subject);
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < outages.rows().size(); i++) {
      List<String> row = new ArrayList<>(outages.rows().get(i));
      int index = i;
      columns.forEach(column -> row.add(column.get(index)));
      rows.add(row);
    }
    return new DataTable(outages.title(), header, rows);
  }

  private static DataTable outages(StudyResult study, String subject) {
    List<PolicyResult> policies = policies(study);
    List<List<String>> columns = new ArrayList<>();
    List<String> header = new ArrayList<>();
    header.add("policy");
    columns.add(policies.stream().map(Findings::label).toList());
    header.add("availability [%]");
    columns.add(texts(policies, p -> Findings.availability(p, subject), EstimateText::percent));
    header.add("unavailability [1]");
    columns.add(
        texts(policies, p -> Findings.unavailability(p, subject), EstimateText::unavailability));
    duration(header, columns, policies, "downtime", "/year", subject, DOWNTIME_PER_YEAR);
    header.add("outages [1/year]");
    columns.add(
        texts(policies, p -> Findings.total(p, OUTAGES_PER_YEAR, subject), EstimateText::of));
    duration(header, columns, policies, "mean outage", "", subject, MEAN_OUTAGE);
    if (policies.stream().anyMatch(p -> observed(p, DOWNTIME_PER_REJUVENATION, subject))) {
      duration(
          header,
          columns,
          policies,
          "downtime per VMM rejuvenation",
          "",
          subject,
          DOWNTIME_PER_REJUVENATION);
    }
    share(header, columns, policies, CAPACITY, subject);
    share(header, columns, policies, OVERHEAD, subject);
    return new DataTable(
        "Policies, best first" + Sweeps.points(study) + "; subject " + subject,
        header,
        rows(columns));
  }

  /** The downtime per year of every policy split by cause, for one subject; the sum comes first. */
  public static DataTable causes(StudyResult study, String subject) {
    List<PolicyResult> policies = policies(study);
    List<Causes.Named> causes = Causes.of(study, subject);
    List<Optional<Estimate>> all = new ArrayList<>();
    for (PolicyResult policy : policies) {
      all.add(Findings.total(policy, DOWNTIME_PER_YEAR, subject));
    }
    CommonUnit unit = CommonUnit.of(all);
    List<List<String>> columns = new ArrayList<>();
    List<String> header = new ArrayList<>();
    header.add("policy");
    columns.add(policies.stream().map(Findings::label).toList());
    header.add("total");
    columns.add(texts(policies, p -> Findings.total(p, DOWNTIME_PER_YEAR, subject), unit::text));
    for (Causes.Named cause : causes) {
      header.add(cause.label());
      columns.add(
          texts(
              policies,
              p -> Findings.part(p, DOWNTIME_PER_YEAR, subject, cause.name()),
              unit::text));
    }
    String title =
        "Downtime by cause ["
            + unit.label()
            + "/year]"
            + Sweeps.points(study)
            + "; subject "
            + subject;
    return new DataTable(title, header, rows(columns));
  }

  private static List<PolicyResult> policies(StudyResult study) {
    return Ranking.of(study).places().stream().map(Ranking.Place::policy).toList();
  }

  /** The cost, if there is one of the subject. */
  private static void cost(
      List<String> header,
      List<List<String>> columns,
      List<PolicyResult> policies,
      String subject) {
    policies.stream()
        .flatMap(policy -> policy.metrics().stream())
        .map(Metric::id)
        .filter(id -> id.name().equals(COST_PER_YEAR) && id.subject().equals(subject))
        .findFirst()
        .ifPresent(
            id -> {
              header.add("cost [" + id.unit() + "]");
              columns.add(
                  texts(
                      policies, p -> Findings.total(p, COST_PER_YEAR, subject), EstimateText::of));
            });
  }

  private static void duration(
      List<String> header,
      List<List<String>> columns,
      List<PolicyResult> policies,
      String name,
      String per,
      String subject,
      String metric) {
    List<Optional<Estimate>> estimates =
        policies.stream().map(policy -> Findings.total(policy, metric, subject)).toList();
    CommonUnit unit = CommonUnit.of(estimates);
    header.add(name + " [" + unit.label() + per + "]");
    columns.add(texts(policies, p -> Findings.total(p, metric, subject), unit::text));
  }

  private static boolean observed(PolicyResult policy, String metric, String subject) {
    return Findings.total(policy, metric, subject).map(EstimateText::mean).stream()
        .anyMatch(OptionalDouble::isPresent);
  }

  /** A share in percent, where a policy has the metric. */
  private static void share(
      List<String> header,
      List<List<String>> columns,
      List<PolicyResult> policies,
      String metric,
      String subject) {
    if (policies.stream().anyMatch(p -> Findings.total(p, metric, subject).isPresent())) {
      header.add(metric + " [%]");
      columns.add(texts(policies, p -> Findings.total(p, metric, subject), EstimateText::share));
    }
  }

  private static List<String> texts(List<PolicyResult> policies, Finder finder, Writer writer) {
    return policies.stream()
        .map(policy -> finder.find(policy).map(writer::text).orElse(ABSENT))
        .toList();
  }

  private static List<List<String>> rows(List<List<String>> columns) {
    List<List<String>> rows = new ArrayList<>();
    for (int row = 0; row < columns.get(0).size(); row++) {
      int index = row;
      rows.add(columns.stream().map(column -> column.get(index)).toList());
    }
    return rows;
  }

  private interface Finder {
    Optional<Estimate> find(PolicyResult policy);
  }

  private interface Writer {
    String text(Estimate estimate);
  }
}
