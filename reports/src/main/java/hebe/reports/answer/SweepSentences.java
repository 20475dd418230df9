package hebe.reports.answer;

import hebe.reports.answer.BestPoint.Standing;
import hebe.reports.number.EstimateText;
import hebe.reports.number.Numbers;
import hebe.sim.result.PolicyResult;
import hebe.sim.result.StudyResult;
import hebe.sim.stat.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The answer of a sweep in words. */
public final class SweepSentences {
  private static final int MOST_NAMED = 6;

  private SweepSentences() {}

  /** Where each policy is best, and which other points may be as good; empty without a sweep. */
  public static List<String> of(StudyResult study) {
    List<String> sentences = new ArrayList<>();
    for (String objective : Sweeps.OBJECTIVES) {
      for (BestPoint best : Sweeps.best(study, objective)) {
        sentences.add(
            best.best().label()
                + " has the least "
                + Sweeps.noun(objective)
                + " of its points: "
                + amount(best, best.value())
                + ".");
        sentences.addAll(best.best().point().size() == 1 ? along(best) : among(best));
      }
    }
    method(study).forEach(sentences::add);
    return sentences;
  }

  private static List<String> method(StudyResult study) {
    int runs = study.policies().size();
    boolean random =
        study.comparisons().stream()
            .anyMatch(pair -> pair.difference() instanceof Estimate.Interval);
    return random && Sweeps.isSwept(study)
        ? List.of(
            "Differences between runs are paired and hold all together at "
                + Numbers.significant(100 * study.confidence(), 4)
                + " % (Bonferroni over "
                + runs * (runs - 1) / 2
                + " pairs of runs).")
        : List.of();
  }

  /** One path was swept, so that points have neighbours. */
  private static List<String> along(BestPoint best) {
    List<Integer> order = best.ascending();
    int place = order.indexOf(best.position());
    List<String> sentences = new ArrayList<>();
    for (int next : List.of(place - 1, place + 1)) {
      if (next >= 0 && next < order.size()) {
        sentences.add(neighbour(best, order.get(next)));
      }
    }
    sentences.add(range(best));
    return sentences;
  }

  private static String neighbour(BestPoint best, int i) {
    String name = "Its neighbour " + text(best.points().get(i));
    Estimate behind =
        best.behind().getOrDefault(best.points().get(i).label(), new Estimate.NoData());
    if (behind instanceof Estimate.NoData || behind instanceof Estimate.NoInterval) {
      return name + ": too few replications for a difference.";
    }
    if (EstimateText.mean(behind).orElse(0) == 0 && EstimateText.halfWidth(behind) == 0) {
      return name + " is exactly as good.";
    }
    return best.standing(i) == Standing.WORSE
        ? name + " is worse by " + amount(best, behind) + "."
        : name + " differs by " + amount(best, behind) + ": not significant.";
  }

  /** The values between which the optimum lies, if there is only one valley. */
  private static String range(BestPoint best) {
    Optional<String> below = best.worseBelow().map(SweepSentences::text);
    Optional<String> above = best.worseAbove().map(SweepSentences::text);
    String where =
        below.isPresent() && above.isPresent()
            ? "between " + below.get() + " and " + above.get()
            : below
                .map(text -> "above " + text)
                .or(() -> above.map(text -> "below " + text))
                .orElse("anywhere, as no point is significantly worse");
    return "If the curve has one valley, its lowest place is " + where + ".";
  }

  private static List<String> among(BestPoint best) {
    List<PolicyResult> alike = best.alike();
    String rest = alike.size() > MOST_NAMED ? " and " + (alike.size() - MOST_NAMED) + " more" : "";
    return List.of(
        alike.isEmpty()
            ? "All its other points are significantly worse."
            : "Not significantly worse: "
                + String.join(
                    ", ", alike.stream().limit(MOST_NAMED).map(PolicyResult::label).toList())
                + rest
                + ".");
  }

  private static String text(PolicyResult point) {
    return point.point().values().iterator().next().text();
  }

  private static String amount(BestPoint best, Estimate estimate) {
    if (!best.objective().equals(Findings.COST_PER_YEAR)) {
      return Sentences.duration(estimate) + " per year";
    }
    return Prices.text(best.best(), estimate);
  }
}
