package hebe.models.migration;

/**
 * Closed form of a pre-copy under uniform dirtying and a constant rate.
 *
 * <p>With r = dirty rate / rate, memory V, rate R and stop threshold Vth: live rounds n =
 * min(ceil(log_r(Vth / V)), most) for r below 1, and the most otherwise; round k carries V r^k. T =
 * (V / R) (1 - r^(n+1)) / (1 - r) + T_res, or (n + 1) V / R + T_res for r = 1; downtime = r^n V / R
 * + T_res. Source: docs/sources.md#live-migration. No round carries more than the memory, so that r
 * above 1 counts as 1. Error: rounding.
 *
 * @param memoryBytes V, above 0
 * @param dirtyBytesPerSecond dirty rate, at least 0
 * @param law rate, threshold and most rounds
 * @param fixedSeconds T_res: all fixed parts of the downtime, at least 0
 */
public record UniformFormulas(
    double memoryBytes, double dirtyBytesPerSecond, ConstantRate law, double fixedSeconds) {
  public UniformFormulas {
    Require.positive("memory in bytes", memoryBytes);
    Require.notNegative("dirty rate in bytes/s", dirtyBytesPerSecond);
    Require.notNegative("fixed parts in seconds", fixedSeconds);
  }

  /** r, dirty rate / rate; at least 0. */
  public double ratio() {
    return dirtyBytesPerSecond / bytesPerSecond();
  }

  /** n, the live rounds. */
  public int rounds() {
    double threshold = law.stopBytes() / memoryBytes;
    if (threshold >= 1) {
      return 0;
    }
    if (ratio() >= 1) {
      return law.maximumRounds();
    }
    if (ratio() == 0) {
      return Math.min(1, law.maximumRounds());
    }
    double needed = StrictMath.log(threshold) / StrictMath.log(ratio());
    // A power of r itself may come out a last bit above the integer.
    double rounds = Math.ceil(needed - 1e-9);
    return (int) Math.min(rounds, law.maximumRounds());
  }

  /** Bytes of round k, from 0; round n is the last copy. */
  public double roundBytes(int k) {
    return memoryBytes * StrictMath.pow(Math.min(1, ratio()), k);
  }

  /** Duration of the migration, in seconds. */
  public double durationSeconds() {
    double r = Math.min(1, ratio());
    int transfers = rounds() + 1;
    double sum = r == 1 ? transfers : (1 - StrictMath.pow(r, transfers)) / (1 - r);
    return memoryBytes / bytesPerSecond() * sum + fixedSeconds;
  }

  /** Downtime, in seconds. */
  public double downtimeSeconds() {
    return roundBytes(rounds()) / bytesPerSecond() + fixedSeconds;
  }

  /** One of m like guests, above 0, that migrate at once over the link: the rate is R / m. */
  public UniformFormulas parallel(int guests) {
    Require.positive("guests", guests);
    ConstantRate share =
        new ConstantRate(law.bitsPerSecond() / guests, law.stopBytes(), law.maximumRounds());
    return new UniformFormulas(memoryBytes, dirtyBytesPerSecond, share, fixedSeconds);
  }

  /** Duration of m like guests, above 0, one after another at the full rate, in seconds. */
  public double serialSeconds(int guests) {
    Require.positive("guests", guests);
    return guests * durationSeconds();
  }

  private double bytesPerSecond() {
    return law.bitsPerSecond() / Byte.SIZE;
  }
}
