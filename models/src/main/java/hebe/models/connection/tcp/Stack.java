package hebe.models.connection.tcp;

import java.util.Optional;

/**
 * The behaviour of a TCP implementation as far as an outage shows it.
 *
 * @param name its name in the data
 * @param rto the retransmission timeout
 * @param abort when it gives up on data
 * @param opening its handshake
 * @param lossProbe its tail-loss probe, if it has one
 * @param keepAlive its probes of idle connections, if they are on
 * @param firstExpiryDoubles whether the first expiry under a zero window doubles the RTO; Linux was
 *     seen not to
 * @param buffers sizes
 */
public record Stack(
    String name,
    RtoRule rto,
    AbortRule abort,
    Opening opening,
    Optional<LossProbe> lossProbe,
    Optional<KeepAlive> keepAlive,
    boolean firstExpiryDoubles,
    Buffers buffers) {

  /** The same with another timeout rule. */
  public Stack with(RtoRule other) {
    return new Stack(
        name, other, abort, opening, lossProbe, keepAlive, firstExpiryDoubles, buffers);
  }

  /** The same with another abort rule. */
  public Stack with(AbortRule other) {
    return new Stack(name, rto, other, opening, lossProbe, keepAlive, firstExpiryDoubles, buffers);
  }

  /** The same with other buffers. */
  public Stack with(Buffers other) {
    return new Stack(name, rto, abort, opening, lossProbe, keepAlive, firstExpiryDoubles, other);
  }

  /** The same with this tail-loss probe, or none. */
  public Stack withLossProbe(Optional<LossProbe> probe) {
    return new Stack(name, rto, abort, opening, probe, keepAlive, firstExpiryDoubles, buffers);
  }

  /** The same with these probes of idle connections. */
  public Stack with(KeepAlive probes) {
    return new Stack(
        name, rto, abort, opening, lossProbe, Optional.of(probes), firstExpiryDoubles, buffers);
  }

  /**
   * Retries of the handshake: the first after {@code synSeconds}, then doubling.
   *
   * @param synSeconds first timeout, above 0
   * @param synRetries of a SYN, at least 0
   * @param synAckRetries of a SYN-ACK, at least 0
   */
  public record Opening(double synSeconds, int synRetries, int synAckRetries) {
    public Opening {
      if (!(synSeconds > 0) || synRetries < 0 || synAckRetries < 0) {
        throw new IllegalArgumentException(
            "handshake: expected above 0 s and no less than 0 times");
      }
    }
  }

  /**
   * A tail-loss probe: repeats the last segment once, well before the RTO, and is no retry.
   *
   * @param delaySeconds after the transmission, above 0
   * @param restartsTimer whether the RTO counts from the probe, not from the first un-acked segment
   */
  public record LossProbe(double delaySeconds, boolean restartsTimer) {
    public LossProbe {
      if (!(delaySeconds > 0)) {
        throw new IllegalArgumentException("loss probe: expected above 0 s, got " + delaySeconds);
      }
    }
  }

  /**
   * Probes of an idle connection.
   *
   * @param idleSeconds silence before the first one, above 0
   * @param intervalSeconds from one to the next, above 0
   * @param probes unanswered ones after which the connection is dropped, at least 1
   */
  public record KeepAlive(double idleSeconds, double intervalSeconds, int probes) {
    public KeepAlive {
      if (!(idleSeconds > 0 && intervalSeconds > 0) || probes < 1) {
        throw new IllegalArgumentException("keepalive: expected above 0 s and at least 1 probe");
      }
    }

    /** When the connection to a silent peer is dropped: idle + probes x interval, in seconds. */
    public double dropSeconds() {
      return idleSeconds + probes * intervalSeconds;
    }
  }

  /**
   * Sizes in bytes, all above 0.
   *
   * @param segment largest payload of a segment
   * @param send unacknowledged and unsent bytes that the socket holds
   * @param receive bytes that wait for the application; the window at its widest
   */
  public record Buffers(int segment, int send, int receive) {
    public Buffers {
      if (segment < 1 || send < segment || receive < segment) {
        throw new IllegalArgumentException("buffers: expected at least one segment of 1 byte");
      }
    }
  }
}
