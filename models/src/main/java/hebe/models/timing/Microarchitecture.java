package hebe.models.timing;

import java.util.OptionalDouble;

/**
 * A processor, or a processor with the VMM and year that its costs are tied to.
 *
 * @param name its name, lower case with hyphens
 * @param extensions what it has for virtual machines
 * @param nominalHertz nominal clock of a part that was measured; empty when no part is named
 * @param note remarks
 */
public record Microarchitecture(
    String name, Extensions extensions, OptionalDouble nominalHertz, String note) {
  public Microarchitecture {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a microarchitecture needs a name");
    }
    if (nominalHertz.isPresent() && !(nominalHertz.getAsDouble() > 0)) {
      throw new IllegalArgumentException(name + ": the clock is above 0");
    }
  }

  /** Refuses a mode that the processor cannot have, with the reason. */
  public void require(Mode mode) {
    if (!supports(mode)) {
      throw new IllegalArgumentException(
          name
              + " cannot run "
              + mode.label()
              + ": it has "
              + extensions.words()
              + ", and the mode needs "
              + mode.needs().words());
    }
  }

  /** Whether the processor has what the mode needs. */
  public boolean supports(Mode mode) {
    return extensions.include(mode.needs());
  }
}
