package hebe.models.fleet;

import hebe.models.outage.Capacities;
import hebe.models.outage.GroupOutages;
import hebe.models.outage.OutageObserver;
import hebe.models.outage.OutageTotals.Part;
import hebe.sim.result.MetricId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToDoubleFunction;

/** What exact values of rewards say about the outages of a group. */
sealed interface ExpectedOutages {
  /**
   * The expected outages of all members of a group together.
   *
   * @param seconds the time in which the rewards were earned
   * @param earned what a reward earns in this time
   */
  GroupOutages of(String group, double seconds, IntToDoubleFunction earned);

  /** Whether the metric can be told from them. */
  boolean tells(MetricId metric);

  /** Outages by cause, from the rewards of an observer, which follow those of the model. */
  record ByCause(FleetModel fleet, OutageObserver observer) implements ExpectedOutages {
    @Override
    public GroupOutages of(String group, double seconds, IntToDoubleFunction earned) {
      Part all = new Part(0, 0);
      Map<String, Part> byCause = new LinkedHashMap<>();
      List<String> causes = observer.causes();
      for (int cause = 1; cause <= causes.size(); cause++) {
        for (int part : parts(group)) {
          Part its =
              new Part(
                  earned.applyAsDouble(first() + observer.down(part, cause)),
                  earned.applyAsDouble(first() + observer.begins(part, cause)));
          all = all.plus(its);
          byCause.merge(causes.get(cause - 1), its, Part::plus);
        }
      }
      return new GroupOutages(all, byCause);
    }

    private int first() {
      return fleet.model().rewardCount();
    }

    private List<Integer> parts(String group) {
      Set<String> groups = fleet.subjects().parts(group);
      return groups.stream().map(observer.groups()::indexOf).toList();
    }

    @Override
    public boolean tells(MetricId metric) {
      return true;
    }
  }

  /** Downtime alone, from the model's own rewards; nothing is known of the number of outages. */
  record Downtime(FleetModel fleet) implements ExpectedOutages {
    private static final Set<String> TOLD =
        Set.of(
            "availability",
            "unavailability",
            "downtime-per-year",
            Capacities.OVERHEAD,
            Capacities.CAPACITY);

    @Override
    public GroupOutages of(String group, double seconds, IntToDoubleFunction earned) {
      double down = 0;
      for (int member : fleet.subjects().members(group)) {
        down += seconds - earned.applyAsDouble(fleet.subjects().all().get(member).reward());
      }
      return new GroupOutages(new Part(down, 0), Map.of());
    }

    @Override
    public boolean tells(MetricId metric) {
      return TOLD.contains(metric.name()) && metric.cause().isEmpty();
    }
  }
}
