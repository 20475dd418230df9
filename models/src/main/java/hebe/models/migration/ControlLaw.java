package hebe.models.migration;

import java.util.List;

/** When a pre-copy stops the guest, and how fast it sends until then. */
public sealed interface ControlLaw permits ConstantRate, PaperLaw, XenLaw, QemuLaw, AtMostRounds {
  /** What comes after these rounds. */
  Next next(Progress progress);

  /**
   * A migration so far.
   *
   * @param memoryBytes memory of the guest
   * @param rounds the rounds, oldest first
   * @param pendingBytes what has to be sent
   */
  record Progress(double memoryBytes, List<Round> rounds, double pendingBytes) {
    public Progress {
      rounds = List.copyOf(rounds);
    }

    /** Whether the first round is still to come. */
    public boolean atStart() {
      return rounds.isEmpty();
    }

    /** The last round; there must be one. */
    public Round last() {
      return rounds.get(rounds.size() - 1);
    }

    /** Bytes sent in all rounds. */
    public double sentBytes() {
      return rounds.stream().mapToDouble(round -> round.pass().sentBytes()).sum();
    }
  }

  /** The next step of a pre-copy. */
  sealed interface Next {
    /** Its rate, in bit/s; above 0. */
    double bitsPerSecond();
  }

  /**
   * A further live round.
   *
   * @param bitsPerSecond its rate
   * @param guestSpeed speed of the guest meanwhile, above 0 to 1
   */
  record Live(double bitsPerSecond, double guestSpeed) implements Next {}

  /**
   * The guest is stopped and the rest is sent.
   *
   * @param bitsPerSecond rate of the last copy
   * @param reason why now
   */
  record Stop(double bitsPerSecond, Reason reason) implements Next {}

  /** Why a pre-copy stops the guest. */
  enum Reason {
    /** Little enough is left. */
    SMALL,
    /** The rate that the guest's writes ask for is above the maximum. */
    DIRTIED_TOO_FAST,
    /** A round at the maximum rate sent more than the one before. */
    GROWING,
    /** As many rounds as allowed. */
    ROUNDS,
    /** As many bytes as allowed. */
    VOLUME
  }
}
