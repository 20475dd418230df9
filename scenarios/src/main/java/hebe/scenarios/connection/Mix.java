package hebe.scenarios.connection;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What the clients of a server do when it fails, by share.
 *
 * @param shares of all connections, at least 0, with a sum of 1
 */
public record Mix(Map<ClientKind, Double> shares) {
  /** How far the sum of shares that were written as decimal numbers may be from 1. */
  public static final double TOLERANCE = 1e-9;

  /** Without anything known: as many of each. */
  public static final Mix EVEN =
      new Mix(
          Map.of(
              ClientKind.UPLOAD, 0.25,
              ClientKind.DOWNLOAD, 0.25,
              ClientKind.REQUEST_RESPONSE, 0.25,
              ClientKind.IDLE, 0.25));

  public Mix {
    Map<ClientKind, Double> ordered = new EnumMap<>(ClientKind.class);
    ordered.putAll(shares);
    shares = Collections.unmodifiableMap(ordered);
    double sum = 0;
    for (double share : shares.values()) {
      sum += share;
    }
    if (!(Math.abs(sum - 1) <= TOLERANCE)) {
      throw new IllegalArgumentException("mix: expected shares with a sum of 1, got " + sum);
    }
  }

  /** The share of a kind. */
  public double share(ClientKind kind) {
    return shares.getOrDefault(kind, 0.0);
  }
}
