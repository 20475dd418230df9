package hebe.scenarios.build;

import java.util.SortedMap;
import java.util.TreeMap;

/** All that the replications of a scenario are a function of, beside their number. */
public final class StudyIdentity {
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
    parts.put("seed", Long.toString(study.seed()));
    parts.put("horizon", Double.toHexString(study.horizonSeconds()));
    parts.put("curve-every", Double.toHexString(study.binSeconds()));
    parts.put("program", program);
    return parts;
  }
}
