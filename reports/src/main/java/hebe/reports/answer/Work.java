package hebe.reports.answer;

import hebe.reports.number.DurationUnit;
import hebe.reports.number.EstimateText;
import hebe.sim.result.PolicyResult;
import hebe.sim.result.StudyResult;
import hebe.sim.stat.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The work that self-virtualizing hosts get done, by group of hosts, and who gets most done. */
public final class Work {
  /** Work done and kept, in seconds of an unchanged native system per year. */
  public static final String DONE = "work-done-per-year";

  /** Work done and lost again, in the same unit. */
  public static final String LOST = "work-lost-per-year";

  /** The unit in which it is shown. */
  public static final DurationUnit UNIT = DurationUnit.DAY;

  private Work() {}

  /** The groups of hosts of which work is measured, in order. */
  public static List<String> groups(StudyResult study) {
    return Findings.subjects(study).stream()
        .filter(
            subject ->
                study.policies().stream()
                    .anyMatch(policy -> Findings.total(policy, DONE, subject).isPresent()))
        .toList();
  }

  /** For titles of tables: that work done is less than the capacity, where crashes lose work. */
  public static String caveat(StudyResult study) {
    return isLost(study) ? "; capacity includes work that is lost again" : "";
  }

  private static boolean isLost(StudyResult study) {
    return groups(study).stream()
        .anyMatch(
            group ->
                study.policies().stream()
                    .anyMatch(policy -> Findings.total(policy, LOST, group).isPresent()));
  }

  /** An amount in {@link #UNIT} per year. */
  public static Estimate inUnits(Estimate seconds) {
    return EstimateText.times(seconds, 1 / UNIT.seconds());
  }

  /** An amount as a share of the year. */
  public static Estimate ofTheYear(Estimate seconds) {
    return EstimateText.times(seconds, 1 / DurationUnit.YEAR.seconds());
  }

  /**
   * Who gets most done, one sentence for each group of hosts, over all points of a sweep; none of a
   * group where only one run has a number.
   */
  public static List<String> sentences(StudyResult study) {
    List<String> sentences = new ArrayList<>();
    List<String> groups = groups(study);
    for (String group : groups) {
      sentence(study, group, groups.size() > 1 ? " of " + group : "").ifPresent(sentences::add);
    }
    return sentences;
  }

  private static Optional<String> sentence(StudyResult study, String group, String whose) {
    List<PolicyResult> ordered = new ArrayList<>(study.policies());
    ordered.removeIf(policy -> EstimateText.mean(done(policy, group)).isEmpty());
    ordered.sort((a, b) -> Double.compare(mean(b, group), mean(a, group)));
    if (ordered.size() < 2) {
      return Optional.empty();
    }
    PolicyResult best = ordered.get(0);
    String next =
        ordered.stream()
            .filter(policy -> !policy.policy().equals(best.policy()))
            .findFirst()
            .map(policy -> "; next is " + policy.label() + " with " + amount(policy, group))
            .orElse("");
    boolean tied = mean(ordered.get(1), group) == mean(best, group);
    return Optional.of(
        best.label()
            + (tied ? " gets as much work" : " gets the most work")
            + whose
            + " done"
            + (tied ? " as any, by the means: " : ", by the means: ")
            + amount(best, group)
            + ", "
            + EstimateText.share(ofTheYear(done(best, group)))
            + " % of the year"
            + next
            + ".");
  }

  private static String amount(PolicyResult policy, String group) {
    return EstimateText.of(inUnits(done(policy, group)), UNIT.label()) + " per year";
  }

  private static Estimate done(PolicyResult policy, String group) {
    return Findings.total(policy, DONE, group).orElse(new Estimate.NoData());
  }

  private static double mean(PolicyResult policy, String group) {
    return EstimateText.mean(done(policy, group)).orElseThrow();
  }
}
