package hebe.models.aging;

import hebe.models.catalog.CsvTable;
import hebe.sim.result.Provenance;
import hebe.sim.result.Sourced;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The resources and leaks that are known, from a table that ships with Hebe.
 *
 * @param presets in the order of the table
 */
public record LeakPresets(List<Preset> presets) {
  private static final List<String> COLUMNS =
      List.of(
          "kind", "name", "value", "unit", "low", "high", "event", "provenance", "source", "note");
  private static final long KIB = 1024;

  public LeakPresets {
    presets = List.copyOf(presets);
  }

  /** What a preset is of. */
  public enum Kind {
    /** The size of a resource. */
    CAPACITY,
    /** What an event takes of it. */
    LEAK
  }

  /**
   * One of them.
   *
   * @param kind what it is of
   * @param name its name in scenarios
   * @param size how much, in KiB
   * @param event what leaks, if it is something that the model does; otherwise the user says how
   *     often it happens
   * @param note what it is, for people
   */
  public record Preset(
      Kind kind, String name, Sourced size, Optional<LeakEvent.Own> event, String note) {
    /** How much, in bytes. */
    public long bytes() {
      return StrictMath.round(size.value()) * KIB;
    }
  }

  /** Reads the table. */
  public static LeakPresets load() {
    return of(CsvTable.read("/hebe/models/aging/leaks.csv", COLUMNS));
  }

  /** The presets of a kind. */
  public List<Preset> of(Kind kind) {
    return presets.stream().filter(preset -> preset.kind() == kind).toList();
  }

  /** The preset of this name. */
  public Preset named(String name) {
    return presets.stream()
        .filter(preset -> preset.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no leak is called '" + name + "'"));
  }

  private static LeakPresets of(List<Map<String, String>> rows) {
    List<Preset> presets = new ArrayList<>();
    for (Map<String, String> row : rows) {
      presets.add(preset(row));
    }
    return new LeakPresets(presets);
  }

  private static Preset preset(Map<String, String> row) {
    if (!row.get("unit").equals("KiB")) {
      throw new IllegalStateException(row.get("name") + " is not in KiB");
    }
    Provenance provenance = Provenance.of(row.get("provenance"));
    return new Preset(
        Kind.valueOf(row.get("kind").toUpperCase(java.util.Locale.ROOT)),
        row.get("name"),
        new Sourced(
            Double.parseDouble(row.get("value")),
            row.get("unit"),
            number(row.get("low")),
            number(row.get("high")),
            Sourced.Origin.CATALOG,
            Optional.of(provenance),
            provenance.verified(),
            row.get("source")),
        event(row.get("event")),
        row.get("note"));
  }

  private static Optional<LeakEvent.Own> event(String label) {
    for (LeakEvent.Own event : LeakEvent.Own.values()) {
      if (event.label().equals(label)) {
        return Optional.of(event);
      }
    }
    if (!label.isEmpty()) {
      throw new IllegalStateException("no event is called '" + label + "'");
    }
    return Optional.empty();
  }

  private static OptionalDouble number(String text) {
    return text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
  }
}
