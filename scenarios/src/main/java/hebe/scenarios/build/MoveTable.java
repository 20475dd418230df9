package hebe.scenarios.build;

import hebe.models.fleet.CopyLoss;
import hebe.models.fleet.GuestGroup;
import hebe.models.fleet.HostGroup;
import hebe.models.fleet.MoveTimes;
import hebe.models.migration.GuestCopy;
import hebe.models.policy.Policy;
import hebe.models.policy.RejuvenationPolicy;
import hebe.models.recovery.Migrate;
import hebe.reports.number.Numbers;
import hebe.reports.table.DataTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The way of each guest to a spare host, stage by stage. */
final class MoveTable {
  private static final double MEGA = 1e6;

  private MoveTable() {}

  /** The moves that the policies need of a group of hosts. */
  static List<DataTable> of(HostGroup group, List<Policy> policies) {
    List<DataTable> tables = new ArrayList<>();
    for (Policy policy : policies) {
      if (policy.vmmBy() instanceof Migrate by
          && !(policy.vmmWhen() instanceof RejuvenationPolicy.Never)) {
        MoveTimes.of(group, by)
            .plan()
            .ifPresent(copies -> tables.add(table(group, policy, copies)));
      }
    }
    return tables;
  }

  private static DataTable table(HostGroup group, Policy policy, List<GuestCopy> copies) {
    // Guests that go the same way at the same time share a row.
    Map<List<String>, List<String>> rows = new LinkedHashMap<>();
    int next = 0;
    for (GuestGroup guests : group.guests()) {
      for (int i = 1; i <= guests.count(); i++) {
        String name = guests.count() == 1 ? guests.name() : guests.name() + "-" + i;
        rows.computeIfAbsent(row(group, guests, copies.get(next)), same -> new ArrayList<>())
            .add(name);
        next++;
      }
    }
    double end = copies.stream().mapToDouble(GuestCopy::endSeconds).max().orElse(0);
    return new DataTable(
        group.name()
            + ": migration of all guests under "
            + policy.name()
            + ", derived; "
            + Numbers.fixed(end, 3)
            + " s each way; writes "
            + origin(group),
        List.of(
            "guest",
            "way",
            "from s",
            "copied s",
            "rounds",
            "down s",
            "pushed s",
            "MB sent",
            "lost while copied"),
        rows.entrySet().stream().map(e -> full(e.getValue(), e.getKey())).toList());
  }

  private static String origin(HostGroup group) {
    return group.guests().stream()
        .map(
            guests ->
                guests.name()
                    + " "
                    + (guests.writes().isPresent()
                        ? "given"
                        : "as SPECweb99 in proportion to memory (calibrated)"))
        .collect(Collectors.joining(", "));
  }

  private static List<String> full(List<String> names, List<String> row) {
    List<String> full = new ArrayList<>();
    full.add(
        names.size() == 1 ? names.get(0) : names.get(0) + " .. " + names.get(names.size() - 1));
    full.addAll(row);
    return full;
  }

  private static List<String> row(HostGroup group, GuestGroup guests, GuestCopy copy) {
    String lost =
        group
            .execution()
            .map(run -> copy.lostWhileLive(CopyLoss.of(run, guests.memoryGib() * 0x1p30)))
            .map(share -> Numbers.significant(100 * share, 3) + " %")
            .orElse("not known without mode and cpu");
    return List.of(
        MigrationType.word(copy.mode()),
        Numbers.fixed(copy.startSeconds(), 3),
        Numbers.fixed(copy.liveSeconds(), 3),
        Integer.toString(copy.rounds().size()),
        Numbers.fixed(copy.downtimeSeconds(), 3),
        Numbers.fixed(copy.pushSeconds(), 3),
        Numbers.fixed(copy.bytes() / MEGA, 1),
        lost);
  }
}
