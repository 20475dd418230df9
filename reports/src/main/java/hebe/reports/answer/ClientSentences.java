package hebe.reports.answer;

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
    String perYear = " per guest and year";
    String figure = EstimateText.of(total(best, Findings.CONNECTIONS_LOST)) + perYear;
    if (byLost.size() == 1) {
      return "Connections lost: " + figure + " under " + best.label() + ".";
    }
    PolicyResult next = byLost.get(1);
    String first = "Fewest connections are lost under " + best.label() + ": " + figure + "; ";
    Optional<Estimate> more = behind(study, Findings.CONNECTIONS_LOST, best, next);
    if (more.isEmpty()) {
      String other = EstimateText.of(total(next, Findings.CONNECTIONS_LOST));
      return first + "next is " + next.label() + " with " + other + " (no paired difference).";
    }
    return isExactlyZero(more.get())
        ? first + "under " + next.label() + " exactly as many."
        : first
            + EstimateText.of(more.get())
            + " more under "
            + next.label()
            + doubt(more.get())
            + ".";
  }

  private static String available(StudyResult study, List<PolicyResult> byAvailability) {
    PolicyResult best = byAvailability.get(0);
    String figure = EstimateText.percent(total(best, Findings.CLIENT_AVAILABILITY)) + " %";
    if (byAvailability.size() == 1) {
      return "Client availability: " + figure + " under " + best.label() + ".";
    }
    PolicyResult next = byAvailability.get(1);
    String first = "Client availability is highest under " + best.label() + ", " + figure + "; ";
    Optional<Estimate> less = behind(study, Findings.CLIENT_AVAILABILITY, next, best);
    if (less.isEmpty()) {
      String other = EstimateText.percent(total(next, Findings.CLIENT_AVAILABILITY));
      return first + "next is " + next.label() + " with " + other + " % (no paired difference).";
    }
    return isExactlyZero(less.get())
        ? first + "exactly the same under " + next.label() + "."
        : first
            + "under "
            + next.label()
            + " clients wait in vain for "
            + Sentences.duration(EstimateText.times(less.get(), YEAR_SECONDS))
            + " more per year"
            + doubt(less.get())
            + ".";
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

  /** A metric of {@code other} minus that of {@code base}, if the study compares them. */
  private static Optional<Estimate> behind(
      StudyResult study, String metric, PolicyResult base, PolicyResult other) {
    for (Comparison pair : study.comparisons()) {
      boolean known =
          Findings.isTotal(pair.metric(), metric, Findings.ALL)
              && EstimateText.mean(pair.difference()).isPresent();
      if (known && pair.a().equals(other.label()) && pair.b().equals(base.label())) {
        return Optional.of(pair.difference());
      }
      if (known && pair.a().equals(base.label()) && pair.b().equals(other.label())) {
        return Optional.of(EstimateText.negated(pair.difference()));
      }
    }
    return Optional.empty();
  }
}
