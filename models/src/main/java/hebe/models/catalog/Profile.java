package hebe.models.catalog;

import hebe.sim.result.Sourced;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * A named set of constants of one kind, complete: every parameter of the kind has a value that is
 * at least 0.
 *
 * @param kind what it describes
 * @param name its name
 * @param values one for each parameter of the kind
 */
public record Profile(Parameter.Kind kind, String name, Map<Parameter, Sourced> values) {
  /** What a host cannot be without. */
  private static final Set<Parameter> POSITIVE =
      Set.of(Parameter.MEMORY, Parameter.CORES, Parameter.DISK_RATE);

  public Profile {
    values = java.util.Collections.unmodifiableMap(new EnumMap<>(values));
    for (Parameter parameter : Parameter.of(kind)) {
      if (!values.containsKey(parameter)) {
        throw new IllegalArgumentException(name + " lacks " + parameter.key());
      }
    }
    for (Map.Entry<Parameter, Sourced> entry : values.entrySet()) {
      check(kind, name, entry.getKey(), entry.getValue());
    }
  }

  private static void check(Parameter.Kind kind, String name, Parameter parameter, Sourced value) {
    if (parameter.kind() != kind) {
      throw new IllegalArgumentException(
          name + " describes a " + kind.label() + " and has no " + parameter.key());
    }
    boolean positive = POSITIVE.contains(parameter);
    boolean inRange = positive ? value.value() > 0 : value.value() >= 0;
    if (!value.unit().equals(parameter.unit()) || !inRange) {
      throw new IllegalArgumentException(
          name
              + " "
              + parameter.key()
              + (positive ? " is above 0, in " : " is at least 0, in ")
              + parameter.unit()
              + "; got "
              + value.value()
              + " "
              + value.unit());
    }
  }

  /** The value of a parameter, in its unit. */
  public double get(Parameter parameter) {
    return values.get(parameter).value();
  }

  /** This profile with some values replaced. */
  public Profile with(Map<Parameter, Sourced> replaced) {
    Map<Parameter, Sourced> merged = new EnumMap<>(values);
    merged.putAll(replaced);
    return new Profile(kind, name, merged);
  }
}
