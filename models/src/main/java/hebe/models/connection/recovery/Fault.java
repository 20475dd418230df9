package hebe.models.connection.recovery;

import hebe.models.connection.wrap.Replay;

/** Something that happens to the server at an instant, in seconds. */
public sealed interface Fault {

  /** When. */
  double atSeconds();

  /** The server's machine stops. */
  record Crash(double atSeconds) implements Fault {}

  /** The program hangs; its machine goes on. */
  record Hang(double atSeconds) implements Fault {}

  /** The log fails. */
  record LogCrash(double atSeconds) implements Fault {}

  /** The host fails, with the server's machine and the log on it. */
  record HostCrash(double atSeconds) implements Fault {}

  /**
   * The server is replaced by another one that has booted beside it.
   *
   * @param atSeconds when the old one is stopped
   * @param cutoverSeconds until the new one can take connections over
   * @param method how its program gets to where the old one was
   */
  record Upgrade(double atSeconds, double cutoverSeconds, Replay method) implements Fault {}
}
