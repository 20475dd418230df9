package hebe.reports.plot;

import hebe.reports.answer.Findings;
import hebe.reports.answer.Sweeps;
import hebe.reports.number.DurationUnit;
import hebe.reports.number.EstimateText;
import hebe.sim.result.PolicyResult;
import hebe.sim.result.StudyResult;
import hebe.sim.result.SweepValue;
import hebe.sim.stat.Estimate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * A metric of everything together against one swept value.
 *
 * @param axis the swept path, without the name of the policy
 * @param unit of the horizontal axis: as it is written, if it is the same everywhere
 * @param xs all swept values, ascending
 * @param lines one for each policy, and for each combination of the other swept values
 * @param exact the exact values beside them
 * @param omitted how many lines are too many for one picture
 */
record SweepLines(
    String axis, String unit, List<Double> xs, List<Line> lines, List<Line> exact, int omitted) {
  private static final int MOST_LINES = 10;
  private static final Set<String> SINGULARS =
      Set.of("second", "minute", "hour", "day", "week", "year", "byte", "cycle");

  /**
   * One line.
   *
   * @param look its place among all, which fixes its colour
   * @param level whether it does not depend on the swept value
   */
  record Line(String name, int look, boolean level, List<Point> points) {}

  /** One point with its interval; low = y = high without one. */
  record Point(double x, double y, double low, double high) {}

  /** The swept values that pictures have on their horizontal axis: of each policy the longest. */
  static Set<String> axes(StudyResult study) {
    Set<String> axes = new LinkedHashSet<>();
    Sweeps.byPolicy(study)
        .forEach(
            (policy, points) ->
                mainPath(points).ifPresent(path -> axes.add(PolicyResult.shortened(policy, path))));
    return axes;
  }

  static SweepLines of(StudyResult study, String axis, SweptMetric metric) {
    List<SweepValue> values =
        study.policies().stream()
            .flatMap(result -> on(result, axis).stream())
            .sorted(Comparator.comparingDouble(SweepValue::number))
            .toList();
    boolean written = values.stream().map(SweepLines::unit).distinct().count() == 1;
    boolean times = !written && values.get(0).unit().equals("s");
    DurationUnit fitting = times ? unitOf(values.get(0).number()) : DurationUnit.SECOND;
    String unit = written ? unit(values.get(0)) : times ? fitting.label() : values.get(0).unit();
    ToDoubleFunction<SweepValue> place =
        value -> written ? amount(value) : times ? fitting.of(value.number()) : value.number();
    List<Double> xs = values.stream().map(place::applyAsDouble).distinct().toList();
    List<Line> lines = new ArrayList<>();
    List<Line> exact = new ArrayList<>();
    int look = 0;
    for (List<PolicyResult> line : grouped(study, axis)) {
      boolean level = on(line.get(0), axis).isEmpty();
      List<Point> simulated = new ArrayList<>();
      List<Point> solved = new ArrayList<>();
      for (PolicyResult result : line) {
        List<Double> at =
            level
                ? List.of(xs.get(0), xs.get(xs.size() - 1))
                : List.of(place.applyAsDouble(on(result, axis).get()));
        at.forEach(x -> point(metric.of(result), x).ifPresent(simulated::add));
        OptionalDouble known = metric.known(result);
        at.forEach(x -> known.ifPresent(y -> solved.add(new Point(x, y, y, y))));
      }
      String name = name(line.get(0), axis);
      if (!simulated.isEmpty()) {
        lines.add(new Line(name, look, level, sorted(simulated)));
      }
      if (!solved.isEmpty()) {
        String how =
            Findings.exact(line.get(0), metric.metric()).isPresent() ? "" : ", in the long run";
        exact.add(new Line(name + ": exact" + how, look, level, sorted(solved)));
      }
      look++;
    }
    int omitted = Math.max(0, lines.size() - MOST_LINES);
    return new SweepLines(
        axis,
        unit,
        xs,
        lines.stream().limit(MOST_LINES).toList(),
        exact.stream().limit(MOST_LINES).toList(),
        omitted);
  }

  /** Whether neighbours lie nearer to even ratios than to even distances. */
  boolean logarithmic() {
    if (xs.size() < 3 || xs.get(0) <= 0) {
      return false;
    }
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (int i = 1; i < xs.size(); i++) {
      double gap = xs.get(i) - xs.get(i - 1);
      least = Math.min(least, gap);
      most = Math.max(most, gap);
    }
    return most > 1.5 * least && xs.get(xs.size() - 1) > 4 * xs.get(0);
  }

  /** Where a value lies on the axis. */
  double place(double x) {
    return logarithmic() ? StrictMath.log10(x) : x;
  }

  private static List<Point> sorted(List<Point> points) {
    return points.stream().sorted(Comparator.comparingDouble(Point::x)).toList();
  }

  /** The results that lie on one line: equal in policy and in all swept values but one. */
  private static Collection<List<PolicyResult>> grouped(StudyResult study, String axis) {
    Map<String, List<PolicyResult>> groups = new LinkedHashMap<>();
    for (PolicyResult result : study.policies()) {
      if (result.point().isEmpty() || on(result, axis).isPresent()) {
        groups.computeIfAbsent(name(result, axis), name -> new ArrayList<>()).add(result);
      }
    }
    return groups.values();
  }

  private static String name(PolicyResult result, String axis) {
    Map<String, SweepValue> others = new LinkedHashMap<>(result.point());
    others.keySet().removeIf(path -> PolicyResult.shortened(result.policy(), path).equals(axis));
    return PolicyResult.label(result.policy(), others);
  }

  private static Optional<String> mainPath(List<PolicyResult> points) {
    return points.get(0).point().keySet().stream()
        .max(
            Comparator.comparingLong(
                path -> points.stream().map(p -> p.point().get(path).number()).distinct().count()));
  }

  private static Optional<SweepValue> on(PolicyResult result, String axis) {
    return result.point().entrySet().stream()
        .filter(entry -> PolicyResult.shortened(result.policy(), entry.getKey()).equals(axis))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** The longest unit up to days in which the least of some times is at least 1. */
  private static DurationUnit unitOf(double leastSeconds) {
    DurationUnit longest = DurationUnit.SECOND;
    for (DurationUnit unit : List.of(DurationUnit.MINUTE, DurationUnit.HOUR, DurationUnit.DAY)) {
      longest = unit.of(leastSeconds) >= 1 ? unit : longest;
    }
    return longest;
  }

  /** The unit behind a number as it is written. */
  private static String unit(SweepValue value) {
    String unit = unitIn(value.text());
    if (unit.isEmpty()) {
      return "1";
    }
    return SINGULARS.contains(unit) ? unit + "s" : unit;
  }

  private static String unitIn(String text) {
    return text.replaceFirst("^[-+0-9.]+([eE][-+]?[0-9]+)?\\s*", "");
  }

  /** The number as it is written. */
  private static double amount(SweepValue value) {
    String text = value.text();
    return Double.parseDouble(text.substring(0, text.length() - unitIn(text).length()).strip());
  }

  private static Optional<Point> point(Optional<Estimate> estimate, double x) {
    if (estimate.isEmpty() || EstimateText.mean(estimate.get()).isEmpty()) {
      return Optional.empty();
    }
    double y = EstimateText.mean(estimate.get()).getAsDouble();
    return Optional.of(
        estimate.get() instanceof Estimate.Interval interval
            ? new Point(x, y, interval.low(), interval.high())
            : new Point(x, y, y, y));
  }
}
