package hebe.models.timing.run;

/** Native work of one request or packet, in cycles. */
public sealed interface Work {
  /** Its mean, in cycles. */
  double meanCycles();

  /** The work at the uniform u in (0, 1), in cycles: a greater u is more work. */
  double cycles(double u);

  /**
   * The same each time.
   *
   * @param meanCycles at least 0, finite
   */
  record Fixed(double meanCycles) implements Work {
    public Fixed {
      Range.atLeastZero("work in cycles", meanCycles);
    }

    @Override
    public double cycles(double u) {
      return meanCycles;
    }
  }

  /**
   * Exponentially distributed.
   *
   * @param meanCycles at least 0, finite
   */
  record Exponential(double meanCycles) implements Work {
    public Exponential {
      Range.atLeastZero("work in cycles", meanCycles);
    }

    @Override
    public double cycles(double u) {
      return -meanCycles * StrictMath.log1p(-u);
    }
  }
}
