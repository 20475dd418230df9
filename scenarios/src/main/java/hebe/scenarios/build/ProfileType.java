package hebe.scenarios.build;

import hebe.models.catalog.Catalog;
import hebe.models.catalog.Parameter;
import hebe.models.catalog.Profile;
import hebe.scenarios.read.Bounds;
import hebe.scenarios.read.Key;
import hebe.scenarios.read.Mapping;
import hebe.scenarios.read.Type;
import hebe.scenarios.read.Types;
import hebe.scenarios.read.Values;
import hebe.sim.result.Sourced;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Profiles in a scenario: the name of one in the catalog, or one with some of its values replaced.
 */
final class ProfileType {
  private static final double GIB = 1024.0 * 1024 * 1024;
  private static final double MIB = 1024.0 * 1024;

  /** Longest part of an operation: a year, of which no sum leaves the numbers. */
  private static final double MOST_SECONDS = 365 * 86_400.0;

  private ProfileType() {}

  static Type<Profile> of(Catalog catalog, Parameter.Kind kind, String noun) {
    Type<Profile> named =
        Types.choice(noun, catalog.names(kind), name -> name)
            .map(name -> catalog.profile(kind, name));
    Changes changes = Changes.of(catalog, kind, noun);
    Mapping<Profile> changed =
        Mapping.of(
            noun,
            "A profile of the catalog with some values replaced.",
            changes::profile,
            changes.keys().toArray(Key<?>[]::new));
    return Types.firstOf(named, changed);
  }

  /**
   * The keys of a profile with some values replaced.
   *
   * @param base the profile whose other values are kept
   * @param values those that are replaced
   */
  record Changes(Key<Profile> base, Map<Parameter, Key<Optional<Double>>> values) {
    static Changes of(Catalog catalog, Parameter.Kind kind, String noun) {
      return changes(catalog, kind, noun);
    }

    List<Key<?>> keys() {
      List<Key<?>> keys = new ArrayList<>(List.of(base));
      keys.addAll(values.values());
      return keys;
    }

    Profile profile(Values read) {
      return with(read, base, values);
    }
  }

  private static Changes changes(Catalog catalog, Parameter.Kind kind, String noun) {
    Key<Profile> base =
        Key.required(
            "based-on",
            "The profile of the catalog whose other values are kept.",
            Types.choice(noun, catalog.names(kind), name -> name)
                .map(name -> catalog.profile(kind, name)));
    Map<Parameter, Key<Optional<Double>>> values = new LinkedHashMap<>();
    for (Parameter parameter : Parameter.of(kind)) {
      values.put(
          parameter,
          Key.optional(parameter.key(), parameter.doc(), valueOf(parameter), "as in `based-on`"));
    }
    return new Changes(base, values);
  }

  private static Profile with(
      Values read, Key<Profile> base, Map<Parameter, Key<Optional<Double>>> keys) {
    Map<Parameter, Sourced> replaced = new EnumMap<>(Parameter.class);
    keys.forEach(
        (parameter, key) ->
            read.get(key)
                .ifPresent(
                    value ->
                        replaced.put(
                            parameter,
                            Sourced.given(value, parameter.unit(), read.place(key).toString()))));
    return read.get(base).with(replaced);
  }

  /** A value in the unit of its parameter, if one unit of memory takes no longer than sense. */
  private static double notSlow(double value, double seconds) {
    if (!(seconds <= MOST_SECONDS)) {
      throw new IllegalArgumentException(
          "a rate: expected at which a MiB or GiB takes at most "
              + Shown.seconds(MOST_SECONDS)
              + ", got one at which it takes "
              + Shown.seconds(seconds));
    }
    return value;
  }

  /** How a parameter is written; its value is in the unit of the parameter. */
  private static Type<Double> valueOf(Parameter parameter) {
    return switch (parameter.unit()) {
      case "s" -> Types.durationSeconds(Bounds.closed(0, MOST_SECONDS));
      case "s/GiB" -> Types.secondsPerByte().map(value -> notSlow(value * GIB, value * GIB));
      case "GiB" -> Types.memoryBytes().map(bytes -> bytes / GIB);
      case "MiB" -> Types.memoryBytes().map(bytes -> bytes / MIB);
      case "MiB/s" -> Types.bytesPerSecond().map(value -> notSlow(value / MIB, MIB / value));
      case "count" -> Types.integer(1, 4096).map(Integer::doubleValue);
      case "1" -> Types.number(Bounds.closed(0, 1));
      default -> throw new IllegalStateException("no way to write " + parameter.unit());
    };
  }
}
