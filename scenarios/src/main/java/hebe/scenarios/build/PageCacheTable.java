package hebe.scenarios.build;

import hebe.models.fleet.GuestGroup;
import hebe.models.fleet.HostGroup;
import hebe.models.load.CacheUse;
import hebe.reports.number.Numbers;
import hebe.reports.table.DataTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a cold page cache means to each guest of a host. */
final class PageCacheTable {
  private PageCacheTable() {}

  /** The table of a host with guests that need their page cache; empty for others. */
  static Optional<DataTable> of(HostGroup host) {
    List<List<String>> rows = new ArrayList<>();
    for (GuestGroup guest : host.guests()) {
      guest
          .pageCache()
          .ifPresent(
              use -> {
                rows.add(row(host, guest, use, 1));
                if (host.cached() > 1) {
                  rows.add(row(host, guest, use, host.cached()));
                }
              });
    }
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new DataTable(
                host.name() + ": guests after a boot that emptied their page cache",
                List.of(
                    "guest",
                    "working set [MiB]",
                    "guests that boot",
                    "slow for",
                    "speed",
                    "origin"),
                rows));
  }

  private static List<String> row(HostGroup host, GuestGroup guest, CacheUse use, int together) {
    CacheUse.Cold cold = use.cold(host.hardware(), together);
    return List.of(
        guest.name(),
        Shown.number(use.workingSetMib()),
        Integer.toString(together),
        cold.lasts().describe(),
        Numbers.significant(100 * cold.speed(), 4) + " %",
        use.refill().isPresent()
            ? "time given, speed derived"
            : "derived: working set, disk-rate, disk-interference");
  }
}
