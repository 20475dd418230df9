package hebe.reports;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the manifest says about a run beside its result; only here may a report hold time, version
 * or machine.
 *
 * @param hebeVersion version of Hebe
 * @param javaVersion version of the Java runtime
 * @param wallSeconds duration of the run on the clock, at least 0
 * @param more further facts, by name
 */
public record RunFacts(
    String hebeVersion, String javaVersion, double wallSeconds, Map<String, String> more) {
  public RunFacts {
    if (!(wallSeconds >= 0) || Double.isInfinite(wallSeconds)) {
      throw new IllegalArgumentException(
          "the wall time must be finite and at least 0 s; got " + wallSeconds);
    }
    SortedMap<String, String> sorted = new TreeMap<>(more);
    more = java.util.Collections.unmodifiableSortedMap(sorted);
  }
}
