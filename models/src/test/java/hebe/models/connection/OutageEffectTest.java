package hebe.models.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hebe.models.connection.OutageEffect.Waiting;
import hebe.models.connection.recovery.Fault;
import hebe.models.connection.server.Service;
import hebe.models.connection.tcp.AbortRule;
import hebe.models.connection.tcp.RetrySchedule;
import hebe.models.connection.tcp.Stack;
import hebe.models.connection.wrap.DownPolicy;
import hebe.models.connection.wrap.LogSettings;
import hebe.models.connection.wrap.Replay;
import hebe.models.connection.wrap.WrapSettings;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutageEffectTest {
  /** Five writes of 100 B every 10 s: one segment under way at a time. */
  private static final Workload SLOW = Workload.exchanges(1).paced(100, 10);

  /** The third write; it is the first segment of the outage. */
  private static final double WRITTEN = 2 * Cases.DELAY + 20;

  private static ConnectionSettings outage(DownPolicy policy, double seconds, Stack client) {
    var settings = Cases.of(SLOW, Service.of(500, 100), policy).withClient(client);
    WrapSettings instant =
        new WrapSettings(
            policy,
            WrapSettings.Swallow.NORTH,
            true,
            0,
            5,
            0.2,
            new LogSettings(0, Double.POSITIVE_INFINITY, 60, 8, true));
    // The server stops as the segment arrives, before it does: faults come first on the agenda.
    double at = WRITTEN + Cases.DELAY - 1e-9;
    return settings
        .withWrap(Optional.of(instant))
        .withFaults(List.of(new Fault.Upgrade(at, seconds + 1e-9, new Replay.Resume(0))));
  }

  @ParameterizedTest
  @CsvSource({"SILENT, 6", "ZERO_WINDOW, 7"})
  void upload_allOutages_eventsAgreeWithTheClosedForm(DownPolicy policy, int expectedSteps) {
    OutageEffect effect = OutageEffect.of(policy, Cases.LINUX, Cases.RTO, 2 * Cases.DELAY);
    int steps = 0;
    double before = 0;
    for (double outage = 0.01; outage < 9; outage += 0.07) {
      ConnectionResult result = ConnectionSimulation.run(outage(policy, outage, Cases.LINUX), 1, 0);
      assertThat(result.completed()).isTrue();
      double expected = effect.uploadStallSeconds(outage);
      // The client sent it one delay before it would have arrived.
      double simulated = result.resumedSeconds().orElseThrow() + Cases.DELAY;
      assertThat(simulated).as("outage of %f s", outage).isCloseTo(expected, within(1e-6));
      steps += expected > before ? 1 : 0;
      before = expected;
    }
    // Steps up to 9 s: 0.25 x (1, 3, 7, 15, 31, 63), or 0.25 x (1, 2, 4, 8, 16, 32, 64).
    assertThat(steps).isEqualTo(expectedSteps);
  }

  @Test
  void upload_loggedZeroWindow_goesOnHalfARoundTripAfterTheOutage() {
    // A bulk upload has more to send at once: it is shut and reopened.
    for (double outage : new double[] {0.3, 1, 3, 5}) {
      var settings =
          outage(DownPolicy.LOGGED_ZERO_WINDOW, outage, Cases.LINUX)
              .withWorkload(Workload.exchanges(1).paced(100, 0.01));
      ConnectionResult result =
          ConnectionSimulation.run(settings.withService(Service.of(1_000_000, 1)), 1, 0);
      OutageEffect effect =
          OutageEffect.of(DownPolicy.LOGGED_ZERO_WINDOW, Cases.LINUX, Cases.RTO, 0.002);
      assertThat(result.resumedSeconds().orElseThrow())
          .isCloseTo(effect.uploadStallSeconds(outage), within(1e-6));
    }
  }

  @ParameterizedTest
  @CsvSource({"0.3", "1", "3", "5", "100"})
  void download_anyOutage_goesOnHalfARoundTripAfterIt(double outage) {
    // The request is answered by 1,000 responses' worth of bytes over a slow link.
    var settings =
        outage(DownPolicy.SILENT, outage, Cases.LINUX)
            .withWorkload(Workload.exchanges(1))
            .withService(
                Service.of(100, 10_000_000)
                    .with(
                        new hebe.models.connection.server.Costs(
                            0, Double.POSITIVE_INFINITY, 100_000)));
    ConnectionResult result = ConnectionSimulation.run(settings, 1, 0);
    OutageEffect effect = OutageEffect.of(DownPolicy.SILENT, Cases.LINUX, Cases.RTO, 0.002);
    // The program writes 16 KiB at a time, 0.164 s each.
    double heard = result.heardSeconds().orElseThrow();
    assertThat(heard - effect.downloadStallSeconds(outage)).isBetween(-1e-6, 0.165);
  }

  @ParameterizedTest
  @CsvSource({
    // Count 3, RTO 0.25: last try at 0.25 x 7 = 1.75, abort at 0.25 x 15 = 3.75.
    "SILENT, 1.74, true",
    "SILENT, 1.76, false",
    "ZERO_WINDOW, 0.99, true",
    "ZERO_WINDOW, 1.01, false", // retries at 0.25, 0.5, 1; abort at 2
    "LOGGED_ZERO_WINDOW, 500, true",
    "LOGGED_OPEN, 500, true"
  })
  void upload_aroundTheLastTry_survivesAsTheRuleSays(
      DownPolicy policy, double outage, boolean survives) {
    Stack client = Cases.LINUX.with(new AbortRule.Count(3));
    OutageEffect effect = OutageEffect.of(policy, client, Cases.RTO, 2 * Cases.DELAY);
    assertThat(effect.survives(Waiting.FOR_AN_ACKNOWLEDGEMENT, outage)).isEqualTo(survives);
    ConnectionResult result = ConnectionSimulation.run(outage(policy, outage, client), 1, 0);
    assertThat(result.completed()).isEqualTo(survives);
  }

  @ParameterizedTest
  @CsvSource({"3.74, true", "3.76, false"})
  void upload_loggedButUnacknowledged_theAbortDecides(double outage, boolean survives) {
    // The crash comes after the segment is on its way into the log, before its acknowledgement.
    Stack client = Cases.LINUX.with(new AbortRule.Count(3));
    var settings = outage(DownPolicy.SILENT, outage, client);
    WrapSettings slow =
        new WrapSettings(
            DownPolicy.SILENT,
            WrapSettings.Swallow.NORTH,
            true,
            0,
            5,
            0.2,
            new LogSettings(0.0001, Double.POSITIVE_INFINITY, 60, 8, true));
    double at = WRITTEN + 0.0001 + Cases.DELAY + 1e-6; // the handshake waits for the log, too
    var late =
        settings
            .withWrap(Optional.of(slow))
            .withFaults(
                List.of(new Fault.Upgrade(at, outage - 2 * Cases.DELAY, new Replay.Resume(0))));
    assertThat(ConnectionSimulation.run(late, 1, 0).completed()).isEqualTo(survives);
    OutageEffect effect = OutageEffect.of(DownPolicy.SILENT, client, Cases.RTO, 0.002);
    assertThat(effect.survives(Waiting.FOR_THE_SERVER, outage)).isEqualTo(survives);
  }

  @Test
  void client_ofLittlePatience_givesUpFirst() {
    var settings =
        outage(DownPolicy.LOGGED_ZERO_WINDOW, 30, Cases.LINUX).withWorkload(SLOW.withTimeout(20));
    ConnectionResult result = ConnectionSimulation.run(settings, 1, 0);
    assertThat(result.lost())
        .contains(hebe.models.connection.tcp.Socket.AbortReason.APPLICATION_TIMED_OUT);
    OutageEffect effect =
        OutageEffect.of(DownPolicy.LOGGED_ZERO_WINDOW, Cases.LINUX, 0.25, 0.002).withTimeout(20);
    assertThat(effect.survives(Waiting.FOR_A_RESPONSE, 30)).isFalse();
    assertThat(effect.survives(Waiting.FOR_A_RESPONSE, 19)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    // Tries at 0.25 x (1, 3, 7, 15, 31, 63, 127): the last that is answered, 2 ms later, within the
    // patience decides, not the patience.
    "SILENT, 20, 15.74, true",
    "SILENT, 20, 15.76, false",
    "SILENT, 15.753, 15.74, true",
    "SILENT, 15.751, 15.74, false",
    "SILENT, 15.751, 7.74, true",
    "SILENT, 15.751, 7.76, false",
    "SILENT, 5, 3.74, true", // less than the pause of 10 s between two writes
    "SILENT, 5, 3.76, false",
    // Under a zero window tries at 0.25 x (1, 2, 4, 8, 16, 32, 64, 128).
    "ZERO_WINDOW, 20, 15.99, true",
    "ZERO_WINDOW, 20, 16.01, false",
    "ZERO_WINDOW, 16.003, 15.99, true",
    "ZERO_WINDOW, 16.001, 8.01, false",
  })
  void upload_ofLittlePatience_lastTryInTimeDecides(
      DownPolicy policy, double patience, double outage, boolean survives) {
    OutageEffect effect =
        OutageEffect.of(policy, Cases.LINUX, Cases.RTO, 2 * Cases.DELAY).withTimeout(patience);
    assertThat(effect.survives(Waiting.FOR_AN_ACKNOWLEDGEMENT, outage)).isEqualTo(survives);
    var settings = outage(policy, outage, Cases.LINUX).withWorkload(SLOW.withTimeout(patience));
    assertThat(ConnectionSimulation.run(settings, 1, 0).completed()).isEqualTo(survives);
  }

  @Test
  void client_thatPausesAndThinksLongerThanItsPatience_goesOn() {
    var upload = Cases.of(SLOW.withTimeout(5), Service.of(500, 100), DownPolicy.SILENT);
    assertThat(ConnectionSimulation.run(upload, 1, 0).completed()).isTrue();
    Workload asking = Workload.exchanges(3).withThinking(10).withTimeout(5);
    var requests = Cases.of(asking, Service.of(100, 100), DownPolicy.SILENT);
    assertThat(ConnectionSimulation.run(requests, 1, 0).completed()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "LOGGED_ZERO_WINDOW, 4.9, true",
    "LOGGED_ZERO_WINDOW, 5.1, false",
    // Patience of 5 s begins when the buffer is full, after 0.645 s.
    "LOGGED_OPEN, 5.55, true",
    "LOGGED_OPEN, 5.75, false"
  })
  void upload_logged_patienceBeginsWithTheLastProgress(
      DownPolicy policy, double outage, boolean survives) {
    OutageEffect effect = logged(policy, 0.64536).withTimeout(5);
    assertThat(effect.survives(Waiting.FOR_AN_ACKNOWLEDGEMENT, outage)).isEqualTo(survives);
    var settings =
        outage(policy, outage, Cases.LINUX)
            .withWorkload(Workload.exchanges(1).paced(1000, 0.01).withTimeout(5))
            .withService(Service.of(3_000_000, 1));
    assertThat(ConnectionSimulation.run(settings, 1, 0).completed()).isEqualTo(survives);
  }

  private static OutageEffect logged(DownPolicy policy, double fill) {
    return new OutageEffect(
        policy,
        RetrySchedule.silent(Cases.LINUX, Cases.RTO),
        RetrySchedule.zeroWindow(Cases.LINUX, Cases.RTO),
        2 * Cases.DELAY,
        fill,
        OptionalDouble.empty());
  }

  @Test
  void idleClient_longOutage_survives() {
    var settings = outage(DownPolicy.SILENT, 3000, Cases.LINUX).withWorkload(Workload.idle());
    assertThat(ConnectionSimulation.run(settings, 1, 0).survived()).isTrue();
  }

  @Test
  void hostCrash_takesTheLogAlong_connectionIsLost() {
    var settings =
        outage(DownPolicy.LOGGED_ZERO_WINDOW, 1, Cases.LINUX)
            .withFaults(List.of(new Fault.HostCrash(15)));
    ConnectionResult result = ConnectionSimulation.run(settings, 1, 0);
    assertThat(result.completed()).isFalse();
    assertThat(result.lost()).isPresent();
  }

  @Test
  void logCrash_serverAlive_goesOnUnprotected() {
    var settings =
        outage(DownPolicy.LOGGED_ZERO_WINDOW, 1, Cases.LINUX)
            .withFaults(List.of(new Fault.LogCrash(15)));
    assertThat(ConnectionSimulation.run(settings, 1, 0).completed()).isTrue();
    ConnectionResult both =
        ConnectionSimulation.run(
            settings.withFaults(List.of(new Fault.LogCrash(15), new Fault.Crash(25))), 1, 0);
    assertThat(both.lost()).isPresent();
  }

  @Test
  void upload_loggedOpen_stallsOnlyWhenTheBufferIsFull() {
    // 100,000 B/s into the window granted last: 65,536 B less the segment that it acknowledged.
    double fill = 0.64536;
    OutageEffect effect = logged(DownPolicy.LOGGED_OPEN, fill);
    assertThat(silence(0.5)).isLessThan(0.02).isGreaterThan(effect.uploadStallSeconds(0.5));
    // Writes come every 10 ms, and the last one before the pause is cut.
    assertThat(silence(2)).isCloseTo(effect.uploadStallSeconds(2), within(0.015));
  }

  private static double silence(double outage) {
    var settings =
        outage(DownPolicy.LOGGED_OPEN, outage, Cases.LINUX)
            .withWorkload(Workload.exchanges(1).paced(1000, 0.01))
            .withService(Service.of(3_000_000, 1));
    return ConnectionSimulation.run(settings, 1, 0).longestSilenceSeconds();
  }
}
