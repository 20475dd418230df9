package hebe.models.migration;

/**
 * The law of QEMU's defaults: one rate; stop when the rest takes no longer than the downtime
 * target. With auto-converge the guest is slowed down each time that two rounds, not necessarily in
 * succession, dirtied more than a share of what they sent: to 1 - first throttle, then in steps. A
 * guest whose writes outrun the link without auto-converge never ends by itself, so a number of
 * rounds bounds the patience of the administrator, who then lets it stop.
 *
 * @param bitsPerSecond bandwidth limit of the live rounds, above 0
 * @param downtimeSeconds downtime target, above 0
 * @param throttle auto-converge
 * @param maximumRounds patience, above 0
 * @param finalBitsPerSecond rate of the last copy, above 0
 */
public record QemuLaw(
    double bitsPerSecond,
    double downtimeSeconds,
    Throttle throttle,
    int maximumRounds,
    double finalBitsPerSecond)
    implements ControlLaw {
  public QemuLaw {
    Require.positive("bandwidth limit in bit/s", bitsPerSecond);
    Require.positive("downtime target in seconds", downtimeSeconds);
    Require.positive("rounds", maximumRounds);
    Require.positive("rate of the last copy in bit/s", finalBitsPerSecond);
  }

  /** Whether and how the guest is slowed down. */
  public sealed interface Throttle {
    /** Speed of the guest after this many steps, above 0 to 1. */
    double guestSpeed(int steps);

    /** Whether a round counts towards a step. */
    boolean counts(Round round);

    /** Rounds that count, for one step; above 0. */
    int roundsPerStep();
  }

  /** The guest is not slowed down. */
  public record NoThrottle() implements Throttle {
    @Override
    public double guestSpeed(int steps) {
      return 1;
    }

    @Override
    public boolean counts(Round round) {
      return false;
    }

    @Override
    public int roundsPerStep() {
      return 1;
    }
  }

  /**
   * Auto-converge.
   *
   * @param triggerShare dirtied / sent above which a round counts, above 0
   * @param roundsPerStep rounds that count, for one step, above 0
   * @param firstShare first throttle, 0 to 1
   * @param stepShare further throttle of each step, 0 to 1
   * @param largestShare largest throttle, 0 up to below 1
   */
  public record AutoConverge(
      double triggerShare,
      int roundsPerStep,
      double firstShare,
      double stepShare,
      double largestShare)
      implements Throttle {
    public AutoConverge {
      Require.positive("trigger", triggerShare);
      Require.positive("rounds per step", roundsPerStep);
      Require.share("first throttle", firstShare);
      Require.share("step of the throttle", stepShare);
      Require.share("largest throttle", largestShare);
      Require.positive("1 - largest throttle", 1 - largestShare);
    }

    @Override
    public double guestSpeed(int steps) {
      return steps == 0 ? 1 : 1 - Math.min(firstShare + (steps - 1) * stepShare, largestShare);
    }

    @Override
    public boolean counts(Round round) {
      return round.pass().dirtiedBytes() > triggerShare * round.pass().sentBytes();
    }
  }

  @Override
  public Next next(Progress progress) {
    if (!progress.atStart()) {
      double mostBytes = bitsPerSecond / Byte.SIZE * downtimeSeconds;
      if (progress.pendingBytes() <= mostBytes) {
        return new Stop(finalBitsPerSecond, Reason.SMALL);
      }
      if (progress.rounds().size() >= maximumRounds) {
        return new Stop(finalBitsPerSecond, Reason.ROUNDS);
      }
    }
    long counted = progress.rounds().stream().filter(throttle::counts).count();
    int steps = (int) counted / throttle.roundsPerStep();
    return new Live(bitsPerSecond, throttle.guestSpeed(steps));
  }
}
