package hebe.scenarios.docs;

import hebe.models.catalog.Catalog;
import hebe.models.catalog.Parameter;
import hebe.models.catalog.Profile;
import hebe.models.catalog.Published;
import hebe.models.recovery.Fates;
import hebe.models.recovery.GuestMechanism;
import hebe.models.recovery.InPlaceUpdate;
import hebe.models.recovery.Mechanism;
import hebe.models.recovery.MicroReboot;
import hebe.models.recovery.Migrate;
import hebe.models.recovery.Renewal;
import hebe.sim.law.Deterministic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What each operation does to everything that ages or is scheduled, as a table in Markdown. */
final class FatesTable {
  private FatesTable() {}

  /** One of every kind of mechanism. */
  static List<Renewal> mechanisms() {
    List<Renewal> mechanisms = new ArrayList<>(List.of(Mechanism.Reboot.values()));
    mechanisms.add(new Mechanism.Restart(new Deterministic(1)));
    mechanisms.add(
        new Migrate(
            new Migrate.Times.Given(new Deterministic(1), new Deterministic(1)),
            new Migrate.Emptied.Rebooted(Mechanism.Reboot.COLD),
            Migrate.Aborts.NONE,
            Migrate.Back.HOME));
    Profile technique =
        Catalog.load(Published.warmVmReboot()).profile(Parameter.Kind.IN_PLACE, "rehype-2011");
    mechanisms.add(new InPlaceUpdate(technique, 1, InPlaceUpdate.Fallback.ROLL_BACK));
    Deterministic none = new Deterministic(0);
    mechanisms.add(new MicroReboot(technique, 1, none, 0, none, Optional.empty()));
    mechanisms.addAll(List.of(GuestMechanism.values()));
    return mechanisms;
  }

  /** The components of {@link Fates}, in their order. */
  static Map<String, Function<Fates, Fates.Fate>> parts() {
    Map<String, Function<Fates, Fates.Fate>> parts = new LinkedHashMap<>();
    parts.put("guest age", Fates::guestAge);
    parts.put("guest schedule (`since-renewal`)", Fates::guestSchedule);
    parts.put("age of the service", Fates::serviceAge);
    parts.put("VMM age in stages", Fates::vmmAge);
    parts.put("what the VMM has leaked", Fates::vmmLeaks);
    parts.put("VMM schedule (`since-renewal`)", Fates::vmmSchedule);
    parts.put("page cache of the guests", Fates::pageCache);
    parts.put("connections of the guests", Fates::connections);
    return parts;
  }

  static String markdown() {
    List<Renewal> mechanisms = mechanisms();
    StringBuilder table = new StringBuilder();
    row(table, "", mechanisms.stream().map(mechanism -> "`" + mechanism.label() + "`").toList());
    row(table, "---", mechanisms.stream().map(mechanism -> "---").toList());
    parts()
        .forEach(
            (part, of) ->
                row(
                    table,
                    part,
                    mechanisms.stream()
                        .map(mechanism -> of.apply(mechanism.fates()).name())
                        .map(fate -> fate.toLowerCase(Locale.ROOT))
                        .toList()));
    row(
        table,
        "noted as lost",
        mechanisms.stream()
            .map(m -> m.lost().isEmpty() ? "nothing" : String.join("; ", m.lost()))
            .toList());
    return table.toString();
  }

  private static void row(StringBuilder table, String first, List<String> cells) {
    table.append("| ").append(first).append(" | ").append(String.join(" | ", cells)).append(" |\n");
  }
}
