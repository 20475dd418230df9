package hebe.reports.answer;

import hebe.reports.number.EstimateText;
import hebe.sim.result.Metric;
import hebe.sim.result.MetricId;
import hebe.sim.result.PolicyResult;
import hebe.sim.result.StudyResult;
import hebe.sim.stat.Estimate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Finds numbers in a study's result. */
public final class Findings {
  public static final String AVAILABILITY = "availability";
  public static final String UNAVAILABILITY = "unavailability";
  public static final String DOWNTIME_PER_YEAR = "downtime-per-year";
  public static final String OUTAGES_PER_YEAR = "outages-per-year";
  public static final String MEAN_OUTAGE = "mean-outage";
  public static final String COST_PER_YEAR = "cost-per-year";
  public static final String DOWNTIME_PER_REJUVENATION = "downtime-per-rejuvenation";
  public static final String CAPACITY = "capacity";
  public static final String OVERHEAD = "overhead";
  public static final String CLIENT_AVAILABILITY = "client-availability";
  public static final String CONNECTIONS_LOST = "connections-lost-per-year";

  /** The subject that stands for everything. */
  public static final String ALL = "all";

  private Findings() {}

  /** The name of a policy, with its sweep point if there is one: {@code warm [guests=11]}. */
  public static String label(PolicyResult policy) {
    return policy.label();
  }

  /** A metric's total over all causes, if the study has it. */
  public static Optional<Estimate> total(PolicyResult policy, String metric, String subject) {
    return metrics(policy, metric, subject).stream()
        .filter(found -> found.id().cause().isEmpty())
        .map(Metric::estimate)
        .findFirst();
  }

  /** The unit of a metric of everything together, if the study has the metric. */
  public static Optional<String> unit(StudyResult study, String metric) {
    return study.policies().stream()
        .flatMap(policy -> metrics(policy, metric, ALL).stream())
        .map(found -> found.id().unit())
        .findFirst();
  }

  /** The exact value of a metric of everything together over the horizon, if it is known. */
  public static OptionalDouble exact(PolicyResult policy, String metric) {
    return metrics(policy, metric, ALL).stream()
        .filter(found -> found.id().cause().isEmpty() && found.exact().isPresent())
        .mapToDouble(found -> found.exact().getAsDouble())
        .findFirst();
  }

  /** The exact value of a metric of everything together in the long run, if it is known. */
  public static OptionalDouble longRun(PolicyResult policy, String metric) {
    return metrics(policy, metric, ALL).stream()
        .filter(found -> found.id().cause().isEmpty())
        .filter(found -> policy.longRun().containsKey(found.id()))
        .mapToDouble(found -> policy.longRun().get(found.id()))
        .findFirst();
  }

  /** The part of a metric that is due to one cause, if the study has it. */
  public static Optional<Estimate> part(
      PolicyResult policy, String metric, String subject, String cause) {
    return metrics(policy, metric, subject).stream()
        .filter(found -> found.id().cause().equals(Optional.of(cause)))
        .map(Metric::estimate)
        .findFirst();
  }

  private static List<Metric> metrics(PolicyResult policy, String metric, String subject) {
    return policy.metrics().stream()
        .filter(found -> found.id().name().equals(metric) && found.id().subject().equals(subject))
        .toList();
  }

  /** Unavailability, in [0, 1], or 1 minus the availability where only that is known. */
  public static Optional<Estimate> unavailability(PolicyResult policy, String subject) {
    return total(policy, UNAVAILABILITY, subject)
        .or(() -> total(policy, AVAILABILITY, subject).map(EstimateText::complement));
  }

  /** Availability, in [0, 1], or 1 minus the unavailability where only that is known. */
  public static Optional<Estimate> availability(PolicyResult policy, String subject) {
    return total(policy, AVAILABILITY, subject)
        .or(() -> total(policy, UNAVAILABILITY, subject).map(EstimateText::complement));
  }

  /** All subjects of the study, in order of first appearance. */
  public static List<String> subjects(StudyResult study) {
    Set<String> subjects = new LinkedHashSet<>();
    for (PolicyResult policy : study.policies()) {
      policy.metrics().forEach(metric -> subjects.add(metric.id().subject()));
    }
    return new ArrayList<>(subjects);
  }

  /** The subject that the answer is about: {@code all}, or else the first one. */
  public static String mainSubject(StudyResult study) {
    List<String> subjects = subjects(study);
    return subjects.isEmpty() || subjects.contains(ALL) ? ALL : subjects.get(0);
  }

  /** Whether it is a metric of a subject over all causes. */
  public static boolean isTotal(MetricId id, String metric, String subject) {
    return id.name().equals(metric) && id.subject().equals(subject) && id.cause().isEmpty();
  }
}
