package hebe.reports.answer;

import hebe.sim.result.PolicyResult;
import hebe.sim.stat.Estimate;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The point of a policy at which a metric is least, and how the others stand to it.
 *
 * @param objective the metric
 * @param points all points of the policy, in the order of the sweep
 * @param position of the best among them
 * @param behind by label, by how much another point is worse, from the paired comparison
 */
public record BestPoint(
    String objective, List<PolicyResult> points, int position, Map<String, Estimate> behind) {
  public BestPoint {
    points = List.copyOf(points);
    behind = Collections.unmodifiableMap(new LinkedHashMap<>(behind));
  }

  /** How a point stands to the best one. */
  public enum Standing {
    /** It is the best one. */
    BEST("best"),
    /** The study cannot tell it apart from the best one. */
    ALIKE("like the best"),
    /** It is significantly worse. */
    WORSE("worse");

    private final String label;

    Standing(String label) {
      this.label = label;
    }

    /** The words for people. */
    public String label() {
      return label;
    }
  }

  /** The best point. */
  public PolicyResult best() {
    return points.get(position);
  }

  /** Its value of the metric. */
  public Estimate value() {
    return Findings.total(best(), objective, Findings.ALL).orElse(new Estimate.NoData());
  }

  /** How the i-th point stands to the best one. */
  public Standing standing(int i) {
    if (i == position) {
      return Standing.BEST;
    }
    Optional<Estimate> difference = Optional.ofNullable(behind.get(points.get(i).label()));
    return difference.map(Sentences::mayBeZero).orElse(true) ? Standing.ALIKE : Standing.WORSE;
  }

  /** The points that the study cannot tell apart from the best one, without it. */
  public List<PolicyResult> alike() {
    return points.stream()
        .filter(point -> standing(points.indexOf(point)) == Standing.ALIKE)
        .toList();
  }

  /** The places of the points in the order of their first swept value, the least first. */
  public List<Integer> ascending() {
    return IntStream.range(0, points.size())
        .boxed()
        .sorted(Comparator.comparingDouble(this::number))
        .toList();
  }

  /**
   * The nearest significantly worse point with a lesser value. If the curve over one path has a
   * single valley, its lowest place lies above that value; none if nothing says so.
   */
  public Optional<PolicyResult> worseBelow() {
    return IntStream.range(0, points.size())
        .boxed()
        .filter(i -> number(i) < number(position) && standing(i) == Standing.WORSE)
        .max(Comparator.comparingDouble(this::number))
        .map(points::get);
  }

  /** Likewise with a greater value: the lowest place lies below it. */
  public Optional<PolicyResult> worseAbove() {
    return IntStream.range(0, points.size())
        .boxed()
        .filter(i -> number(i) > number(position) && standing(i) == Standing.WORSE)
        .min(Comparator.comparingDouble(this::number))
        .map(points::get);
  }

  private double number(int i) {
    return points.get(i).point().values().iterator().next().number();
  }
}
