package hebe.models.connection.wrap;

/**
 * The variables of a wrap at an instant; numbers as the client sees them.
 *
 * @param state what it is doing
 * @param stableSeq first number of the client that is not in the log
 * @param serverSeq first number of the server that the client has not acknowledged
 * @param sentSeq one past the highest number of the server ever sent
 * @param deltaSeq number of the server's TCP less the number on the wire
 * @param unstableReads reads whose record is not confirmed
 * @param logFailed whether the log is gone
 * @param corruptions segments that differ from what was sent at their place before
 * @param swallowedBytes output that was produced again and not sent
 * @param replayedReads reads that were repeated
 * @param serverInput what the present life's program has read
 */
public record WrapView(
    WrapState state,
    long stableSeq,
    long serverSeq,
    long sentSeq,
    long deltaSeq,
    int unstableReads,
    boolean logFailed,
    int corruptions,
    long swallowedBytes,
    int replayedReads,
    long serverInput) {}
