package hebe.reports.breakdown;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What some things that take time consist of.
 *
 * @param name of the files that show it
 * @param title what is shown, for people
 * @param unit of all numbers
 * @param bars one for each thing, at least one
 */
public record Stack(String name, String title, String unit, List<Bar> bars) {
  public Stack {
    bars = List.copyOf(bars);
    if (bars.isEmpty()) {
      throw new IllegalArgumentException(name + ": expected at least one bar");
    }
  }

  /**
   * One of them.
   *
   * @param label what tells it from the others
   * @param total what it takes in all
   * @param parts what its parts take, none below 0
   */
  public record Bar(String label, Ranged total, Map<String, Double> parts) {
    public Bar {
      parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    }
  }
}
