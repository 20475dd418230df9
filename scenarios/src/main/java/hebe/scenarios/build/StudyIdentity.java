package hebe.scenarios.build;

import hebe.models.policy.Policy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** All that the replications of a scenario are a function of, beside their number. */
public final class StudyIdentity {
  private static final Pattern DOUBLE = Pattern.compile("-?\\d+\\.\\d+(E-?\\d+)?");

  private StudyIdentity() {}

  /**
   * The identity by parts; their names are words for people. How many replications there are, and
   * the confidence, are no part of it.
   *
   * @param program which program simulates; another one may find another result
   */
  public static SortedMap<String, String> of(Scenario scenario, String program) {
    StudySettings study = scenario.study();
    SortedMap<String, String> parts = new TreeMap<>();
    parts.put("scenario", scenario.sha256());
    parts.put("laws", laws(scenario));
    parts.put("seed", Long.toString(study.seed()));
    parts.put("horizon", Double.toHexString(study.horizonSeconds()));
    parts.put("curve-every", Double.toHexString(study.binSeconds()));
    parts.put("program", program);
    return parts;
  }

  /** The laws hold what stands in other files that the scenario names. */
  private static String laws(Scenario scenario) {
    List<Policy> policies = scenario.policyList();
    String text = scenario.failures() + "\n" + policies;
    return Sha256.of(exact(text).getBytes(StandardCharsets.UTF_8));
  }

  /** The text with hexadecimal doubles: their decimal digits differ between versions of Java. */
  static String exact(String text) {
    return DOUBLE
        .matcher(text)
        .replaceAll(digits -> Double.toHexString(Double.parseDouble(digits.group())));
  }
}
