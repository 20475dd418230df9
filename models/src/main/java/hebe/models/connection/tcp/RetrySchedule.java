package hebe.models.connection.tcp;

/**
 * The instants at which a stack repeats a segment that nobody acknowledges, in closed form.
 *
 * <p>T_k = sum over i = 0..k-1 of min(r 2^i, M), in seconds from the first transmission, where r is
 * the RTO at that moment and M its cap; below the cap T_k = r (2^k - 1). If the first expiry does
 * not double the RTO, T_k = r + r (2^(k-1) - 1) = r 2^(k-1). The stack gives up at the first T_k
 * that its rule names and repeats at all before.
 *
 * <p>Exact. Source: RFC 6298 clause 5; docs/connections.md#retries.
 *
 * @param rtoSeconds r, above 0
 * @param capSeconds M, at least r
 * @param firstExpiryDoubles whether the second wait is twice the first
 * @param abort when the stack gives up
 */
public record RetrySchedule(
    double rtoSeconds, double capSeconds, boolean firstExpiryDoubles, AbortRule abort) {
  public RetrySchedule {
    if (!(rtoSeconds > 0 && capSeconds >= rtoSeconds)) {
      throw new IllegalArgumentException(
          "retries: expected 0 < RTO <= cap, got " + rtoSeconds + " and " + capSeconds);
    }
  }

  /** The retries of a silent outage: every expiry doubles. */
  public static RetrySchedule silent(Stack stack, double rtoSeconds) {
    return new RetrySchedule(rtoSeconds, stack.rto().capSeconds(), true, stack.abort());
  }

  /** The retries under a zero window without acknowledgement. */
  public static RetrySchedule zeroWindow(Stack stack, double rtoSeconds) {
    return new RetrySchedule(
        rtoSeconds, stack.rto().capSeconds(), stack.firstExpiryDoubles(), stack.abort());
  }

  /** The retries of a SYN. */
  public static RetrySchedule syn(Stack stack) {
    return opening(stack, stack.opening().synRetries());
  }

  /** The retries of a SYN-ACK. */
  public static RetrySchedule synAck(Stack stack) {
    return opening(stack, stack.opening().synAckRetries());
  }

  private static RetrySchedule opening(Stack stack, int retries) {
    return new RetrySchedule(
        stack.opening().synSeconds(),
        stack.rto().capSeconds(),
        true,
        new AbortRule.Count(Math.max(1, retries)));
  }

  /** T_k in seconds, k from 1. */
  public double expirySeconds(int k) {
    double total = 0;
    for (int i = 0; i < k; i++) {
      total += waitSeconds(i);
    }
    return total;
  }

  /** The first retry at or after an instant, in seconds; none is before the first expiry. */
  public double firstFrom(double seconds) {
    double now = waitSeconds(0);
    for (int k = 1; now < seconds; k++) {
      now += waitSeconds(k);
    }
    return now;
  }

  /** The wait after i expiries, in seconds. */
  private double waitSeconds(int i) {
    int doublings = firstExpiryDoubles ? i : Math.max(0, i - 1);
    double factor = doublings < Long.SIZE - 2 ? 1L << doublings : Double.MAX_VALUE;
    return Math.min(capSeconds, rtoSeconds * factor);
  }

  /** Number of the expiry at which the stack gives up; all before it were retries. */
  public int abortExpiry() {
    double first = expirySeconds(1);
    double now = first;
    int k = 1;
    while (!abort.givesUp(k, now - first)) {
      now += waitSeconds(k);
      k++;
    }
    return k;
  }

  /** When the stack gives up, in seconds. */
  public double abortSeconds() {
    return expirySeconds(abortExpiry());
  }

  /**
   * When it tries for the last time, in seconds; 0, the first transmission, if it never repeats.
   */
  public double lastTrySeconds() {
    return expirySeconds(abortExpiry() - 1);
  }
}
