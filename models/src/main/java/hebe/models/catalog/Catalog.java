package hebe.models.catalog;

import hebe.sim.result.Provenance;
import hebe.sim.result.Sourced;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The named profiles that ship with Hebe. */
public final class Catalog {
  private static final List<String> COLUMNS =
      List.of(
          "kind",
          "name",
          "parameter",
          "published",
          "value",
          "unit",
          "low",
          "high",
          "provenance",
          "source",
          "note");

  /** Sources write GB and MB of memory and mean the binary units. */
  private static final Map<String, String> BINARY_UNITS = Map.of("GB", "GiB", "MB", "MiB");

  private final Map<Parameter.Kind, Map<String, Profile>> profiles =
      new EnumMap<>(Parameter.Kind.class);

  private Catalog(Map<Parameter.Kind, Map<String, Map<Parameter, Sourced>>> values) {
    values.forEach(
        (kind, byName) -> {
          Map<String, Profile> made = new LinkedHashMap<>();
          byName.forEach((name, parameters) -> made.put(name, new Profile(kind, name, parameters)));
          profiles.put(kind, made);
        });
  }

  /** Reads the catalog; its figures come from the published ones by their ids. */
  public static Catalog load(Published published) {
    return of(CsvTable.read("/hebe/models/catalog.csv", COLUMNS), published);
  }

  /** The catalog with these rows. */
  static Catalog of(List<Map<String, String>> rows, Published published) {
    Derivations derivations = new Derivations(published);
    Map<Parameter.Kind, Map<String, Map<Parameter, Sourced>>> values =
        new EnumMap<>(Parameter.Kind.class);
    for (Parameter.Kind kind : Parameter.Kind.values()) {
      values.put(kind, new LinkedHashMap<>());
    }
    for (Map<String, String> row : rows) {
      Parameter parameter = parameter(row.get("kind"), row.get("parameter"));
      Sourced before =
          values
              .get(parameter.kind())
              .computeIfAbsent(row.get("name"), name -> new EnumMap<>(Parameter.class))
              .put(parameter, value(row, published, derivations));
      if (before != null) {
        throw new IllegalStateException(
            "the catalog gives " + row.get("name") + " " + parameter.key() + " twice");
      }
    }
    return new Catalog(values);
  }

  /** The names of the profiles of a kind, in the order of the catalog. */
  public List<String> names(Parameter.Kind kind) {
    return List.copyOf(profiles.get(kind).keySet());
  }

  /** A profile; its name must be one of {@link #names}. */
  public Profile profile(Parameter.Kind kind, String name) {
    Profile profile = profiles.get(kind).get(name);
    if (profile == null) {
      throw new IllegalArgumentException(
          "no " + kind.label() + " is called '" + name + "'; there are " + names(kind));
    }
    return profile;
  }

  private static Parameter parameter(String kind, String key) {
    for (Parameter parameter : Parameter.values()) {
      if (parameter.kind().label().equals(kind) && parameter.key().equals(key)) {
        return parameter;
      }
    }
    throw new IllegalStateException("the catalog names an unknown parameter: " + kind + " " + key);
  }

  private static Sourced value(
      Map<String, String> row, Published published, Derivations derivations) {
    String reference = row.get("published");
    if (!reference.isEmpty() && !row.get("value").isEmpty()) {
      throw new IllegalStateException("the catalog gives a value beside " + reference);
    }
    if (reference.startsWith("derived:")) {
      return derivations.of(reference.substring("derived:".length()));
    }
    if (!reference.isEmpty()) {
      return fromFigure(published.input(reference), row.get("unit"));
    }
    Provenance provenance = Provenance.of(row.get("provenance"));
    String note = row.get("note").isEmpty() ? "" : ": " + row.get("note");
    return new Sourced(
        Double.parseDouble(row.get("value")),
        row.get("unit"),
        Published.number(row.get("low")),
        Published.number(row.get("high")),
        Sourced.Origin.CATALOG,
        Optional.of(provenance),
        provenance.verified(),
        row.get("source") + note);
  }

  private static Sourced fromFigure(Published.Figure figure, String unit) {
    if (!BINARY_UNITS.getOrDefault(figure.unit(), figure.unit()).equals(unit)) {
      throw new IllegalStateException(
          figure.id() + " is in " + figure.unit() + ", the catalog wants " + unit);
    }
    return new Sourced(
        figure.value(),
        unit,
        figure.low(),
        figure.high(),
        Sourced.Origin.CATALOG,
        Optional.of(figure.provenance()),
        figure.verified(),
        figure.id() + ": " + figure.source() + ", " + figure.quantity());
  }
}
