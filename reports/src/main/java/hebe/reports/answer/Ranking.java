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
 * The policies best first, by the mean downtime per year of one subject (or by its mean
 * unavailability where a study has no downtime), with the differences to the best. Policies without
 * a number come last.
 *
 * @param subject the subject that is ranked
 * @param places best first
 */
public record Ranking(String subject, List<Place> places) {
  public Ranking {
    places = List.copyOf(places);
  }

  /**
   * One policy in the ranking.
   *
   * @param policy the policy
   * @param downtime its downtime in seconds per year
   * @param behindBest how much more downtime than the best it has, in seconds per year, from the
   *     paired comparison; empty for the best, and where the study has no comparison
   */
  public record Place(PolicyResult policy, Estimate downtime, Optional<Estimate> behindBest) {
    /** The policy's name with its sweep point. */
    public String label() {
      return Findings.label(policy);
    }
  }

  private static final double YEAR_SECONDS = 365 * 86_400.0;

  /** The ranking by the study's main subject. */
  public static Ranking of(StudyResult study) {
    String subject = Findings.mainSubject(study);
    List<PolicyResult> ordered = new ArrayList<>(study.policies());
    ordered.sort(
        Comparator.comparingDouble(
            policy -> EstimateText.mean(downtime(policy, subject)).orElse(Double.MAX_VALUE)));
    List<Place> places = new ArrayList<>();
    for (PolicyResult policy : ordered) {
      Optional<Estimate> behind =
          places.isEmpty()
              ? Optional.empty()
              : difference(study, subject, policy, places.get(0).policy());
      places.add(new Place(policy, downtime(policy, subject), behind));
    }
    return new Ranking(subject, places);
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
      StudyResult study, String subject, PolicyResult a, PolicyResult b) {
    for (Comparison comparison : study.comparisons()) {
      if (!Findings.isDowntime(comparison.metric(), subject)) {
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
