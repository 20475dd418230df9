package hebe.reports.breakdown;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the time of workloads goes under several circumstances.
 *
 * @param title what is compared, for people
 * @param bars one for each circumstance
 */
public record Breakdown(String title, List<Bar> bars) {
  public Breakdown {
    bars = List.copyOf(bars);
  }

  /**
   * A workload under one circumstance. Times are seconds per second of native work.
   *
   * @param label what tells it from the other bars
   * @param point the circumstance in full, name to value; every bar has the same names
   * @param slowDown run time over native run time
   * @param parts what the extra time goes to
   * @param unverified what it rests on that is not verified
   */
  public record Bar(
      String label,
      Map<String, String> point,
      Ranged slowDown,
      List<Part> parts,
      List<String> unverified) {
    public Bar {
      point = Collections.unmodifiableMap(new LinkedHashMap<>(point));
      parts = List.copyOf(parts);
      unverified = List.copyOf(unverified);
    }

    /** Share of the run time that is not native work: 1 - 1 / slow-down. */
    public Ranged overhead() {
      return new Ranged(1 - 1 / slowDown.value(), 1 - 1 / slowDown.low(), 1 - 1 / slowDown.high());
    }

    /** Share of the run time that goes to a part, at the values. */
    public double share(Part part) {
      return part.extraSeconds().value() / slowDown.value();
    }
  }

  /**
   * A part of the extra time.
   *
   * @param cause what it goes to
   * @param perSecond how often, per second of native work
   * @param extraCycles what one costs beyond native
   * @param extraSeconds what all cost, per second of native work; below 0 where the VMM is cheaper
   */
  public record Part(String cause, Ranged perSecond, Ranged extraCycles, Ranged extraSeconds) {}
}
