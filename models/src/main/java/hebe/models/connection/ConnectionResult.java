package hebe.models.connection;

import hebe.models.connection.tcp.Socket.AbortReason;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What became of a connection.
 *
 * @param completed whether both streams ended in good order
 * @param lost why the client lost it, if it did; a connection that is neither was open at the end
 * @param endSeconds when it was completed or lost, or the horizon
 * @param receivedBytes what the client's program read
 * @param responses that came whole
 * @param resumedSeconds from the begin of the last outage to the client's first segment with data
 *     that met a server in service again
 * @param heardSeconds from the begin of the last outage to the first new byte that the client's
 *     program read
 * @param longestSilenceSeconds the longest time without progress of a client that waited for it
 * @param swallowedBytes output that was produced again and not sent
 * @param replayedReads reads that were repeated: side effects of these happened twice
 * @param corruptions segments that differed from what was sent at their place before
 * @param peakLogBytes the most that the log held
 * @param events events of the run
 */
public record ConnectionResult(
    boolean completed,
    Optional<AbortReason> lost,
    double endSeconds,
    long receivedBytes,
    int responses,
    OptionalDouble resumedSeconds,
    OptionalDouble heardSeconds,
    double longestSilenceSeconds,
    long swallowedBytes,
    int replayedReads,
    int corruptions,
    long peakLogBytes,
    long events) {
  /** Whether the client still has it, or had it to the end. */
  public boolean survived() {
    return lost.isEmpty();
  }
}
