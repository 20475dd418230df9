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

/**
 * The policies best first, by the mean of {@link Sweeps#criterion} of one subject (by its
 * unavailability where a study has no downtime), with the differences to the best. Policies without
 * a number come last.
 *
 * @param objective the metric by which they are ranked
 * @param subject the subject that is ranked
 * @param places best first
 */
public record Ranking(String objective, String subject, List<Place> places) {
  public Ranking {
    places = List.copyOf(places);
  }

  /**
   * One policy in the ranking.
   *
   * @param policy the policy
   * @param downtime its downtime in seconds per year
   * @param behindBest how much more of the objective than the best it has, in seconds or currency
   *     per year, from the paired comparison; empty for the best, and where the study has no
   *     comparison
   */
  public record Place(PolicyResult policy, Estimate downtime, Optional<Estimate> behindBest) {
    /** The policy's name with its sweep point. */
    public String label() {
      return Findings.label(policy);
    }
  }

  private static final double YEAR_SECONDS = 365 * 86_400.0;

  /** The ranking by the study's criterion and main subject. */
  public static Ranking of(StudyResult study) {
    String subject = Findings.mainSubject(study);
    String objective = Sweeps.criterion(study);
    List<PolicyResult> ordered = new ArrayList<>(study.policies());
    ordered.sort(Comparator.comparingDouble(policy -> mean(policy, objective, subject)));
    List<Place> places = new ArrayList<>();
    for (PolicyResult policy : ordered) {
      Optional<Estimate> behind =
          places.isEmpty()
              ? Optional.empty()
              : difference(study, objective, subject, policy, places.get(0).policy());
      places.add(new Place(policy, downtime(policy, subject), behind));
    }
    return new Ranking(objective, subject, places);
  }

  private static double mean(PolicyResult policy, String objective, String subject) {
    Estimate estimate =
        objective.equals(Findings.DOWNTIME_PER_YEAR)
            ? downtime(policy, subject)
            : Findings.total(policy, objective, subject).orElse(new Estimate.NoData());
    return EstimateText.mean(estimate).orElse(Double.MAX_VALUE);
  }

  private static Estimate downtime(PolicyResult policy, String subject) {
    return Findings.total(policy, Findings.DOWNTIME_PER_YEAR, subject)
        .or(
            () ->
                Findings.unavailability(policy, subject)
                    .map(share -> EstimateText.times(share, YEAR_SECONDS)))
        .orElse(new Estimate.NoData());
  }

  private static Optional<Estimate> difference(
      StudyResult study, String objective, String subject, PolicyResult a, PolicyResult b) {
    for (Comparison comparison : study.comparisons()) {
      if (!Findings.isTotal(comparison.metric(), objective, subject)) {
        continue;
      }
      if (names(comparison.a(), a) && names(comparison.b(), b)) {
        return Optional.of(comparison.difference());
      }
      if (names(comparison.a(), b) && names(comparison.b(), a)) {
        return Optional.of(EstimateText.negated(comparison.difference()));
      }
    }
    return Optional.empty();
  }

  private static boolean names(String name, PolicyResult policy) {
    return name.equals(Findings.label(policy));
  }
}
