package hebe.sim.run;

import hebe.sim.model.Changes;
import hebe.sim.model.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A trace that keeps every firing. */
final class Firings implements Trace {
  /** One firing, with the changed variables and their new values. */
  record Firing(double timeSeconds, String name, Map<String, Integer> changed) {}

  private final Model model;
  private final List<Firing> all = new ArrayList<>();

  Firings(Model model) {
    this.model = model;
  }

  static List<Firing> before(Model model, long seed, int replication, double horizonSeconds) {
    Firings firings = new Firings(model);
    new Replication(model, seed, replication, horizonSeconds, List.of()).run(firings);
    return firings.all;
  }

  /** All firings up to and including an instant. */
  static List<Firing> of(Model model, long seed, int replication, double lastSeconds) {
    return before(model, seed, replication, Math.nextUp(lastSeconds));
  }

  /**
   * The firings of a replication without chance: "5 run/crash", with as many decimals as needed.
   */
  static List<String> schedule(Model model, double horizonSeconds) {
    return of(model, 1, 0, horizonSeconds).stream().map(Firings::show).toList();
  }

  /** The times at which one transition fires. */
  static List<Double> times(Model model, double horizonSeconds, String name) {
    return of(model, 1, 0, horizonSeconds).stream()
        .filter(firing -> firing.name().equals(name))
        .map(Firing::timeSeconds)
        .toList();
  }

  private static String show(Firing firing) {
    boolean whole = firing.timeSeconds() == Math.rint(firing.timeSeconds());
    return String.format(
        Locale.ROOT, whole ? "%.0f %s" : "%s %s", firing.timeSeconds(), firing.name());
  }

  List<Firing> all() {
    return all;
  }

  @Override
  public void started(int[] values) {}

  @Override
  public void fired(double timeSeconds, int transition, Changes changes) {
    Map<String, Integer> changed = new TreeMap<>();
    for (int c = 0; c < changes.size(); c++) {
      changed.put(model.variableName(changes.variable(c)), changes.after(c));
    }
    all.add(new Firing(timeSeconds, model.transitionName(transition), changed));
  }

  @Override
  public void ended(double horizonSeconds) {}
}
