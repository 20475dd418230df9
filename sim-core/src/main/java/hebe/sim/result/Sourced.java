package hebe.sim.result;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A value of the real world, with what is known about it.
 *
 * @param value the value
 * @param unit its unit; {@code 1} for a share, {@code count} for a number of things
 * @param low lower end of its plausible range, if one is known
 * @param high upper end of its plausible range, if one is known
 * @param origin where Hebe has it from
 * @param provenance how the figure is known; empty for a value that the user gave
 * @param verified whether the figure and all that it rests on are verified
 * @param source the source, the formula, or the place in the scenario
 */
public record Sourced(
    double value,
    String unit,
    OptionalDouble low,
    OptionalDouble high,
    Origin origin,
    Optional<Provenance> provenance,
    boolean verified,
    String source) {
  public Sourced {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "a sourced value must be finite; got " + value + " from " + source);
    }
  }

  /** A value that the user wrote. */
  public static Sourced given(double value, String unit, String place) {
    return new Sourced(
        value,
        unit,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        Origin.GIVEN,
        Optional.empty(),
        true,
        place);
  }

  /** A value computed from others by a stated formula; it is verified if they all are. */
  public static Sourced derived(double value, String unit, String formula, boolean verified) {
    return new Sourced(
        value,
        unit,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        Origin.DERIVED,
        Optional.of(Provenance.DERIVED),
        verified,
        formula);
  }

  /** Where Hebe has a value from. */
  public enum Origin {
    /** Written by the user in the scenario. */
    GIVEN("given"),
    /** A row of the catalog. */
    CATALOG("catalog"),
    /** Computed from other values by its mechanism. */
    DERIVED("derived");

    private final String label;

    Origin(String label) {
      this.label = label;
    }

    /** The word shown to people. */
    public String label() {
      return label;
    }
  }
}
