package hebe.sim.exact;

import java.util.List;

/** A model has no exact solution within the limits; says every reason, and what would help. */
public final class UnsolvableException extends Exception {
  private static final long serialVersionUID = 1;

  private final List<String> reasons;

  /** Reasons in sentences, at least one. */
  public UnsolvableException(List<String> reasons) {
    super("no exact solution: " + String.join("; ", reasons));
    this.reasons = List.copyOf(reasons);
  }

  /** The reasons, one sentence each, in the order of the model. */
  public List<String> reasons() {
    return reasons;
  }
}
