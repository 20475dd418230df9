package hebe.models.connection.tcp;

import java.util.OptionalDouble;

/**
 * How a stack sets the retransmission timeout (RTO), in seconds.
 *
 * <p>RFC 6298: on the first round trip R, SRTT = R and RTTVAR = R/2; on a later one RTTVAR = 3/4
 * RTTVAR + 1/4 |SRTT - R|, then SRTT = 7/8 SRTT + 1/8 R. RTO = max(floor, SRTT + max(V, 4 RTTVAR)),
 * at most the cap; the RFC has a floor of 1 s and V = the grain of the clock, Linux has no floor
 * and V = 0.2 s.
 *
 * @param initialSeconds RTO before any round trip was seen, above 0
 * @param floorSeconds least RTO, at least 0
 * @param varianceFloorSeconds V, at least 0
 * @param capSeconds largest RTO, at least {@code initialSeconds}
 * @param fixedSeconds an RTO that no round trip changes: for a connection whose RTO at the failure
 *     is known
 */
public record RtoRule(
    double initialSeconds,
    double floorSeconds,
    double varianceFloorSeconds,
    double capSeconds,
    OptionalDouble fixedSeconds) {
  public RtoRule {
    if (!(initialSeconds > 0 && capSeconds >= initialSeconds)) {
      throw new IllegalArgumentException(
          "RTO: expected 0 < initial <= cap, got " + initialSeconds + " and " + capSeconds);
    }
    if (!(floorSeconds >= 0 && varianceFloorSeconds >= 0)) {
      throw new IllegalArgumentException("RTO: expected floors of at least 0");
    }
  }

  /** The same with an RTO that is known, in seconds. */
  public RtoRule fixedAt(double seconds) {
    return new RtoRule(
        seconds, floorSeconds, varianceFloorSeconds, capSeconds, OptionalDouble.of(seconds));
  }

  /** The estimate before any round trip. */
  public Estimate start() {
    return new Estimate(OptionalDouble.empty(), 0);
  }

  /** The RTO of an estimate, in seconds. */
  public double seconds(Estimate estimate) {
    if (fixedSeconds.isPresent() || estimate.smoothedSeconds.isEmpty()) {
      return Math.min(capSeconds, fixedSeconds.orElse(initialSeconds));
    }
    double spread = Math.max(varianceFloorSeconds, 4 * estimate.variationSeconds);
    double rto = estimate.smoothedSeconds.getAsDouble() + spread;
    return Math.min(capSeconds, Math.max(floorSeconds, rto));
  }

  /**
   * What a stack knows of the round trip.
   *
   * @param smoothedSeconds SRTT; empty before the first sample
   * @param variationSeconds RTTVAR
   */
  public record Estimate(OptionalDouble smoothedSeconds, double variationSeconds) {
    /** The estimate after one more round trip, in seconds. */
    public Estimate with(double roundTripSeconds) {
      if (smoothedSeconds.isEmpty()) {
        return new Estimate(OptionalDouble.of(roundTripSeconds), roundTripSeconds / 2);
      }
      double smoothed = smoothedSeconds.getAsDouble();
      return new Estimate(
          OptionalDouble.of(0.875 * smoothed + 0.125 * roundTripSeconds),
          0.75 * variationSeconds + 0.25 * Math.abs(smoothed - roundTripSeconds));
    }
  }
}
