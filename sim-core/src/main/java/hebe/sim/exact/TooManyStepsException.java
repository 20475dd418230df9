package hebe.sim.exact;

/** An instant so late, beside the fastest rate, that the steps to it are not worth the time. */
public final class TooManyStepsException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  TooManyStepsException(String message) {
    super(message);
  }
}
