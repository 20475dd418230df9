package hebe.scenarios.build;

import hebe.models.fleet.GuestGroup;
import hebe.models.fleet.HostGroup;
import hebe.models.load.Execution;
import hebe.models.load.HostLoad;
import hebe.models.timing.Bounds;
import hebe.models.timing.HostClock;
import hebe.models.timing.Mode;
import hebe.models.timing.SlowDown;
import hebe.models.timing.Workload;
import hebe.reports.breakdown.Breakdown;
import hebe.reports.breakdown.Ranged;
import hebe.reports.number.Numbers;
import hebe.reports.table.DataTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Slow-downs as the neutral rows of reports. */
public final class Breakdowns {
  private Breakdowns() {}

  static Breakdown.Bar bar(
      String label, String cpu, Mode mode, HostClock clock, Workload workload, SlowDown slowDown) {
    Map<String, String> point = new LinkedHashMap<>();
    point.put("workload", workload.name());
    point.put("mode", mode.label());
    point.put("cpu", cpu);
    point.put("clock [Hz]", Numbers.exact(clock.hertz()));
    List<Breakdown.Part> parts = new ArrayList<>();
    for (SlowDown.Cause cause : slowDown.causes()) {
      parts.add(
          new Breakdown.Part(
              cause.event().doc(),
              ranged(cause.perSecond()),
              ranged(cause.extraCycles()),
              ranged(cause.overhead())));
    }
    return new Breakdown.Bar(label, point, ranged(slowDown.factor()), parts, slowDown.unverified());
  }

  /** Where the time of the guests' workloads goes; empty if no guest has one. */
  public static Optional<Breakdown> of(List<HostGroup> hosts) {
    List<Breakdown.Bar> bars = new ArrayList<>();
    for (HostGroup host : hosts) {
      for (GuestGroup guest : host.guests()) {
        host.delivered(guest).ifPresent(done -> bars.add(bar(host, guest, done)));
      }
    }
    return bars.isEmpty()
        ? Optional.empty()
        : Optional.of(new Breakdown("Slow-down of guests while they are up", bars));
  }

  private static Breakdown.Bar bar(HostGroup host, GuestGroup guest, HostLoad.Delivered done) {
    Execution execution = host.execution().orElseThrow();
    return bar(
        host.name() + " " + guest.name(),
        execution.costs().microarchitecture().name(),
        execution.costs().mode(),
        execution.clock(),
        done.workload(),
        done.slowDown());
  }

  static Ranged ranged(Bounds bounds) {
    return new Ranged(bounds.value(), bounds.low(), bounds.high());
  }

  /** What the guests of the hosts get done while they are up; empty if no workload is given. */
  static Optional<DataTable> delivered(List<HostGroup> hosts) {
    List<List<String>> rows = new ArrayList<>();
    for (HostGroup host : hosts) {
      for (GuestGroup guest : host.guests()) {
        host.delivered(guest).ifPresent(done -> rows.add(row(host, guest, done)));
      }
    }
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new DataTable(
                "Share of their native work that guests get done while they are up, derived",
                List.of(
                    "guests",
                    "workload",
                    "mode",
                    "CPU",
                    "slow-down [1]",
                    "range",
                    "share [1]",
                    "range",
                    "verified"),
                rows));
  }

  private static List<String> row(HostGroup host, GuestGroup guest, HostLoad.Delivered done) {
    Execution execution = host.execution().orElseThrow();
    Ranged factor = ranged(done.slowDown().factor());
    Ranged share = ranged(done.share());
    return List.of(
        host.name() + " " + guest.name(),
        done.workload().name(),
        execution.costs().mode().label(),
        execution.costs().microarchitecture().name(),
        factor.text(),
        factor.range(),
        share.text(),
        share.range(),
        done.slowDown().unverified().isEmpty() ? "yes" : "no");
  }
}
