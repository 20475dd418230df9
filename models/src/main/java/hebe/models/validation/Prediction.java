package hebe.models.validation;

import hebe.models.catalog.Published;

/**
 * A published figure beside what Hebe's model says.
 *
 * @param figure the published figure, role {@code target}
 * @param predicted the prediction, in the unit of the figure
 * @param standing what an agreement is worth
 * @param how the arithmetic or the run behind it, in one line
 */
public record Prediction(Published.Figure figure, double predicted, Standing standing, String how) {
  public Prediction {
    if (figure.role() != Published.Role.TARGET
        || (figure.low().isEmpty() && figure.high().isEmpty())) {
      throw new IllegalArgumentException(figure.id() + " is not a target with a band");
    }
  }

  /** Whether the prediction lies in the accepted band; a band may be open at one end. */
  public boolean hit() {
    return figure.low().orElse(Double.NEGATIVE_INFINITY) <= predicted
        && predicted <= figure.high().orElse(Double.POSITIVE_INFINITY);
  }

  /** What an agreement is worth. */
  public enum Standing {
    /** Figure and inputs are verified: a miss is a failure. */
    GATE("gate"),
    /**
     * The figure or one of the inputs is not verified against its source: shown, never a
     * reproduction.
     */
    UNVERIFIED("unverified"),
    /** The figure shares its data with an input. */
    NOT_INDEPENDENT("not independent");

    private final String label;

    Standing(String label) {
      this.label = label;
    }

    /** The words in tables. */
    public String label() {
      return label;
    }
  }
}
