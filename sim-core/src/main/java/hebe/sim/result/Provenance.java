package hebe.sim.result;

import java.util.Locale;

/** How a constant of the real world is known. */
public enum Provenance {
  /** Read in the source itself. */
  TEXT(true),
  /** Read in a secondary source. */
  TEXT2(true),
  /** Read in the abstract of the source. */
  ABSTRACT(true),
  /** Arithmetic on other figures; it stands no higher than they do. */
  DERIVED(true),
  /** Exact, by a solver or a formula that is stated. */
  COMPUTED(true),
  /** Counted or timed by the project. */
  MEASURED(true),
  /** Commonly quoted, not verified against the source. */
  RECALLED(false),
  /** A modelling assumption. */
  ESTIMATED(false);

  private final boolean verifiable;

  Provenance(boolean verifiable) {
    this.verifiable = verifiable;
  }

  /** Whether a figure known this way counts as verified, given that all it rests on does. */
  public boolean verified() {
    return verifiable;
  }

  /** The word used in data files. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The provenance with this word; the word must be one of the eight. */
  public static Provenance of(String label) {
    for (Provenance provenance : values()) {
      if (provenance.label().equals(label)) {
        return provenance;
      }
    }
    throw new IllegalArgumentException("unknown provenance '" + label + "'");
  }
}
