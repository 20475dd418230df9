package hebe.scenarios.connection;

import java.util.Locale;

/** How the server is protected and comes back. */
public enum ServerMode {
  /** Plain TCP: the next machine knows nothing. */
  PLAIN("plain TCP; the next machine resets the connections of the last one"),
  /** A restart that repeats what was logged. */
  FT_TCP_COLD("FT-TCP; a restarted machine repeats what was logged"),
  /** A backup that follows 50 ms behind. */
  HOT_BACKUP("FT-TCP; a backup follows 50 ms behind and takes over"),
  /** A checkpoint each second. */
  CHECKPOINT("FT-TCP; the machine goes on from a checkpoint taken each second"),
  /** A planned change to a machine that has booted. */
  UPGRADE("FT-TCP; a machine that has booted beside the old one takes over as planned");

  private final String doc;

  ServerMode(String doc) {
    this.doc = doc;
  }

  /** Its name in options and tables. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What it is, in a few words. */
  public String doc() {
    return doc;
  }
}
