package hebe.models.connection.tcp;

/** When a stack gives up on data that nobody acknowledges; asked at every expiry of its timer. */
public sealed interface AbortRule {

  /**
   * Whether it gives up now.
   *
   * @param expiry number of this expiry, from 1
   * @param sinceFirstSeconds time since the first expiry, T_k - T_1
   */
  boolean givesUp(int expiry, double sinceFirstSeconds);

  /**
   * Linux: the first expiry with T_k - T_1 of at least hyp(N), the time that N doublings of a
   * hypothetical RTO of 0.2 s would take. hyp(N) = 0.2 (2^(N+1) - 1) s for N up to 9, 204.6 + 120
   * (N - 9) s above, where the cap of 120 s acts. Source: docs/connections.md#giving-up.
   *
   * @param retries N, {@code tcp_retries2}, at least 1
   */
  record Hypothetical(int retries) implements AbortRule {
    private static final double BASE_SECONDS = 0.2;
    private static final double CAP_SECONDS = 120;
    private static final int DOUBLINGS_BELOW_CAP = 9;

    public Hypothetical {
      requirePositive(retries);
    }

    /** hyp(N), in seconds. */
    public double seconds() {
      int doublings = Math.min(retries, DOUBLINGS_BELOW_CAP);
      return BASE_SECONDS * ((1L << (doublings + 1)) - 1) + CAP_SECONDS * (retries - doublings);
    }

    @Override
    public boolean givesUp(int expiry, double sinceFirstSeconds) {
      return sinceFirstSeconds >= seconds();
    }
  }

  /**
   * By the number of retransmissions: the expiry after the last of them.
   *
   * @param retries retransmissions, at least 1
   */
  record Count(int retries) implements AbortRule {
    public Count {
      requirePositive(retries);
    }

    @Override
    public boolean givesUp(int expiry, double sinceFirstSeconds) {
      return expiry > retries;
    }
  }

  /**
   * By time: the first expiry with T_k - T_1 of at least so much; a user timeout, or R2 of RFC
   * 1122.
   *
   * @param seconds the time, above 0
   */
  record Elapsed(double seconds) implements AbortRule {
    public Elapsed {
      if (!(seconds > 0)) {
        throw new IllegalArgumentException("user timeout: expected above 0 s, got " + seconds);
      }
    }

    @Override
    public boolean givesUp(int expiry, double sinceFirstSeconds) {
      return sinceFirstSeconds >= seconds;
    }
  }

  private static void requirePositive(int retries) {
    if (retries < 1) {
      throw new IllegalArgumentException("retries: expected at least 1, got " + retries);
    }
  }
}
