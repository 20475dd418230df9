package hebe.sim.run;

import java.util.Locale;

/**
 * A replication broke an invariant: a defect of the model or of Hebe, never an outage and never an
 * end of run.
 */
public final class ReplicationException extends RuntimeException {
  private static final long serialVersionUID = 1;

  ReplicationException(
      long seed, int replication, double timeSeconds, String transition, RuntimeException cause) {
    super(
        String.format(
            Locale.ROOT,
            "seed %d, replication %d, at %s s, %s: %s",
            seed,
            replication,
            new java.math.BigDecimal(timeSeconds)
                .round(new java.math.MathContext(12))
                .toPlainString(),
            transition,
            cause.getMessage()),
        cause);
  }
}
