package hebe.models.migration;

/** What fails during a migration; one at a time. */
public enum Failure {
  /** The host that the guest comes from. */
  SOURCE,
  /** The host that it goes to. */
  DESTINATION,
  /** The link between them. */
  LINK;

  /**
   * What follows for the guest.
   *
   * <p>Until the commit the source is authoritative; after it the destination; while the state is
   * split the guest needs both, or a checkpoint that stands for the part that is lost. Checkpoints
   * survive, and are reachable from the source only when the link is cut, so that a guest never
   * runs twice. Source: docs/sources.md#live-migration.
   */
  public Consequence in(Phase phase, Protection protection) {
    return switch (phase) {
      case RESERVING, ITERATING, STOPPED -> beforeCommit(protection);
      case ACTIVATING ->
          this == DESTINATION ? Consequence.LOST : Consequence.GOES_ON_AT_DESTINATION;
      case RESUMED_REMOTE -> whileSplit(protection);
    };
  }

  private Consequence beforeCommit(Protection protection) {
    if (this != SOURCE) {
      return Consequence.STAYS_AT_SOURCE;
    }
    return protection.forward() ? Consequence.RESTARTS_FROM_CHECKPOINT : Consequence.LOST;
  }

  private Consequence whileSplit(Protection protection) {
    if (this == SOURCE) {
      return protection.forward() ? Consequence.RELOADS_MISSING_PAGES : Consequence.LOST;
    }
    return protection.reverse() ? Consequence.RESTARTS_AT_SOURCE : Consequence.LOST;
  }

  /** What follows for the guest. */
  public enum Consequence {
    /** The migration is rolled back; the guest goes on at the source. */
    STAYS_AT_SOURCE,
    /** The migration is as good as done. */
    GOES_ON_AT_DESTINATION,
    /** The guest runs on at the destination; the checkpoint gives what the source no longer can. */
    RELOADS_MISSING_PAGES,
    /** The guest restarts at the source, from the last reverse checkpoint. */
    RESTARTS_AT_SOURCE,
    /** The guest restarts elsewhere, from the last forward checkpoint. */
    RESTARTS_FROM_CHECKPOINT,
    /** The guest is lost, as in any crash of its host. */
    LOST
  }

  /** Which checkpoints are taken. */
  public enum Protection {
    /** None. */
    NONE(false, false),
    /** Forward incremental ones, of the source. */
    FORWARD(true, false),
    /** Reverse incremental ones, of the destination. */
    REVERSE(false, true),
    /** Both. */
    BOTH(true, true);

    private final boolean forward;
    private final boolean reverse;

    Protection(boolean forward, boolean reverse) {
      this.forward = forward;
      this.reverse = reverse;
    }

    boolean forward() {
      return forward;
    }

    boolean reverse() {
      return reverse;
    }
  }
}
