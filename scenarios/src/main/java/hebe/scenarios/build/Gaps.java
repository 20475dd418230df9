package hebe.scenarios.build;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What runs lack, and why, in lines. */
public final class Gaps {
  /** Reasons that are shown for a run: copies of one part have the same. */
  private static final int MOST_REASONS = 8;

  private final Map<String, String> policies;

  /**
   * Gaps of some runs.
   *
   * @param policies the policies of the runs, by label
   */
  Gaps(Map<String, String> policies) {
    this.policies = policies;
  }

  /** Lines that say what one run has not. */
  public static List<String> of(String what, String run, List<String> reasons) {
    String begin = what + ", policy " + run + ": ";
    List<String> lines = new ArrayList<>();
    reasons.stream().limit(MOST_REASONS).forEach(reason -> lines.add(begin + reason));
    if (reasons.size() > MOST_REASONS) {
      lines.add(begin + "and " + (reasons.size() - MOST_REASONS) + " more transitions like these");
    }
    return lines;
  }

  /**
   * Lines for all runs that lack something. Points of a policy whose reasons differ in quoted words
   * and numbers at most, as in the swept one, share their lines, which then show the first of them.
   *
   * @param reasons by the label of the run; a run without any lacks nothing
   */
  List<String> lines(String what, Map<String, List<String>> reasons) {
    record Alike(String policy, List<String> kinds) {}
    Map<Alike, List<String>> groups = new LinkedHashMap<>();
    reasons.forEach(
        (run, why) ->
            groups
                .computeIfAbsent(
                    new Alike(policies.get(run), why.stream().map(Gaps::kind).toList()),
                    alike -> new ArrayList<>())
                .add(run));
    List<String> lines = new ArrayList<>();
    groups.forEach(
        (alike, runs) ->
            lines.addAll(of(what, who(alike.policy(), runs, reasons), reasons.get(runs.get(0)))));
    return lines;
  }

  private static String who(String policy, List<String> runs, Map<String, List<String>> reasons) {
    if (runs.size() == 1) {
      return runs.get(0);
    }
    boolean same = runs.stream().map(reasons::get).distinct().count() == 1;
    String points = policy + " at " + runs.size() + " points";
    return same ? points : points + ", such as " + runs.get(0);
  }

  /** A reason without its quoted words and numbers. */
  private static String kind(String reason) {
    return reason.replaceAll("\"[^\"]*\"", "\"\"").replaceAll("[0-9][0-9.]*(e-?[0-9]+)?", "0");
  }
}
