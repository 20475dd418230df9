package hebe.models.catalog;

import hebe.sim.result.Sourced;
import java.util.EnumMap;
import java.util.Map;

/**
 * A named set of constants of one kind, complete: every parameter of the kind has a value that is
 * at least 0.
 *
 * @param kind what it describes
 * @param name its name
 * @param values one for each parameter of the kind
 */
public record Profile(Parameter.Kind kind, String name, Map<Parameter, Sourced> values) {
  public Profile {
    values = java.util.Collections.unmodifiableMap(new EnumMap<>(values));
    for (Parameter parameter : Parameter.of(kind)) {
      Sourced value = values.get(parameter);
      if (value == null) {
        throw new IllegalArgumentException(name + " lacks " + parameter.key());
      }
      if (!value.unit().equals(parameter.unit()) || value.value() < 0) {
        throw new IllegalArgumentException(
            name
                + " "
                + parameter.key()
                + " is at least 0, in "
                + parameter.unit()
                + "; got "
                + value.value()
                + " "
                + value.unit());
      }
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
