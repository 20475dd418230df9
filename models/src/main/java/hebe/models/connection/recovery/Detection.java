package hebe.models.connection.recovery;

/**
 * How a failure is noticed.
 *
 * <p>Heartbeats leave at the multiples of T; a machine counts as failed when m of them are missing
 * and a check of so many seconds agrees. A failure at t is noticed (m - U) T + check later, U = (t
 * mod T)/T.
 *
 * @param heartbeatSeconds T, above 0
 * @param missed m, at least 1
 * @param checkSeconds the check, at least 0
 * @param hangSeconds after which a program that does nothing counts as failed although its
 *     machine's heart beats, above 0
 */
public record Detection(
    double heartbeatSeconds, int missed, double checkSeconds, double hangSeconds) {
  public Detection {
    if (!(heartbeatSeconds > 0 && checkSeconds >= 0 && hangSeconds > 0) || missed < 1) {
      throw new IllegalArgumentException("detection: expected heartbeats, and times above 0 s");
    }
  }

  /** Seconds from a crash at this instant until it is noticed. */
  public double crashSeconds(double atSeconds) {
    double phase = atSeconds - StrictMath.floor(atSeconds / heartbeatSeconds) * heartbeatSeconds;
    return missed * heartbeatSeconds - phase + checkSeconds;
  }
}
