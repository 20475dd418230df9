package hebe.models.migration;

/**
 * What a live round takes from the guest at the source: its shadow page tables are thrown away, the
 * first write to each page traps, the tables are filled again, and sending takes processor time.
 * Charged to the guest, not fed back into its writes.
 *
 * @param pageBytes bytes of a page, above 0
 * @param faultSeconds cost of the write fault of a page, at least 0
 * @param refillSeconds cost of filling the tables again, per round, at least 0
 * @param sendSecondsPerByte processor time to send a byte, at least 0
 */
public record SourceCost(
    double pageBytes, double faultSeconds, double refillSeconds, double sendSecondsPerByte) {
  public SourceCost {
    Require.positive("bytes of a page", pageBytes);
    Require.notNegative("cost of a fault in seconds", faultSeconds);
    Require.notNegative("cost of a refill in seconds", refillSeconds);
    Require.notNegative("cost of a byte in seconds", sendSecondsPerByte);
  }

  /** Dirty logging of a round, in seconds: unique dirty pages x fault + refill. */
  public double trapSeconds(Round round) {
    return round.pass().dirtiedBytes() / pageBytes * faultSeconds + refillSeconds;
  }

  /** All that the round takes from the guest, in seconds: traps, sending, throttle. */
  public double lostSeconds(Round round) {
    Passes.Pass pass = round.pass();
    return trapSeconds(round)
        + pass.sentBytes() * sendSecondsPerByte
        + pass.seconds() * (1 - round.guestSpeed());
  }

  /** Share of the throughput that the guest loses in the round; 0 to 1. */
  public double throughputLoss(Round round) {
    return Math.min(1, lostSeconds(round) / round.pass().seconds());
  }
}
