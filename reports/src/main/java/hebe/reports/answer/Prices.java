package hebe.reports.answer;

import hebe.reports.number.EstimateText;
import hebe.sim.result.Comparison;
import hebe.sim.result.MetricId;
import hebe.sim.result.PolicyResult;
import hebe.sim.result.StudyResult;
import hebe.sim.stat.Estimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What policies cost, in words. */
public final class Prices {
  private Prices() {}

  /**
   * Which policy costs least, at its cheapest point, and how much more the others do; empty if
   * nothing is priced or there is one policy only.
   */
  public static List<String> sentences(StudyResult study) {
    List<PolicyResult> cheapest =
        Sweeps.byPolicy(study).values().stream()
            .flatMap(points -> Sweeps.leastOf(points, Findings.COST_PER_YEAR).stream())
            .sorted(Comparator.comparingDouble(Prices::mean))
            .toList();
    List<String> sentences = new ArrayList<>();
    for (int i = 1; i < cheapest.size(); i++) {
      if (i == 1) {
        PolicyResult best = cheapest.get(0);
        sentences.add(best.label() + " costs least: " + text(best, cost(best)) + ".");
      }
      sentences.add("  " + more(study, cheapest.get(0), cheapest.get(i)));
    }
    return sentences;
  }

  /** An amount per year with its currency: {@code 1333 ± 88 EUR per year}. */
  static String text(PolicyResult of, Estimate perYear) {
    String currency =
        of.metrics().stream()
            .map(metric -> metric.id())
            .filter(id -> id.name().equals(Findings.COST_PER_YEAR))
            .map(id -> id.unit().replaceFirst("^1/year$|/year$", ""))
            .findFirst()
            .orElse("");
    return EstimateText.of(perYear, currency) + " per year";
  }

  private static String more(StudyResult study, PolicyResult best, PolicyResult other) {
    Optional<Estimate> behind = difference(study, best, other);
    if (behind.isEmpty() || EstimateText.mean(behind.get()).isEmpty()) {
      return other.label() + ": the study has no paired difference.";
    }
    return other.label()
        + " costs "
        + text(best, behind.get())
        + " more"
        + (Sentences.mayBeZero(behind.get()) ? ": not significant." : ".");
  }

  private static Optional<Estimate> difference(
      StudyResult study, PolicyResult best, PolicyResult other) {
    for (Comparison pair : study.comparisons()) {
      MetricId id = pair.metric();
      if (id.name().equals(Findings.COST_PER_YEAR) && id.subject().equals(Findings.ALL)) {
        if (pair.a().equals(other.label()) && pair.b().equals(best.label())) {
          return Optional.of(pair.difference());
        }
        if (pair.a().equals(best.label()) && pair.b().equals(other.label())) {
          return Optional.of(EstimateText.negated(pair.difference()));
        }
      }
    }
    return Optional.empty();
  }

  private static Estimate cost(PolicyResult policy) {
    return Findings.total(policy, Findings.COST_PER_YEAR, Findings.ALL)
        .orElse(new Estimate.NoData());
  }

  private static double mean(PolicyResult policy) {
    return EstimateText.mean(cost(policy)).orElse(Double.MAX_VALUE);
  }
}
