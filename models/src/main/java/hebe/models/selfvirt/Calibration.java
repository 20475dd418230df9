package hebe.models.selfvirt;

import hebe.models.timing.Bounds;
import hebe.models.timing.HostClock;
import hebe.models.timing.OperationCost;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One measured total that fixes the scale of the terms: a time is scaled by measured total / total
 * of the terms there.
 *
 * <p>Only the total was measured, not its split. A scaled time is a ratio of two sums over the same
 * unit costs, each of which may lie anywhere in its bounds; its bounds are the least and the
 * greatest ratio, which is reached where every unit cost is at one of its ends.
 *
 * @param totalSeconds the measured total
 * @param terms the terms of the system that it was measured on
 * @param clock its clock
 */
public record Calibration(Bounds totalSeconds, OperationCost terms, HostClock clock) {
  public Calibration {
    if (!(terms.cycles().low() > 0)) {
      throw new IllegalArgumentException("the terms of the measured switch add up to nothing");
    }
  }

  /** The factor at the values of the terms. */
  public double factor() {
    return totalSeconds.value() / terms.seconds(clock).value();
  }

  /** What some items take on a clock, scaled; each is a term by name, or stands beside them. */
  public Bounds seconds(List<OperationCost.Item> items, HostClock at) {
    List<Split> splits = splits(items, at);
    double least = extreme(splits, false);
    double most = extreme(splits, true);
    double value = splits.stream().mapToDouble(s -> s.above).sum() * factor();
    return new Bounds(
        value,
        Math.min(value, totalSeconds.low() * least),
        Math.max(value, totalSeconds.high() * most));
  }

  /** One unit cost in the ratio: its share above and below at the value, and its ends over it. */
  private record Split(double above, double below, double low, double high) {
    double weight() {
      return below == 0 ? Double.POSITIVE_INFINITY : above / below;
    }
  }

  private List<Split> splits(List<OperationCost.Item> items, HostClock at) {
    Map<String, Split> byName = new LinkedHashMap<>();
    for (OperationCost.Item term : terms.items()) {
      byName.put(term.name(), split(term, 0, clock.seconds(term.cycles().value())));
    }
    for (OperationCost.Item item : items) {
      Split there = byName.getOrDefault(item.name(), split(item, 0, 0));
      double seconds = at.seconds(item.cycles().value());
      byName.put(item.name(), new Split(seconds, there.below, there.low, there.high));
    }
    return byName.values().stream().filter(s -> s.above > 0 || s.below > 0).toList();
  }

  private static Split split(OperationCost.Item item, double above, double below) {
    Bounds each = item.each();
    return each.value() == 0
        ? new Split(above, below, 1, 1)
        : new Split(above, below, each.low() / each.value(), each.high() / each.value());
  }

  /**
   * The extreme ratio: those that weigh more above than below at one end, the rest at the other.
   */
  private static double extreme(List<Split> splits, boolean most) {
    List<Split> ordered =
        splits.stream().sorted(Comparator.comparingDouble(Split::weight).reversed()).toList();
    double best = most ? 0 : Double.POSITIVE_INFINITY;
    for (int up = 0; up <= ordered.size(); up++) {
      double above = 0;
      double below = 0;
      for (int i = 0; i < ordered.size(); i++) {
        Split split = ordered.get(i);
        double times = (i < up) == most ? split.high : split.low;
        above += times * split.above;
        below += times * split.below;
      }
      best = most ? Math.max(best, above / below) : Math.min(best, above / below);
    }
    return best;
  }
}
