package hebe.scenarios.build;

import hebe.scenarios.read.Located;
import hebe.scenarios.read.Node.MapNode;
import hebe.scenarios.read.Place;
import hebe.scenarios.read.Problem;
import hebe.scenarios.read.Problems;
import hebe.scenarios.read.SweptNumber;
import hebe.scenarios.read.TreePath;
import hebe.sim.result.PolicyResult;
import hebe.sim.result.SweepValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Runs of every policy at every point of a sweep: all combinations of the values of those paths
 * that concern the policy. Each point is read as if its values stood in the file.
 */
final class Sweep {
  /** Most runs, over all policies. */
  static final int MOST_RUNS = 1000;

  private static final Set<String> FIXED = Set.of("hebe", "name", "description", "study", "sweep");

  private final MapNode tree;
  private final Map<String, Located<SweepAxis>> axes;
  private final Binder binder;
  private final Problems problems;

  /**
   * A sweep.
   *
   * @param tree the file
   * @param binder reads the file with other values in it
   */
  Sweep(MapNode tree, Map<String, Located<SweepAxis>> axes, Binder binder, Problems problems) {
    this.tree = tree;
    this.axes = axes;
    this.binder = binder;
    this.problems = problems;
  }

  /** Reads a file without its sweep. */
  interface Binder {
    /** The scenario, which may come back although problems were added. */
    Optional<Scenario> bind(MapNode tree, Problems problems);
  }

  /** One value for each of some paths, in the order of the file. */
  private record Point(Map<String, SweptNumber> values) {
    Point with(String path, SweptNumber value) {
      Map<String, SweptNumber> more = new LinkedHashMap<>(values);
      more.put(path, value);
      return new Point(more);
    }

    MapNode in(MapNode tree) {
      MapNode changed = tree;
      for (Map.Entry<String, SweptNumber> value : values.entrySet()) {
        changed = new TreePath(value.getKey()).replaced(changed, value.getValue().node());
      }
      return changed;
    }

    Map<String, SweepValue> shown() {
      Map<String, SweepValue> shown = new LinkedHashMap<>();
      values.forEach(
          (path, value) ->
              shown.put(path, new SweepValue(value.text(), value.number(), value.baseUnit())));
      return shown;
    }
  }

  /** All runs, by policy; empty after a problem. */
  List<PolicyRun> runs(Scenario base) {
    axes.forEach(this::checkPath);
    if (!problems.isEmpty()) {
      return List.of();
    }
    axes.forEach(this::checkValues);
    if (!problems.isEmpty() || tooMany(base)) {
      return List.of();
    }
    List<PolicyRun> runs = new ArrayList<>();
    for (int policy = 0; policy < base.policies().size(); policy++) {
      for (Point point : points(policy)) {
        Optional<Scenario> there = read(point, base);
        if (there.isPresent()) {
          runs.add(there.get().run(policy, point.shown()));
        }
      }
    }
    return problems.isEmpty() ? runs : List.of();
  }

  private void checkPath(String path, Located<SweepAxis> axis) {
    String first = path.split("\\.", 2)[0];
    if (FIXED.contains(first)) {
      problems.add(
          axis.place(),
          "a path to a number of the hosts, failures, policies or costs",
          "\"" + path + "\"",
          "sweep another one; every point is studied in the same way");
    } else {
      new TreePath(path).check(tree, axis.place(), problems);
    }
  }

  /** Each value must be right where it is put, whatever the others are. */
  private void checkValues(String path, Located<SweepAxis> axis) {
    for (SweptNumber value : axis.value().values()) {
      Problems own = new Problems();
      binder.bind(new Point(Map.of(path, value)).in(tree), own);
      own.list()
          .forEach(
              problem -> report(problem, new Point(Map.of(path, value)), value.node().place()));
    }
  }

  private boolean tooMany(Scenario base) {
    double runs = 0;
    for (int policy = 0; policy < base.policies().size(); policy++) {
      double points = 1;
      for (String path : concerning(policy)) {
        points *= axes.get(path).value().values().size();
      }
      runs += points;
    }
    if (runs > MOST_RUNS) {
      problems.add(
          axes.values().iterator().next().place(),
          "at most " + MOST_RUNS + " combinations of policies and swept values",
          Shown.number(runs),
          "sweep fewer values or fewer paths");
    }
    return runs > MOST_RUNS;
  }

  /** The swept paths that are part of a policy or of what all policies meet. */
  private List<String> concerning(int policy) {
    return axes.keySet().stream()
        .filter(
            path ->
                new TreePath(path)
                    .elements(tree, "policies")
                    .map(elements -> elements.contains(policy))
                    .orElse(true))
        .toList();
  }

  private List<Point> points(int policy) {
    List<Point> points = List.of(new Point(Map.of()));
    for (String path : concerning(policy)) {
      List<Point> longer = new ArrayList<>();
      for (Point point : points) {
        axes.get(path).value().values().forEach(value -> longer.add(point.with(path, value)));
      }
      points = longer;
    }
    return points;
  }

  private Optional<Scenario> read(Point point, Scenario base) {
    if (point.values().isEmpty()) {
      return Optional.of(base);
    }
    Problems own = new Problems();
    Optional<Scenario> there = binder.bind(point.in(tree), own);
    Place place = axes.get(point.values().keySet().iterator().next()).place();
    own.list().forEach(problem -> report(problem, point, place));
    return there;
  }

  /** A problem at a value of the sweep stands there; another one stands there with its cause. */
  private void report(Problem problem, Point point, Place place) {
    boolean direct =
        point.values().values().stream()
            .anyMatch(value -> value.node().place().equals(problem.place()));
    String what = PolicyResult.label("the scenario", point.shown());
    problems.add(
        direct ? problem.place() : place,
        direct ? problem.expected() : problem.expected() + " at " + problem.place().path(),
        direct ? problem.got() : problem.got() + " in " + what,
        problem.cure());
  }
}
