package hebe.models.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hebe.models.connection.ConnectionResult;
import hebe.models.connection.OutageEffect;
import hebe.models.connection.OutageEffect.Waiting;
import hebe.models.connection.Workload;
import hebe.models.connection.server.Service;
import hebe.models.connection.tcp.AbortRule;
import hebe.models.connection.tcp.Stack;
import hebe.models.connection.wrap.DownPolicy;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Expectations over a mix against single connections on the event level. */
class EventAgreementTest {
  private static final double GAP = 10;
  private static final int PHASES = 100;

  /** One write each 10 s; it takes one delay to the server. */
  private static final Workload WRITER = Workload.exchanges(1).paced(100, GAP);

  private static final Service UPLOAD = Service.of(600, 100);

  @ParameterizedTest
  @CsvSource({
    // outage, last try of a stack that tries three times: 0.25 x 7 = 1.75
    "0.6, 15",
    "1.7, 15",
    "3, 15",
    "8, 15",
    "14, 15",
    "1.7, 3",
    "3, 3",
    "12, 3"
  })
  void upload_outageAtAnyPhase_meansAgreeWithEvents(double outage, int retries) {
    Stack stack = EventLevel.LINUX.with(new AbortRule.Count(retries));
    double waited = 0;
    double stalled = 0;
    int lost = 0;
    // Who writes after the outage does not notice it.
    double span = Math.min(GAP, outage);
    for (int phase = 0; phase < PHASES; phase++) {
      // The next write arrives so long after the server stops.
      double first = (phase + 0.5) * span / PHASES;
      double at = 2 * EventLevel.DELAY + 2 * GAP + EventLevel.DELAY - first;
      ConnectionResult result =
          EventLevel.run(stack, WRITER, UPLOAD, Optional.of(DownPolicy.SILENT), at, outage);
      lost += result.survived() ? 0 : 1;
      if (result.survived()) {
        stalled++;
        waited += result.resumedSeconds().orElseThrow() + EventLevel.DELAY - first;
      }
    }
    ClientTally tally = new ClientTally();
    Population clients =
        EventLevel.of(ConnectionKind.UPLOAD, stack, EventLevel.habits(1, GAP, EventLevel.FOREVER));
    new Outlook(clients, new Protection.PlainTcp())
        .meet(Treatment.KEPT, outage, PHASES * GAP / span, tally);
    // A phase on the edge of a step may fall to either side: two edges of a step each.
    assertThat(tally.lost()).isCloseTo(lost, within(1.0));
    assertThat(tally.stalls().count()).isCloseTo(stalled, within(1.0));
    if (stalled > 0) {
      double mean = tally.stalls().sumSeconds() / tally.stalls().count();
      assertThat(mean).isCloseTo(waited / stalled, within(0.02 * mean));
    }
  }

  @ParameterizedTest
  @CsvSource({"0.6, 0.75", "3, 3.75", "7.8, 15.75"})
  void request_plainServerRestarts_isResetAtTheNextRetry(double outage, double retry) {
    ConnectionResult result =
        EventLevel.run(
            EventLevel.LINUX,
            Workload.exchanges(1),
            Service.of(100, 100),
            Optional.empty(),
            3 * EventLevel.DELAY - 1e-9,
            outage);
    assertThat(result.lost()).isPresent();
    // Sent at 2 ms; the retry's reset is there a round trip of 2 ms later.
    assertThat(result.endSeconds() - 0.004).isCloseTo(retry, within(1e-6));
    WaitCurve.Step step = sender(EventLevel.FOREVER).at(outage);
    assertThat(step.survives()).isFalse();
    assertThat(step.waitSeconds(outage)).isEqualTo(retry);
  }

  private static WaitCurve sender(double timeout) {
    Population clients =
        EventLevel.of(
            ConnectionKind.REQUEST_RESPONSE, EventLevel.LINUX, EventLevel.habits(1, 0, timeout));
    return new WaitCurves(clients, 0).sender(Treatment.FORGOTTEN, DownPolicy.SILENT, false);
  }

