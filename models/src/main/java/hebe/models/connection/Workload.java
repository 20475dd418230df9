package hebe.models.connection;

import java.util.OptionalDouble;

/**
 * What the client does on its connection: so many exchanges of a request for a response, one after
 * the other. No exchange is an idle connection, a large request an upload, a large response a
 * download.
 *
 * @param exchanges at least 0
 * @param thinkSeconds from a response to the next request, at least 0
 * @param writeBytes size of a write, at least 1
 * @param writeEverySeconds from one write to the next; 0 for as fast as the socket takes them
 * @param closes whether the client ends the connection after the last response
 * @param timeoutSeconds after which the application gives up an exchange that makes no progress
 */
public record Workload(
    int exchanges,
    double thinkSeconds,
    int writeBytes,
    double writeEverySeconds,
    boolean closes,
    OptionalDouble timeoutSeconds) {
  public Workload {
    if (exchanges < 0 || writeBytes < 1 || !(thinkSeconds >= 0 && writeEverySeconds >= 0)) {
      throw new IllegalArgumentException("workload: expected nothing negative, writes of bytes");
    }
    if (timeoutSeconds.isPresent() && !(timeoutSeconds.getAsDouble() > 0)) {
      throw new IllegalArgumentException("workload: expected a time-out above 0 s");
    }
  }

  /** Exchanges as fast as they go, then the end. */
  public static Workload exchanges(int count) {
    return new Workload(count, 0, Integer.MAX_VALUE, 0, true, OptionalDouble.empty());
  }

  /** An open connection on which nothing happens. */
  public static Workload idle() {
    return new Workload(0, 0, 1, 0, false, OptionalDouble.empty());
  }

  /** The same with an application that waits no longer than this. */
  public Workload withTimeout(double seconds) {
    return new Workload(
        exchanges, thinkSeconds, writeBytes, writeEverySeconds, closes, OptionalDouble.of(seconds));
  }

  /** The same with a pause before each request but the first. */
  public Workload withThinking(double seconds) {
    return new Workload(exchanges, seconds, writeBytes, writeEverySeconds, closes, timeoutSeconds);
  }

  /** The same with writes of a size at intervals. */
  public Workload paced(int bytes, double everySeconds) {
    return new Workload(exchanges, thinkSeconds, bytes, everySeconds, closes, timeoutSeconds);
  }
}
