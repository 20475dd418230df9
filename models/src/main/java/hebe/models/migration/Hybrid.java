package hebe.models.migration;

/** Some rounds of pre-copy, then post-copy of what is dirty. */
public final class Hybrid {
  private Hybrid() {}

  /**
   * A migration alone on its link.
   *
   * @param memory how the guest writes at the source
   * @param law control law of the live rounds
   * @param mostRounds most of them, at least 0
   * @param guest how the guest touches pages after it resumes; it touches all that are missing
   * @param link the link of the post-copy
   * @param push its order
   */
  public static Run run(
      DirtyModel memory,
      ControlLaw law,
      int mostRounds,
      PostCopyMemory guest,
      PostCopyLink link,
      Push push) {
    ControlLaw bounded = new AtMostRounds(law, mostRounds, link.bitsPerSecond());
    PreCopyRun rounds = PreCopy.run(memory, bounded, link.switchOver());
    int missing = (int) Math.ceil(rounds.finalBytes() / guest.pageBytes());
    return new Run(rounds, PostCopy.run(guest.touchingAllOf(missing), link, push));
  }

  /**
   * What happened.
   *
   * @param preCopy the live rounds; its last copy did not take place
   * @param postCopy what followed instead
   */
  public record Run(PreCopyRun preCopy, PostCopyRun postCopy) {
    /** All bytes that crossed the link. */
    public double totalBytes() {
      return preCopy.totalBytes() - preCopy.finalBytes() + postCopy.totalBytes();
    }

    /** How long the guest stands still, in seconds. */
    public double downtimeSeconds() {
      return postCopy.downtimeSeconds();
    }

    /** From the first byte until the last page is there, in seconds. */
    public double durationSeconds() {
      return preCopy.liveSeconds() + postCopy.durationSeconds();
    }
  }
}
