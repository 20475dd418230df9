package hebe.sim.trend;

/**
 * Whether equally spaced measurements foretell that a limit is near: they rise by the test of Mann
 * and Kendall, and the line of Sen's slope reaches the limit soon.
 *
 * @param level the test is passed if chance alone would give such a rise with at most this
 *     probability, in (0, 1)
 * @param limit the value whose reaching is foretold
 * @param leadSteps it holds if the limit is reached within so many distances between measurements
 *     after the last; finite and at least 0
 */
public record Forecast(double level, int limit, double leadSteps) {
  public Forecast {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("a level lies between 0 and 1; got " + level);
    }
    if (!(leadSteps >= 0) || Double.isInfinite(leadSteps)) {
      throw new IllegalArgumentException("a lead is finite and not negative; got " + leadSteps);
    }
  }

  /** Whether it holds for measurements from the oldest to the newest. */
  public boolean holds(int[] measured) {
    return MannKendall.of(measured).risesByChance() <= level
        && SenSlope.of(measured).stepsTo(limit) <= leadSteps;
  }
}
