package hebe.models.client;

/** What a connection is used for, which says what its client waits for in an outage. */
public enum ConnectionKind {
  /** The client sends; what nobody acknowledges it must repeat. */
  UPLOAD("upload"),
  /** The client receives, and all that it sent is acknowledged: the server must go on. */
  DOWNLOAD("download"),
  /** The client thinks, sends a request and waits for the response, again and again. */
  REQUEST_RESPONSE("request-response"),
  /** Nothing happens on it. */
  IDLE("idle");

  private final String label;

  ConnectionKind(String label) {
    this.label = label;
  }

  /** Its name in scenarios and results. */
  public String label() {
    return label;
  }
}
