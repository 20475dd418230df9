package hebe.models.recovery;

import hebe.models.migration.Move;
import hebe.sim.law.DelayLaw;
import java.util.List;

/**
 * Rejuvenation by live migration: the guests move to a spare host, the empty host restarts its VMM,
 * the guests move back or stay. Equations: docs/models.md#migration-to-a-spare-host.
 *
 * @param times how long the moves take
 * @param emptied how the empty host restarts
 * @param aborts what happens when the copy of a guest aborts
 * @param back whether the guests return
 */
public record Migrate(Times times, Emptied emptied, Aborts aborts, Back back) implements Mechanism {
  private static final Fates FATES =
      new Fates(
          Fates.Fate.KEPT,
          Fates.Fate.KEPT,
          Fates.Fate.KEPT,
          Fates.Fate.RESET,
          Fates.Fate.RESET,
          Fates.Fate.RESET,
          Fates.Fate.KEPT,
          Fates.Fate.KEPT);

  @Override
  public String label() {
    return "migrate";
  }

  @Override
  public Fates fates() {
    return FATES;
  }

  @Override
  public List<String> lost() {
    return List.of();
  }

  /** How long the moves take. */
  public sealed interface Times {
    /** Computed from memory, its writes and the link. */
    record Computed(Move move) implements Times {}

    /**
     * Given for each guest; all of them are moved at once.
     *
     * @param live it runs and is copied
     * @param stopped it stands still
     */
    record Given(DelayLaw live, DelayLaw stopped) implements Times {}
  }

  /** How the empty host restarts. */
  public sealed interface Emptied {
    /** By a reboot that is computed from the host without its guests. */
    record Rebooted(Reboot by) implements Emptied {
      public Rebooted {
        if (by == Reboot.SAVED) {
          throw new IllegalArgumentException("an empty host has nothing to save");
        }
      }
    }

    /** By a restart of which only the duration is known. */
    record Lasting(DelayLaw duration) implements Emptied {}
  }

  /**
   * Aborted copies: each attempt on the way to the spare host and back aborts with a probability at
   * the end of its live rounds, and the guest goes on where it is; so it does when the host that it
   * is moved to fails. On the way back it is tried until it succeeds.
   *
   * @param share probability that an attempt aborts, in [0, 1)
   * @param retries of each guest on its way to the spare host, at least 0
   * @param retrySeconds from an abort to the next attempt, above 0
   * @param otherwise what follows when all attempts were in vain
   */
  public record Aborts(double share, int retries, double retrySeconds, Otherwise otherwise) {
    /** Nothing aborts by itself; a minute after the failure of a spare host it is tried again. */
    public static final Aborts NONE = new Aborts(0, 1, 60, Otherwise.GIVE_UP);

    public Aborts {
      if (!(share >= 0 && share < 1) || retries < 0 || !(retrySeconds > 0)) {
        throw new IllegalArgumentException(
            "aborts: expected a share in [0, 1), retries of at least 0 and a delay above 0 s; got "
                + share
                + ", "
                + retries
                + ", "
                + retrySeconds);
      }
    }
  }

  /** What follows when a guest could not be moved. */
  public enum Otherwise {
    /** The guests that were moved return; the VMM is not rejuvenated until it is due again. */
    GIVE_UP("give-up"),
    /** The guest is stopped and moved, which succeeds. */
    STOP_AND_COPY("stop-and-copy"),
    /** The moved guests return, and the host is rejuvenated by a warm reboot. */
    WARM_REBOOT("warm-reboot");

    private final String label;

    Otherwise(String label) {
      this.label = label;
    }

    /** Its name in scenarios. */
    public String label() {
      return label;
    }
  }

  /** Where the guests are in the end. */
  public enum Back {
    /** They return to their host, which had its VMM restarted. */
    HOME("home"),
    /** They stay: the spare host is theirs from then on, and their host becomes a spare one. */
    STAY("stay");

    private final String label;

    Back(String label) {
      this.label = label;
    }

    /** Its name in scenarios. */
    public String label() {
      return label;
    }
  }
}
