package hebe.models.client;

import hebe.models.connection.tcp.RetrySchedule;
import hebe.models.connection.tcp.Stack.KeepAlive;
import hebe.models.connection.wrap.DownPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The curves of the clients of a population, from the retries of their TCP.
 *
 * <p>With T_k the retries, T_a the abort, R the round trip, p the patience of the program: a client
 * whose data nobody acknowledges goes on at the first T_k of at least d with k < a and T_k + R < p.
 * One that waits for the server goes on at d + R/2 if d + R < p. A keepalive of an idle time i with
 * n probes at intervals v drops a connection without other timers i + n v after its last sign of
 * life, if its probes are not answered. Exact for one segment under way and no loss; agrees with
 * {@link hebe.models.connection.OutageEffect}. Source: docs/connections.md#what-the-client-sees.
 */
final class WaitCurves {
  private final Population population;
  private final double patience;
  private final double roundTrip;
  private final double fillSeconds;
  private final Optional<KeepAlive> keepAlive;

  /**
   * The curves of a population.
   *
   * @param bufferBytes what a wrap takes in from an upload under {@link DownPolicy#LOGGED_OPEN}
   */
  WaitCurves(Population population, double bufferBytes) {
    this.population = population;
    fillSeconds = bufferBytes / population.habits().uploadBytesPerSecond();
    patience = population.habits().timeoutSeconds();
    roundTrip = population.roundTripSeconds();
    keepAlive = population.stack().keepAlive();
  }

  /** Of a client that sends: an upload, or a request of which the program waits for more. */
  WaitCurve sender(Treatment treatment, DownPolicy policy, boolean upload) {
    RetrySchedule silent = RetrySchedule.silent(population.stack(), population.rtoSeconds());
    return switch (treatment) {
      case TOLD -> WaitCurve.told();
      case FORGOTTEN -> retrying(silent, false);
      case KEPT, RESTORED_IN_SILENCE -> retrying(silent, true);
      case RESTORED -> restored(silent, policy, upload);
    };
  }

  private WaitCurve restored(RetrySchedule silent, DownPolicy policy, boolean upload) {
    return switch (policy) {
      case SILENT -> retrying(silent, true);
      case ZERO_WINDOW ->
          retrying(RetrySchedule.zeroWindow(population.stack(), population.rtoSeconds()), true);
      case LOGGED_ZERO_WINDOW -> served(0, patience);
      case LOGGED_OPEN -> served(upload ? fillSeconds : 0, patience);
    };
  }

  /** Of a client that has sent all and waits. */
  WaitCurve waiter(Treatment treatment, DownPolicy policy) {
    boolean answered = treatment == Treatment.RESTORED && policy.answers();
    return switch (treatment) {
      case TOLD -> WaitCurve.told();
      case FORGOTTEN -> WaitCurve.ofAttempts(probes(), false, Math.min(patience, dropSeconds()));
      case KEPT, RESTORED, RESTORED_IN_SILENCE ->
          served(0, answered ? patience : Math.min(patience, dropSeconds()));
    };
  }

  /** Of a client that waits for nothing; d counts from its first probe, if it sends any. */
  WaitCurve idle(Treatment treatment, DownPolicy policy) {
    boolean answered = treatment == Treatment.RESTORED && policy.answers();
    return switch (treatment) {
      case TOLD, FORGOTTEN -> WaitCurve.unwanted(0);
      case KEPT, RESTORED, RESTORED_IN_SILENCE ->
          keepAlive.isEmpty() || answered
              ? WaitCurve.untouched()
              : WaitCurve.unwanted(probingSeconds(keepAlive.get()));
    };
  }

  private WaitCurve served(double free, double limit) {
    return WaitCurve.ofServer(free, roundTrip / 2, free + limit - roundTrip, free + limit);
  }

  private WaitCurve retrying(RetrySchedule retries, boolean survives) {
    List<Double> attempts = new ArrayList<>();
    for (int k = 1; k < retries.abortExpiry(); k++) {
      attempts.add(retries.expirySeconds(k));
    }
    return WaitCurve.ofAttempts(
        inTime(attempts), survives, Math.min(patience, retries.abortSeconds()));
  }

  private List<Double> probes() {
    List<Double> probes = new ArrayList<>();
    for (int j = 0; keepAlive.isPresent() && j < keepAlive.get().probes(); j++) {
      probes.add(keepAlive.get().idleSeconds() + j * keepAlive.get().intervalSeconds());
    }
    return inTime(probes);
  }

  private List<Double> inTime(List<Double> attempts) {
    return attempts.stream().filter(at -> at + roundTrip < patience).toList();
  }

  private double dropSeconds() {
    return keepAlive.map(KeepAlive::dropSeconds).orElse(Double.POSITIVE_INFINITY);
  }

  private static double probingSeconds(KeepAlive probes) {
    return probes.probes() * probes.intervalSeconds();
  }
}
