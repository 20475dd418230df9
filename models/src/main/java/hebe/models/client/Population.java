package hebe.models.client;

import hebe.models.connection.tcp.RtoRule;
import hebe.models.connection.tcp.Stack;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Clients of the guests of a group: equal ones, each with a connection of some kind.
 *
 * @param name of the population
 * @param guests the group of guests that they are clients of
 * @param shares of their connections by kind, at least 0, with sum 1
 * @param open how many connections each guest has open at an instant
 * @param stack the clients' TCP; its keepalive, if it has one, is on
 * @param roundTripSeconds RTT between client and server, above 0
 * @param rtoSeconds RTO of a client at the begin of an outage, above 0, at most the stack's cap
 * @param habits what they do on their connections
 */
public record Population(
    String name,
    String guests,
    Map<ConnectionKind, Double> shares,
    OpenConnections open,
    Stack stack,
    double roundTripSeconds,
    double rtoSeconds,
    Habits habits) {
  private static final double ROUNDING = 1e-9;

  public Population {
    Map<ConnectionKind, Double> sorted = new EnumMap<>(ConnectionKind.class);
    sorted.putAll(shares);
    shares = Collections.unmodifiableMap(sorted);
    double sum = shares.values().stream().mapToDouble(share -> share).sum();
    if (!(Math.abs(sum - 1) <= ROUNDING)
        || shares.values().stream().anyMatch(share -> !(share >= 0))) {
      throw new IllegalArgumentException(
          "the shares of the kinds of connections: expected a sum of 100 %, got "
              + 100 * sum
              + " %");
    }
    if (!(roundTripSeconds > 0 && rtoSeconds > 0 && rtoSeconds <= stack.rto().capSeconds())) {
      throw new IllegalArgumentException(
          "clients: expected a round trip above 0 s and an RTO up to the cap of the stack, "
              + stack.rto().capSeconds()
              + " s; got "
              + roundTripSeconds
              + " s and "
              + rtoSeconds
              + " s");
    }
  }

  /**
   * The RTO of a stack that has seen many equal round trips R: SRTT = R, RTTVAR = 0. Exact in the
   * limit; docs/connections.md#retries.
   */
  public static double settledRtoSeconds(Stack stack, double roundTripSeconds) {
    return stack.rto().seconds(new RtoRule.Estimate(OptionalDouble.of(roundTripSeconds), 0));
  }

  /** The share of a kind. */
  double share(ConnectionKind kind) {
    return shares.getOrDefault(kind, 0.0);
  }

  /**
   * What clients do.
   *
   * @param thinkSeconds mean time from a response to the next request, exponential, above 0
   * @param responseSeconds mean time from a request to its response, at least 0
   * @param writeEverySeconds between two writes of an upload; 0 for without pause
   * @param uploadBytesPerSecond rate of an upload, above 0; infinite for as fast as it goes
   * @param timeoutSeconds after which a client gives up a request or a transfer that stands still;
   *     infinite if never
   */
  public record Habits(
      double thinkSeconds,
      double responseSeconds,
      double writeEverySeconds,
      double uploadBytesPerSecond,
      double timeoutSeconds) {
    public Habits {
      if (!(thinkSeconds > 0
          && responseSeconds >= 0
          && writeEverySeconds >= 0
          && uploadBytesPerSecond > 0
          && timeoutSeconds > 0)) {
        throw new IllegalArgumentException("habits of clients: expected above 0 s");
      }
    }

    /** Share of a request-response connection's time in which it waits for a response. */
    public double waitingShare() {
      return responseSeconds / (responseSeconds + thinkSeconds);
    }
  }
}
