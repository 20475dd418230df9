package hebe.models.selfvirt;

/**
 * How native code uses what must not be in use at a switch, on each CPU. Stretches and gaps are
 * exponential and the CPUs independent.
 *
 * @param entriesPerSecond entries into sensitive code per second outside of both kinds of stretches
 * @param sensitiveSeconds mean length of a sensitive stretch, which raises the reference count and
 *     can be interrupted
 * @param closedPerSecond beginnings of stretches with interrupts closed, likewise
 * @param closedSeconds mean length of these, which delay the answer to an interrupt
 */
public record SensitiveCode(
    double entriesPerSecond,
    double sensitiveSeconds,
    double closedPerSecond,
    double closedSeconds) {
  /** None of either. */
  public static final SensitiveCode NONE = new SensitiveCode(0, 0, 0, 0);

  public SensitiveCode {
    atLeastZero("entries per second", entriesPerSecond);
    atLeastZero("length of a sensitive stretch", sensitiveSeconds);
    atLeastZero("closed stretches per second", closedPerSecond);
    atLeastZero("length of a closed stretch", closedSeconds);
  }

  private static void atLeastZero(String what, double number) {
    if (!(number >= 0) || Double.isInfinite(number)) {
      throw new IllegalArgumentException(
          what + ": expected a number that is at least 0, got " + number);
    }
  }

  /** Sensitive code only. */
  public static SensitiveCode of(double entriesPerSecond, double sensitiveSeconds) {
    return new SensitiveCode(entriesPerSecond, sensitiveSeconds, 0, 0);
  }

  /** Share of the time of a CPU that is sensitive: a / (1 + a + b), a and b rate x length. */
  public double sensitiveShare() {
    return entriesPerSecond * sensitiveSeconds / wholeWeight();
  }

  /** Share of the time of a CPU with interrupts closed. */
  public double closedShare() {
    return closedPerSecond * closedSeconds / wholeWeight();
  }

  private double wholeWeight() {
    return 1 + entriesPerSecond * sensitiveSeconds + closedPerSecond * closedSeconds;
  }

  /**
   * Chance that an attempt finds one of the CPUs in sensitive code: 1 - (1 - share)^CPUs. A closed
   * stretch ends before the answer and leaves the code that is not sensitive.
   */
  public double inUseProbability(int cpus) {
    return -StrictMath.expm1(cpus * StrictMath.log1p(-sensitiveShare()));
  }
}
