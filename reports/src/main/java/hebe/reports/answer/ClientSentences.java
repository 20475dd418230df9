package hebe.reports.answer;

import static java.util.stream.Collectors.joining;

import hebe.reports.number.EstimateText;
import hebe.sim.result.Comparison;
import hebe.sim.result.PolicyResult;
import hebe.sim.result.StudyResult;
import hebe.sim.stat.Estimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the policies mean for the clients of all guests, in words. */
public final class ClientSentences {
  private static final double YEAR_SECONDS = 365 * 86_400.0;
  private static final String UNPAIRED = " (no paired difference).";

  private ClientSentences() {}

  /**
   * Under which policy a guest loses the fewest connections, and under which its clients find it
   * available most, each beside the next; empty for a study without clients.
   */
  public static List<String> of(StudyResult whole) {
    StudyResult study = Sweeps.atTheirBest(whole);
    List<String> sentences = new ArrayList<>();
    List<PolicyResult> byLost = fewestLost(study);
    if (!byLost.isEmpty()) {
      sentences.add(lost(study, byLost));
    }
    List<PolicyResult> byAvailability = mostAvailable(study);
    if (!byAvailability.isEmpty()) {
      sentences.add(available(study, byAvailability));
    }
    return sentences;
  }

  /** The policies that know how many connections are lost, the fewest first. */
  public static List<PolicyResult> fewestLost(StudyResult study) {
    return sorted(study, Findings.CONNECTIONS_LOST, 1);
  }

  private static List<PolicyResult> mostAvailable(StudyResult study) {
    return sorted(study, Findings.CLIENT_AVAILABILITY, -1);
  }

  private static List<PolicyResult> sorted(StudyResult study, String metric, int sign) {
    return study.policies().stream()
        .filter(policy -> EstimateText.mean(total(policy, metric)).isPresent())
        .sorted(
            Comparator.comparingDouble(
                policy -> sign * EstimateText.mean(total(policy, metric)).getAsDouble()))
        .toList();
  }

  private static String lost(StudyResult study, List<PolicyResult> byLost) {
    PolicyResult best = byLost.get(0);
    String figure = EstimateText.of(total(best, Findings.CONNECTIONS_LOST)) + " per guest and year";
    if (byLost.size() == 1) {
      return "Connections lost: " + figure + " under " + best.label() + ".";
    }
    int ties = ties(study, Findings.CONNECTIONS_LOST, byLost);
    String first = "Fewest connections are lost under " + names(byLost, ties) + ": " + figure;
    if (ties == byLost.size()) {
      return first + ", exactly as many under each.";
    }
    PolicyResult next = byLost.get(ties);
    Optional<Estimate> more = difference(study, Findings.CONNECTIONS_LOST, next, best);
    String other = EstimateText.of(total(next, Findings.CONNECTIONS_LOST));
    return more.map(
            m -> first + "; " + EstimateText.of(m) + " more under " + next.label() + doubt(m) + ".")
        .orElse(first + "; next is " + next.label() + " with " + other + UNPAIRED);
  }

  private static String available(StudyResult study, List<PolicyResult> byAvailability) {
    PolicyResult best = byAvailability.get(0);
    String figure = EstimateText.percent(total(best, Findings.CLIENT_AVAILABILITY)) + " %";
    if (byAvailability.size() == 1) {
      return "Client availability: " + figure + " under " + best.label() + ".";
    }
    int ties = ties(study, Findings.CLIENT_AVAILABILITY, byAvailability);
    String first =
        "Client availability is highest under " + names(byAvailability, ties) + ", " + figure;
    if (ties == byAvailability.size()) {
      return first + ", exactly the same under each.";
    }
    PolicyResult next = byAvailability.get(ties);
    String other = EstimateText.percent(total(next, Findings.CLIENT_AVAILABILITY)) + " %";
    return difference(study, Findings.CLIENT_AVAILABILITY, best, next)
        .map(share -> first + "; under " + next.label() + waiting(share))
        .orElse(first + "; next is " + next.label() + " with " + other + UNPAIRED);
  }

  private static String waiting(Estimate share) {
    return " clients wait in vain for "
        + Sentences.duration(EstimateText.times(share, YEAR_SECONDS))
        + " more per year"
        + doubt(share)
        + ".";
  }

  /** How many of the first have exactly the value of the best in every replication, at least 1. */
  private static int ties(StudyResult study, String metric, List<PolicyResult> ordered) {
    int ties = 1;
    while (ties < ordered.size()
        && difference(study, metric, ordered.get(0), ordered.get(ties))
            .filter(ClientSentences::isExactlyZero)
            .isPresent()) {
      ties++;
    }
    return ties;
  }

  private static String names(List<PolicyResult> ordered, int count) {
    return ordered.stream().limit(count).map(PolicyResult::label).collect(joining(" and "));
  }

  private static boolean isExactlyZero(Estimate difference) {
    return EstimateText.mean(difference).orElse(1) == 0 && EstimateText.halfWidth(difference) == 0;
  }

  private static String doubt(Estimate difference) {
    return difference instanceof Estimate.NoInterval
        ? ": too few replications for an interval"
        : Sentences.mayBeZero(difference) ? ": not significant, the interval contains 0" : "";
  }

  private static Estimate total(PolicyResult policy, String metric) {
    return Findings.total(policy, metric, Findings.ALL).orElse(new Estimate.NoData());
  }

  /** A metric of one policy minus that of another, if the study compares them. */
  private static Optional<Estimate> difference(
      StudyResult study, String metric, PolicyResult one, PolicyResult other) {
    for (Comparison pair : study.comparisons()) {
      boolean known =
          Findings.isTotal(pair.metric(), metric, Findings.ALL)
              && EstimateText.mean(pair.difference()).isPresent();
      if (known && pair.a().equals(one.label()) && pair.b().equals(other.label())) {
        return Optional.of(pair.difference());
      }
      if (known && pair.a().equals(other.label()) && pair.b().equals(one.label())) {
        return Optional.of(EstimateText.negated(pair.difference()));
      }
    }
    return Optional.empty();
  }
}
