package hebe.models.timing.run;

/** What keeps a guest busy. */
public sealed interface Activity {
  /**
   * Work without end, cut into pieces of equal native time whose completion times are observed.
   *
   * @param pieceSeconds native time of a piece, above 0
   */
  record Busy(double pieceSeconds) implements Activity {
    public Busy {
      Range.aboveZero("piece in seconds", pieceSeconds);
    }
  }

  /**
   * Requests, served one after the other; the guest blocks when there is none.
   *
   * @param arrivals when they come
   * @param work native work of one
   * @param interruptCycles what the interrupt costs beyond native that tells the guest of a
   *     request, at least 0; none is sent while another request waits or is served
   * @param background whether the guest computes without end when there is no request
   */
  record Requests(Arrivals arrivals, Work work, double interruptCycles, boolean background)
      implements Activity {
    public Requests {
      Range.atLeastZero("cycles of an interrupt", interruptCycles);
    }
  }
}
