package hebe.models.client;

import hebe.models.client.Protection.FtTcp;
import hebe.sim.result.Cause;

/** What an outage has taken from one guest so far. */
final class Blow {
  /** What a cause loses if the server forgets its connections. */
  static final String CONNECTIONS = "connections";

  /** What a cause loses if the system of the guest starts anew. */
  static final String SYSTEM = "guest uptime";

  private boolean connections;
  private boolean system;
  private boolean host;
  private boolean planned;

  void begin(Cause cause, boolean ofHost) {
    connections = false;
    system = false;
    host = false;
    planned = cause.planned();
    add(cause, ofHost);
  }

  void add(Cause cause, boolean ofHost) {
    connections |= cause.lost().contains(CONNECTIONS);
    system |= cause.lost().contains(SYSTEM);
    host |= ofHost;
  }

  /** The guest has kept its connections in its memory. */
  boolean kept() {
    return !connections;
  }

  /** The host failed, or was operated on. */
  boolean host() {
    return host;
  }

  /** Nobody but the service failed: the guest's system refuses who comes. */
  boolean refuses() {
    return connections && !system && !host;
  }

  /** The guest is replaced as planned, and its host goes on. */
  boolean upgrade() {
    return planned && !host;
  }

  /** What plain TCP does: an orderly end or a system that lives tells the clients. */
  Treatment plain() {
    if (kept()) {
      return Treatment.KEPT;
    }
    return planned || refuses() ? Treatment.TOLD : Treatment.FORGOTTEN;
  }

  /** What becomes of the connections under FT-TCP if its log is not lost by itself. */
  Treatment under(FtTcp protection) {
    if (kept() || !protection.log().place().survives(system, host)) {
      return plain();
    }
    return host ? Treatment.RESTORED_IN_SILENCE : Treatment.RESTORED;
  }
}
