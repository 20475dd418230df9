package hebe.sim.result;

import hebe.sim.stat.Estimate;
import java.util.List;

/**
 * A metric over time, as means over consecutive bins and as values at their ends.
 *
 * @param metric the metric, for example {@code availability}
 * @param subject a named part, a group, or {@code all}
 * @param unit unit of the value
 * @param points one for each bin, in order of time
 */
public record Curve(String metric, String subject, String unit, List<Point> points) {
  public Curve {
    points = List.copyOf(points);
  }

  /**
   * One bin.
   *
   * @param fromSeconds begin of the bin
   * @param toSeconds end of the bin
   * @param mean time average over the bin
   * @param atEnd value at {@code toSeconds}
   */
  public record Point(double fromSeconds, double toSeconds, Estimate mean, Estimate atEnd) {}
}
