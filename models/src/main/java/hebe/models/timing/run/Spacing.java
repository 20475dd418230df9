package hebe.models.timing.run;

/** How events of one rate follow each other. */
public enum Spacing {
  /** Independent: exponential gaps, a Poisson stream. */
  RANDOM,
  /** Equal gaps, the first event after half a gap. */
  EVEN
}
