package hebe.models.connection;

import hebe.models.connection.tcp.RetrySchedule;
import hebe.models.connection.tcp.Stack;
import hebe.models.connection.wrap.DownPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What an outage does to a client, in closed form.
 *
 * <p>An outage of D seconds begins when a segment of the client with data would arrive first and
 * finds nobody, and ends when the server is in service again; T_k are the retries of {@link
 * RetrySchedule}. The stall of an upload is the time to the client's first segment with data that
 * meets the server: under {@link DownPolicy#SILENT} the first T_k of at least D, under {@link
 * DownPolicy#ZERO_WINDOW} the same with the schedule of a shut window, under {@link
 * DownPolicy#LOGGED_ZERO_WINDOW} D + RTT/2, as the update of the window comes unasked, and under
 * {@link DownPolicy#LOGGED_OPEN} none until the buffer is full. The stall of a download is D +
 * RTT/2 whatever the policy: the recovered server sends first.
 *
 * <p>Exact for one segment under way, no loss and an update of the window that arrives. Source:
 * docs/connections.md#what-the-client-sees.
 *
 * @param policy what the client hears
 * @param silent the client's retries into silence
 * @param shut the client's retries under a zero window
 * @param roundTripSeconds RTT, above 0
 * @param fillSeconds time in which an upload fills the wrap's buffer; for LOGGED_OPEN alone
 * @param timeoutSeconds the application's own patience with an exchange that stands still: from the
 *     client's first segment into the outage, one way before D begins
 */
public record OutageEffect(
    DownPolicy policy,
    RetrySchedule silent,
    RetrySchedule shut,
    double roundTripSeconds,
    double fillSeconds,
    OptionalDouble timeoutSeconds) {

  /** The effect on a client whose RTO at the failure is known, without a time-out of its own. */
  public static OutageEffect of(
      DownPolicy policy, Stack stack, double rtoSeconds, double roundTripSeconds) {
    return new OutageEffect(
        policy,
        RetrySchedule.silent(stack, rtoSeconds),
        RetrySchedule.zeroWindow(stack, rtoSeconds),
        roundTripSeconds,
        0,
        OptionalDouble.empty());
  }

  /** The same with an application that waits no longer than this. */
  public OutageEffect withTimeout(double seconds) {
    return new OutageEffect(
        policy, silent, shut, roundTripSeconds, fillSeconds, OptionalDouble.of(seconds));
  }

  /** Stall of an upload in seconds, if the connection survives. */
  public double uploadStallSeconds(double outageSeconds) {
    double updated = outageSeconds + roundTripSeconds / 2;
    return switch (policy) {
      case SILENT -> silent.firstFrom(outageSeconds);
      case ZERO_WINDOW -> shut.firstFrom(outageSeconds);
      case LOGGED_ZERO_WINDOW -> updated;
      case LOGGED_OPEN -> outageSeconds <= fillSeconds ? 0 : updated - fillSeconds;
    };
  }

  /** Stall of a download in seconds, if the connection survives. */
  public double downloadStallSeconds(double outageSeconds) {
    return outageSeconds + roundTripSeconds / 2;
  }

  /**
   * The retries into the outage of which the program still waits for the answer, in seconds: T_k +
   * RTT < patience, before the abort. The connection of a client that alone can go on does so at
   * the first of them after the outage.
   */
  public List<Double> triesSeconds() {
    RetrySchedule retries = retries();
    List<Double> tries = new ArrayList<>();
    for (int k = 1; k < retries.abortExpiry(); k++) {
      double at = retries.expirySeconds(k);
      if (at + roundTripSeconds < patienceSeconds()) {
        tries.add(at);
      }
    }
    return tries;
  }

  /** When the client's TCP gives up the retries into the outage, in seconds. */
  public double abortSeconds() {
    return retries().abortSeconds();
  }

  /** The longest outage that the client's own limits allow it to survive, if the log does too. */
  public double longestSeconds(Waiting waiting) {
    double answered = patienceSeconds() - roundTripSeconds;
    return switch (waiting) {
      case FOR_NOTHING -> Double.POSITIVE_INFINITY;
      case FOR_A_RESPONSE -> answered;
      case FOR_AN_ACKNOWLEDGEMENT ->
          policy.logs()
              ? answered + (policy == DownPolicy.LOGGED_OPEN ? fillSeconds : 0)
              : triesSeconds().stream().reduce(0.0, (before, last) -> last);
      case FOR_THE_SERVER ->
          policy.logs() ? answered : Math.min(answered, abortSeconds() - roundTripSeconds / 2);
    };
  }

  /**
   * Whether the connection survives an outage that the log survives.
   *
   * <p>An idle one does. In silence the last retry decides if only the client can go on: D <= the
   * last T_k before the abort with T_k + RTT < patience, as a retry after the program's time-out is
   * never sent. If the recovered server speaks first, D + RTT/2 <= T_abort and D + RTT <= patience;
   * the latter alone if probes are answered. What the wrap takes in is progress: the patience of an
   * upload under {@link DownPolicy#LOGGED_OPEN} begins when the buffer is full.
   */
  public boolean survives(Waiting waiting, double outageSeconds) {
    return outageSeconds <= longestSeconds(waiting);
  }

  private RetrySchedule retries() {
    return policy == DownPolicy.SILENT ? silent : shut;
  }

  private double patienceSeconds() {
    return timeoutSeconds.orElse(Double.POSITIVE_INFINITY);
  }

  /** What the client waits for when the server fails. */
  public enum Waiting {
    /** Idle: no timer runs. */
    FOR_NOTHING,
    /** All its bytes are acknowledged: no timer of its TCP runs. */
    FOR_A_RESPONSE,
    /** Its bytes are not acknowledged and reached no log: it must repeat them. */
    FOR_AN_ACKNOWLEDGEMENT,
    /** Its bytes are in the log, or the server has something to send: the server speaks first. */
    FOR_THE_SERVER
  }
}