  @ParameterizedTest
  // Retries at 0.25 x (2^k - 1): 15.75 and 31.75. A time-out of 30 s ends what waits for the
  // latter.
  @CsvSource({"15, 30, true", "16, 30, false", "16, 40, true"})
  void request_retryComesAfterTheTimeout_isGivenUp(
      double outage, double timeout, boolean survives) {
    ConnectionResult result =
        EventLevel.run(
            EventLevel.LINUX,
            Workload.exchanges(1).withTimeout(timeout),
            Service.of(100, 100),
            Optional.of(DownPolicy.SILENT),
            3 * EventLevel.DELAY - 1e-9,
            outage);
    assertThat(result.survived()).isEqualTo(survives);
    Population clients =
        EventLevel.of(
            ConnectionKind.REQUEST_RESPONSE, EventLevel.LINUX, EventLevel.habits(1, 0, timeout));
    WaitCurve curve = new WaitCurves(clients, 0).sender(Treatment.KEPT, DownPolicy.SILENT, false);
    assertThat(curve.at(outage).survives()).isEqualTo(survives);
    if (!survives) {
      assertThat(curve.at(outage).waitSeconds(outage)).isEqualTo(timeout);
    }
  }

  @Test
  void idle_keepalive_isLostIfAllProbesFallIntoTheOutage() {
    Stack stack = EventLevel.LINUX.with(new Stack.KeepAlive(10, 2, 3));
    double outage = 12;
    int lost = 0;
    for (int phase = 0; phase < PHASES; phase++) {
      double at = 20 + (phase + 0.5) * 10 / PHASES;
      lost +=
          EventLevel.run(
                      stack,
                      Workload.idle(),
                      Service.of(100, 100),
                      Optional.of(DownPolicy.SILENT),
                      at,
                      outage)
                  .survived()
              ? 0
              : 1;
    }
    Population clients =
        EventLevel.of(ConnectionKind.IDLE, stack, EventLevel.habits(1, 0, EventLevel.FOREVER));
    ClientTally tally = new ClientTally();
    new Outlook(clients, new Protection.PlainTcp()).meet(Treatment.KEPT, outage, PHASES, tally);
    // It is lost if the first probe comes in the first 12 - 3 x 2 of 10 s: 60 of 100.
    assertThat(tally.lost()).isCloseTo(60, within(1e-9));
    assertThat((double) lost).isCloseTo(60, within(1.0));
    assertThat(tally.failedRequests()).isZero();
  }

  @ParameterizedTest
  @EnumSource(DownPolicy.class)
  void restored_anyOutage_isWhatTheClosedFormOfOneConnectionSays(DownPolicy policy) {
    Stack stack = EventLevel.LINUX.with(new AbortRule.Count(5));
    OutageEffect effect = OutageEffect.of(policy, stack, EventLevel.RTO, 2 * EventLevel.DELAY);
    Population clients =
        EventLevel.of(ConnectionKind.UPLOAD, stack, EventLevel.habits(1, 0, EventLevel.FOREVER));
    WaitCurves curves = new WaitCurves(clients, 0);
    WaitCurve sender = curves.sender(Treatment.RESTORED, policy, true);
    WaitCurve waiter = curves.waiter(Treatment.RESTORED, policy);
    for (double outage = 0.013; outage < 40; outage += 0.37) {
      WaitCurve.Step step = sender.at(outage);
      assertThat(step.survives())
          .isEqualTo(effect.survives(Waiting.FOR_AN_ACKNOWLEDGEMENT, outage));
      if (step.survives()) {
        assertThat(step.waitSeconds(outage)).isEqualTo(effect.uploadStallSeconds(outage));
      }
      assertThat(waiter.at(outage).survives()).isTrue();
      assertThat(waiter.at(outage).waitSeconds(outage))
          .isEqualTo(effect.downloadStallSeconds(outage));
    }
  }
}
