package hebe.models.connection.wrap;

/** What the client hears while the server is down. */
public enum DownPolicy {
  /** Nothing. */
  SILENT(false, false),
  /** A window of zero; its data is neither logged nor acknowledged. */
  ZERO_WINDOW(true, false),
  /** A window of zero; what it sent is logged and acknowledged. */
  LOGGED_ZERO_WINDOW(true, true),
  /** The window stays open up to a buffer; what it sends is logged and acknowledged. */
  LOGGED_OPEN(true, true);

  private final boolean answers;
  private final boolean logs;

  DownPolicy(boolean answers, boolean logs) {
    this.answers = answers;
    this.logs = logs;
  }

  /** Whether the client gets answers. */
  public boolean answers() {
    return answers;
  }

  /** Whether its data goes into the log. */
  public boolean logs() {
    return logs;
  }
}
