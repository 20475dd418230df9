package hebe.models.fleet;

import hebe.models.outage.Metrics;
import hebe.models.outage.Subjects.Subject;
import hebe.sim.model.Model;
import hebe.sim.result.MetricId;
import hebe.sim.study.Measure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToDoubleFunction;

/**
 * The metrics of hosts that can put a VMM under themselves, for each group of them the mean over
 * its members, per year of 365 days: attaches ({@code toggles-per-year}), share of the time with
 * the VMM under the system ({@code time-virtual}), work done and kept ({@code work-done-per-year})
 * and lost by crashes ({@code work-lost-per-year}) in seconds of an unchanged native system, and
 * the share of the time that further guests want to be there in which they are served ({@code
 * guests-served}). Definitions: docs/self-virtualization.md.
 */
final class ModeMetrics {
  private static final String DONE = "work-done-per-year";
  private static final String LOST = "work-lost-per-year";

  private final FleetModel fleet;
  private final Map<String, Set<String>> hosts = new LinkedHashMap<>();

  /** Of a model; none where no host can do so. */
  ModeMetrics(FleetModel fleet) {
    this.fleet = fleet;
    Set<String> able = new LinkedHashSet<>();
    Model model = fleet.model();
    for (int r = 0; r < model.rewardCount(); r++) {
      if (model.reward(r).name().equals(ModeScope.ATTACHED)) {
        able.add(model.rewardScope(r));
      }
    }
    for (Subject subject : fleet.subjects().all()) {
      if (able.contains(subject.name())) {
        hosts.computeIfAbsent(subject.group(), g -> new LinkedHashSet<>()).add(subject.name());
      }
    }
  }

  /** What is measured, in order. */
  List<Measure> measures() {
    List<Measure> measures = new ArrayList<>();
    for (Map.Entry<String, Set<String>> group : hosts.entrySet()) {
      String name = group.getKey();
      measures.add(Measure.mean(MetricId.total("toggles-per-year", name, "1/year")));
      measures.add(Measure.mean(MetricId.total("time-virtual", name, "1")));
      measures.add(Measure.mean(MetricId.total(DONE, name, "s/year")));
      if (fleet.work().known()) {
        measures.add(Measure.mean(MetricId.total(LOST, name, "s/year")));
      }
      if (hosting(group.getValue())) {
        measures.add(Measure.share(MetricId.total("guests-served", name, "1")));
      }
    }
    return measures;
  }

  /** Whether expectations of rewards tell the metric: they do not know what is lost. */
  boolean tells(MetricId metric) {
    return !fleet.work().known() || !(metric.name().equals(DONE) || metric.name().equals(LOST));
  }

  /**
   * The values, in the order of {@link #measures}.
   *
   * @param earned what each reward of the model earned
   * @param lost work lost by the host with a reward of capacity, in native seconds
   * @param seconds the time in which it was earned
   */
  List<Measure.Value> values(IntToDoubleFunction earned, IntToDoubleFunction lost, double seconds) {
    List<Measure.Value> values = new ArrayList<>();
    for (Set<String> group : hosts.values()) {
      double time = seconds * group.size();
      double years = time / Metrics.YEAR_SECONDS;
      double wasted = fleet.work().known() ? sum(group, FleetModel.CAPACITY, lost) : 0;
      values.add(Measure.Value.of(sum(group, ModeSwitching.ATTACHES, earned) / years));
      values.add(Measure.Value.of(sum(group, ModeScope.ATTACHED, earned) / time));
      values.add(Measure.Value.of((sum(group, FleetModel.CAPACITY, earned) - wasted) / years));
      if (fleet.work().known()) {
        values.add(Measure.Value.of(wasted / years));
      }
      if (hosting(group)) {
        values.add(
            new Measure.Value(
                sum(group, Demands.SERVED, earned), sum(group, Demands.WANTED, earned)));
      }
    }
    return values;
  }

  private boolean hosting(Set<String> group) {
    Model model = fleet.model();
    for (int r = 0; r < model.rewardCount(); r++) {
      if (model.reward(r).name().equals(Demands.WANTED) && group.contains(host(r))) {
        return true;
      }
    }
    return false;
  }

  private double sum(Set<String> group, String reward, IntToDoubleFunction of) {
    Model model = fleet.model();
    double sum = 0;
    for (int r = 0; r < model.rewardCount(); r++) {
      if (model.reward(r).name().equals(reward) && group.contains(host(r))) {
        sum += of.applyAsDouble(r);
      }
    }
    return sum;
  }

  /** The host of a reward: the first part of its scope's path. */
  private String host(int reward) {
    return fleet.model().rewardScope(reward).split("/", 2)[0];
  }
}
