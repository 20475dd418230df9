package hebe.scenarios.connection;

import hebe.models.connection.OutageEffect.Waiting;
import hebe.models.connection.Workload;
import hebe.models.connection.server.Costs;
import hebe.models.connection.server.Service;
import java.util.Locale;

/** What a client does when its server fails. */
public enum ClientKind {
  /** It sends: 1,000 B every 0.1 s. */
  UPLOAD("sends 1,000 B every 0.1 s", Waiting.FOR_AN_ACKNOWLEDGEMENT),
  /** It receives: 100,000 B/s. */
  DOWNLOAD("receives 100,000 B/s", Waiting.FOR_A_RESPONSE),
  /** It asks, waits and thinks. */
  REQUEST_RESPONSE(
      "asks with 200 B for 1,000 B, 0.1 s after each answer", Waiting.FOR_AN_ACKNOWLEDGEMENT),
  /** It does nothing. */
  IDLE("keeps an open connection and says nothing", Waiting.FOR_NOTHING);

  private static final double RATE = 100_000;
  private static final double PACE_SECONDS = 0.1;
  private static final int WRITE_BYTES = 1000;

  /** Of an upload, in bytes per second. */
  static final double UPLOAD_RATE = WRITE_BYTES / PACE_SECONDS;

  /** More than a run can take. */
  private static final long ENDLESS = 1_000_000_000;

  private final String doc;
  private final Waiting waiting;

  ClientKind(String doc, Waiting waiting) {
    this.doc = doc;
    this.waiting = waiting;
  }

  /** Its name in options and tables. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What it does, in a few words. */
  public String doc() {
    return doc;
  }

  /** What it waits for when the server fails. */
  public Waiting waiting() {
    return waiting;
  }

  /** Without end. */
  Workload workload() {
    return switch (this) {
      case UPLOAD -> Workload.exchanges(1).paced(WRITE_BYTES, PACE_SECONDS);
      case DOWNLOAD -> Workload.exchanges(1);
      case REQUEST_RESPONSE -> Workload.exchanges(1_000_000).withThinking(PACE_SECONDS);
      case IDLE -> Workload.idle();
    };
  }

  /** What answers it. */
  Service service() {
    return switch (this) {
      case UPLOAD -> Service.of(ENDLESS, 1);
      case DOWNLOAD -> download(ENDLESS);
      case REQUEST_RESPONSE, IDLE -> Service.of(200, 1000);
    };
  }

  /** A few exchanges, the server's failure between them: what decides whether it survives. */
  Workload shortWorkload() {
    return switch (this) {
      case UPLOAD -> Workload.exchanges(1).paced(100, 10);
      case DOWNLOAD -> Workload.exchanges(1);
      case REQUEST_RESPONSE -> Workload.exchanges(5).withThinking(5);
      case IDLE -> Workload.idle();
    };
  }

  /** What answers that. */
  Service shortService() {
    return switch (this) {
      case UPLOAD -> Service.of(500, 100);
      case DOWNLOAD -> download(40 * (long) RATE);
      case REQUEST_RESPONSE, IDLE -> Service.of(200, 1000);
    };
  }

  private static Service download(long bytes) {
    return Service.of(100, bytes).with(new Costs(0, Double.POSITIVE_INFINITY, RATE));
  }
}
