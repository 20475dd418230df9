package hebe.scenarios.build;

import hebe.models.catalog.Profile;
import hebe.models.fleet.GuestGroup;
import hebe.models.fleet.HostGroup;
import hebe.reports.number.Numbers;
import hebe.reports.table.DataTable;
import hebe.sim.result.Sourced;
import java.util.ArrayList;
import java.util.List;

/** The constants of the hosts: value, unit, range, and where each is from. */
final class ConstantsTable {
  private ConstantsTable() {}

  static DataTable of(List<HostGroup> hosts, List<Profile> techniques) {
    List<List<String>> rows = new ArrayList<>();
    for (HostGroup host : hosts) {
      count(rows, host.name(), host.count());
      rows.addAll(constants(host.name(), host.hardware()));
      rows.addAll(constants(host.name(), host.vmm()));
      for (GuestGroup guest : host.guests()) {
        count(rows, guest.name(), guest.count());
        rows.add(given(guest.name() + ".memory", Numbers.exact(guest.memoryGib()), "GiB"));
        rows.addAll(constants(guest.name(), guest.os()));
        rows.addAll(constants(guest.name(), guest.service()));
      }
    }
    techniques.forEach(technique -> rows.addAll(constants(technique.name(), technique)));
    return new DataTable(
        "Constants",
        List.of("value of", "value", "unit", "range", "origin", "provenance", "source or formula"),
        rows);
  }

  private static void count(List<List<String>> rows, String owner, int count) {
    if (count > 1) {
      rows.add(given(owner + ".count", Integer.toString(count), "count"));
    }
  }

  private static List<String> given(String what, String value, String unit) {
    return List.of(what, value, unit, "", "given", "", "scenario");
  }

  private static List<List<String>> constants(String owner, Profile profile) {
    List<List<String>> rows = new ArrayList<>();
    profile
        .values()
        .forEach(
            (parameter, value) ->
                rows.add(
                    List.of(
                        owner + "." + profile.kind().label() + "." + parameter.key(),
                        Numbers.exact(value.value()),
                        value.unit(),
                        range(value),
                        value.origin().label(),
                        provenance(value),
                        value.source())));
    return rows;
  }

  private static String range(Sourced value) {
    return value.low().isPresent() && value.high().isPresent()
        ? Numbers.exact(value.low().getAsDouble())
            + " .. "
            + Numbers.exact(value.high().getAsDouble())
        : "";
  }

  private static String provenance(Sourced value) {
    return value
        .provenance()
        .map(known -> known.label() + (value.verified() ? "" : ", unverified"))
        .orElse("");
  }
}
