package hebe.reports.answer;

import hebe.reports.number.EstimateText;
import hebe.sim.result.Metric;
import hebe.sim.result.Outage;
import hebe.sim.result.PolicyResult;
import hebe.sim.result.StudyResult;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The causes of downtime in a study, planned ones first, each group in order of appearance. */
public final class Causes {

  /** Whether somebody decided that an outage should happen. */
  public enum Kind {
    /** Decided by a policy. */
    PLANNED,
    /** A failure. */
    UNPLANNED,
    /** The traced replication has no outage of this cause, so it does not say. */
    UNKNOWN
  }

  /**
   * One cause.
   *
   * @param name the cause, for example {@code warm-reboot}
   * @param kind as the outages of the traced replication say it
   */
  public record Named(String name, Kind kind) {
    /** The name with its kind in parentheses, if that is known. */
    public String label() {
      return switch (kind) {
        case PLANNED -> name + " (planned)";
        case UNPLANNED -> name + " (unplanned)";
        case UNKNOWN -> name;
      };
    }
  }

  private Causes() {}

  /** The causes to which any policy owes downtime of the subject. */
  public static List<Named> of(StudyResult study, String subject) {
    return of(study, Findings.DOWNTIME_PER_YEAR, subject);
  }

  /** The causes that have a part of the metric of the subject under any policy. */
  public static List<Named> of(StudyResult study, String of, String subject) {
    Set<String> names = new LinkedHashSet<>();
    for (PolicyResult policy : study.policies()) {
      for (Metric metric : policy.metrics()) {
        boolean ofSubject = metric.id().name().equals(of) && metric.id().subject().equals(subject);
        if (ofSubject && EstimateText.mean(metric.estimate()).orElse(0) > 0) {
          metric.id().cause().ifPresent(names::add);
        }
      }
    }
    List<Named> causes = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      names.stream()
          .map(name -> new Named(name, kind(study, name)))
          .filter(cause -> cause.kind() == kind)
          .forEach(causes::add);
    }
    return causes;
  }

  private static Kind kind(StudyResult study, String name) {
    for (PolicyResult policy : study.policies()) {
      for (Outage outage : policy.outages()) {
        if (outage.cause().name().equals(name)) {
          return outage.cause().planned() ? Kind.PLANNED : Kind.UNPLANNED;
        }
      }
    }
    return Kind.UNKNOWN;
  }
}
