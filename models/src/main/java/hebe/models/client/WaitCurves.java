package hebe.models.client;

import hebe.models.connection.OutageEffect;
import hebe.models.connection.OutageEffect.Waiting;
import hebe.models.connection.tcp.RetrySchedule;
import hebe.models.connection.tcp.Stack.KeepAlive;
import hebe.models.connection.wrap.DownPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The curves of the clients of a population, each from the {@link OutageEffect} on one of them.
 *
 * <p>A client whose data nobody acknowledges goes on at the first of its tries after the outage,
 * one that waits for the server half a round trip after it, up to the longest outage that each
 * survives. Added here is keepalive: with an idle time i and n probes at intervals v it drops a
 * connection without other timers i + n v after its last sign of life, if its probes are not
 * answered. Exact for one segment under way and no loss. Source:
 * docs/connections.md#what-the-client-sees.
 */
final class WaitCurves {
  private final Population population;
  private final double patience;
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
    keepAlive = population.stack().keepAlive();
  }

  /** Of a client that sends: an upload, or a request of which the program waits for more. */
  WaitCurve sender(Treatment treatment, DownPolicy policy, boolean upload) {
    return switch (treatment) {
      case TOLD -> WaitCurve.told();
      case FORGOTTEN -> retrying(effect(DownPolicy.SILENT, 0), false);
      case KEPT, RESTORED_IN_SILENCE -> retrying(effect(DownPolicy.SILENT, 0), true);
      case RESTORED -> restored(effect(policy, upload ? fillSeconds : 0));
    };
  }

  private WaitCurve restored(OutageEffect effect) {
    if (!effect.policy().logs()) {
      return retrying(effect, true);
    }
    double free = effect.policy() == DownPolicy.LOGGED_OPEN ? effect.fillSeconds() : 0;
    return served(free, effect.longestSeconds(Waiting.FOR_AN_ACKNOWLEDGEMENT), free + patience);
  }

  /** Of a client that has sent all and waits. */
  WaitCurve waiter(Treatment treatment, DownPolicy policy) {
    boolean answered = treatment == Treatment.RESTORED && policy.answers();
    double limit = answered ? patience : Math.min(patience, dropSeconds());
    return switch (treatment) {
      case TOLD -> WaitCurve.told();
      case FORGOTTEN -> WaitCurve.ofAttempts(probes(), false, limit);
      case KEPT, RESTORED, RESTORED_IN_SILENCE ->
          served(
              0,
              effect(policy, 0).withTimeout(limit).longestSeconds(Waiting.FOR_A_RESPONSE),
              limit);
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

  private OutageEffect effect(DownPolicy policy, double fill) {
    return new OutageEffect(
        policy,
        RetrySchedule.silent(population.stack(), population.rtoSeconds()),
        RetrySchedule.zeroWindow(population.stack(), population.rtoSeconds()),
        population.roundTripSeconds(),
        fill,
        OptionalDouble.of(patience));
  }

  private WaitCurve served(double free, double longest, double limit) {
    return WaitCurve.ofServer(free, population.roundTripSeconds() / 2, longest, limit);
  }

  private WaitCurve retrying(OutageEffect effect, boolean survives) {
    return WaitCurve.ofAttempts(
        effect.triesSeconds(), survives, Math.min(patience, effect.abortSeconds()));
  }

  private List<Double> probes() {
    List<Double> probes = new ArrayList<>();
    for (int j = 0; keepAlive.isPresent() && j < keepAlive.get().probes(); j++) {
      double at = keepAlive.get().idleSeconds() + j * keepAlive.get().intervalSeconds();
      if (at + population.roundTripSeconds() < patience) {
        probes.add(at);
      }
    }
    return probes;
  }

  private double dropSeconds() {
    return keepAlive.map(KeepAlive::dropSeconds).orElse(Double.POSITIVE_INFINITY);
  }

  private static double probingSeconds(KeepAlive probes) {
    return probes.probes() * probes.intervalSeconds();
  }
}
