package hebe.models.client;

import hebe.models.connection.wrap.DownPolicy;
import hebe.sim.law.DelayLaw;
import java.util.Optional;

/** What stands between the connections of the guests and the failures of their servers. */
public sealed interface Protection {
  /** What its logging costs the guests. */
  Logging logging();

  /** Nothing: a server that fails forgets its connections. */
  record PlainTcp() implements Protection {
    @Override
    public Logging logging() {
      return Logging.FREE;
    }
  }

  /**
   * FT-TCP on the host of the guest. It masks what its log survives: not a failure of the VMM or
   * the host, unless the log is elsewhere.
   *
   * @param recovery after a failure
   * @param upgrade from the stop of the old guest until the connections go on, when the guest is
   *     replaced as planned by one that has booted beside it; empty if it is recovered like a
   *     failed one
   * @param whileDown what the clients hear meanwhile
   * @param bufferBytes what {@link DownPolicy#LOGGED_OPEN} takes in from an upload
   * @param log where the log is, and how often it is lost
   * @param connectionSeconds to rebuild the TCP state of a connection, at least 0
   * @param logging what the logging costs the guests
   */
  record FtTcp(
      Recovery recovery,
      Optional<DelayLaw> upgrade,
      DownPolicy whileDown,
      long bufferBytes,
      Log log,
      double connectionSeconds,
      Logging logging)
      implements Protection {
    public FtTcp {
      if (!(connectionSeconds >= 0) || bufferBytes < 0) {
        throw new IllegalArgumentException("ft-tcp: expected no time and no size below 0");
      }
    }
  }

  /**
   * The log.
   *
   * @param place where it is
   * @param failing probability, in [0, 1], that it is lost in an outage that it should survive
   */
  record Log(Place place, double failing) {
    public Log {
      if (!(failing >= 0 && failing <= 1)) {
        throw new IllegalArgumentException("log: expected a probability, got " + failing);
      }
    }
  }

  /** Where the log is, which says what it survives. */
  enum Place {
    /** In the guest: it survives its service. */
    GUEST("guest"),
    /** In the driver domain: it survives the guest. */
    DRIVER_DOMAIN("driver-domain"),
    /** In the VMM: it survives the guest. */
    VMM("vmm"),
    /** On another host: it survives all; the wrap itself falls silent with its host. */
    OTHER_HOST("other-host");

    private final String label;

    Place(String label) {
      this.label = label;
    }

    /** Its name in scenarios. */
    public String label() {
      return label;
    }

    /** Whether a log here is left after an outage in which so much failed. */
    boolean survives(boolean guestFailed, boolean hostFailed) {
      return switch (this) {
        case GUEST -> !guestFailed && !hostFailed;
        case DRIVER_DOMAIN, VMM -> !hostFailed;
        case OTHER_HOST -> true;
      };
    }
  }
}
