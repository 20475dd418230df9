package hebe.scenarios.build;

import hebe.models.aging.Leak;
import hebe.models.aging.LeakEvent.Use;
import hebe.models.aging.Resource;
import hebe.models.fleet.GuestGroup;
import hebe.models.fleet.HostGroup;
import hebe.models.load.Execution;
import hebe.models.load.HostLoad;
import hebe.reports.breakdown.Ranged;
import hebe.reports.number.Numbers;
import hebe.reports.table.DataTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How often guests use a VMM that leaks by use, and what that follows from. */
final class VmmUseTable {
  private VmmUseTable() {}

  /** Empty if no VMM leaks by use. */
  static Optional<DataTable> of(Scenario scenario) {
    List<List<String>> rows = new ArrayList<>();
    for (Leak leak : leaks(scenario)) {
      for (HostGroup host : scenario.datacenter().hosts()) {
        host.guests().forEach(guest -> rows.add(row(leak, host, guest)));
      }
    }
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new DataTable(
                "Use of the VMM by each guest while it serves, derived",
                List.of("leak", "guests", "events", "per second", "range", "from"),
                rows));
  }

  /** The leaks of the VMM that follow its use. */
  static List<Leak> leaks(Scenario scenario) {
    return scenario
        .failures()
        .vmm()
        .aging()
        .resource()
        .map(Resource::leaks)
        .orElse(List.of())
        .stream()
        .filter(leak -> leak.on() instanceof Use)
        .toList();
  }

  private static List<String> row(Leak leak, HostGroup host, GuestGroup guest) {
    Use use = (Use) leak.on();
    String guests = host.name() + " " + guest.name();
    return host.use(guest)
        .map(
            rates -> {
              Ranged perSecond = Breakdowns.ranged(use.perSecond(rates));
              return List.of(
                  leak.name(),
                  guests,
                  events(use),
                  perSecond.text(),
                  perSecond.range(),
                  basis(host, host.delivered(guest).orElseThrow()));
            })
        .orElseGet(
            () ->
                List.of(leak.name(), guests, events(use), "0", "", "no workload: it uses nothing"));
  }

  /** What counts, in words. */
  static String events(Use use) {
    return switch (use.kind()) {
      case ENTRIES -> "entries";
      case HYPERCALLS -> "hypercalls";
      case ERROR_PATHS ->
          Numbers.significant(100 * use.errorShare(), 4) + " % of entries, by error paths";
    };
  }

  private static String basis(HostGroup host, HostLoad.Delivered done) {
    Execution execution = host.execution().orElseThrow();
    return done.workload().name()
        + " in "
        + execution.costs().mode().label()
        + " on "
        + execution.costs().microarchitecture().name()
        + ", "
        + Numbers.significant(done.share().value(), 4)
        + " native s of work per s";
  }
}
