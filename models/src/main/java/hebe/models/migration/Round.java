package hebe.models.migration;

/**
 * One live round of a pre-copy.
 *
 * @param pass what it sent, skipped and saw dirtied
 * @param bitsPerSecond the rate that the control law asked for
 * @param guestSpeed speed of the guest meanwhile, above 0 to 1
 */
public record Round(Passes.Pass pass, double bitsPerSecond, double guestSpeed) {
  /** Bytes dirtied per second of the round, as a rate in bit/s. */
  public double dirtyBitsPerSecond() {
    return Byte.SIZE * pass.dirtiedBytes() / pass.seconds();
  }
}
