package hebe.reports.answer;

import hebe.reports.number.DurationUnit;
import hebe.reports.number.EstimateText;
import hebe.reports.number.Numbers;
import hebe.sim.result.StudyResult;
import hebe.sim.stat.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** The answer of a study in words. */
public final class Sentences {
  private Sentences() {}

  /** What was run: replications, their length, and the level of the intervals. */
  public static String setting(StudyResult study) {
    int replications = study.policies().stream().mapToInt(p -> p.replications()).max().orElse(0);
    String runs = replications == 1 ? "1 replication" : replications + " replications";
    return runs
        + " of "
        + DurationUnit.text(study.horizonSeconds())
        + " per policy, "
        + Numbers.significant(100 * study.confidence(), 4)
        + " % intervals, seed "
        + study.seed();
  }

  /** Which policy is best, and how sure that is. */
  public static String verdict(Ranking ranking) {
    if (ranking.places().isEmpty()) {
      return "No policy was run.";
    }
    Ranking.Place best = ranking.places().get(0);
    OptionalDouble mean = EstimateText.mean(best.downtime());
    if (mean.isEmpty()) {
      return "Nothing was observed, so there is no answer.";
    }
    String figure = duration(best.downtime()) + " of downtime per year";
    if (ranking.places().size() == 1) {
      return best.label() + " has " + figure + " (subject " + ranking.subject() + ").";
    }
    List<String> tied = tied(ranking);
    if (tied.isEmpty()) {
      return best.label() + " is best: " + figure + " (subject " + ranking.subject() + ").";
    }
    return best.label()
        + " has the least downtime, "
        + figure
        + " (subject "
        + ranking.subject()
        + "), but this study cannot tell it apart from "
        + String.join(", ", tied)
        + ".";
  }

  /** One sentence for each policy behind the best. */
  public static List<String> differences(Ranking ranking) {
    List<String> sentences = new ArrayList<>();
    for (int i = 1; i < ranking.places().size(); i++) {
      sentences.add(difference(ranking.places().get(0), ranking.places().get(i)));
    }
    return sentences;
  }

  /**
   * Whether an interval of a difference contains 0, or there is no interval to say that it does
   * not.
   */
  public static boolean mayBeZero(Estimate difference) {
    if (difference instanceof Estimate.Interval interval) {
      return interval.low() <= 0 && interval.high() >= 0;
    }
    return !(difference instanceof Estimate.Deterministic exact) || exact.mean() == 0;
  }

  /** Whether a difference is 0 in every replication, as far as anything was observed. */
  public static boolean isZero(Estimate difference) {
    return EstimateText.mean(difference).orElse(1) == 0 && EstimateText.halfWidth(difference) == 0;
  }

  /** A duration estimate in its fitting unit: {@code 41.62 ± 0.12 min}. */
  public static String duration(Estimate seconds) {
    OptionalDouble mean = EstimateText.mean(seconds);
    if (mean.isEmpty()) {
      return "no data";
    }
    double size = Math.max(Math.abs(mean.getAsDouble()), EstimateText.halfWidth(seconds));
    DurationUnit unit = DurationUnit.fitting(size);
    return EstimateText.of(EstimateText.times(seconds, 1 / unit.seconds()), unit.label());
  }

  private static List<String> tied(Ranking ranking) {
    return ranking.places().stream()
        .skip(1)
        .filter(place -> place.behindBest().map(Sentences::mayBeZero).orElse(true))
        .map(Ranking.Place::label)
        .toList();
  }

  private static String difference(Ranking.Place best, Ranking.Place other) {
    String pair = best.label() + " and " + other.label();
    if (other.behindBest().isEmpty()) {
      return pair + ": the study has no paired difference.";
    }
    Estimate behind = other.behindBest().get();
    String amount = duration(behind) + " per year";
    if (behind instanceof Estimate.NoData) {
      return pair + ": no data for a difference.";
    }
    if (behind instanceof Estimate.NoInterval) {
      return pair + " differ by " + amount + ": too few replications for an interval.";
    }
    if (behind instanceof Estimate.Deterministic exact) {
      return exact.mean() == 0
          ? pair + " have exactly the same downtime."
          : best.label() + " beats " + other.label() + " by exactly " + amount + ".";
    }
    if (isZero(behind)) {
      return pair + " have the same downtime in every replication.";
    }
    return mayBeZero(behind)
        ? pair + " differ by " + amount + ": not significant, the interval contains 0."
        : best.label() + " beats " + other.label() + " by " + amount + ".";
  }
}
