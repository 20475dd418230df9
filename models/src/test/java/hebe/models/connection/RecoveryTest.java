package hebe.models.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hebe.models.connection.recovery.Detection;
import hebe.models.connection.recovery.Fault;
import hebe.models.connection.recovery.RecoveryMode;
import hebe.models.connection.server.Service;
import hebe.models.connection.wrap.DownPolicy;
import hebe.models.connection.wrap.LogSettings;
import hebe.models.connection.wrap.Replay;
import hebe.models.connection.wrap.WrapSettings;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RecoveryTest {
  /** Runs with all invariants asserted on every event. */
  static ConnectionResult checked(ConnectionSettings settings, long seed) {
    Invariants invariants = new Invariants(settings.wrap().orElseThrow().policy());
    ConnectionSimulation run =
        new ConnectionSimulation(settings, seed, 0, invariants, invariants::after);
    invariants.watch(run);
    ConnectionResult result = run.run();
    assertThat(invariants.checks).isPositive();
    return result;
  }

  @ParameterizedTest
  @EnumSource(DownPolicy.class)
  void requests_noFault_allAnswered(DownPolicy policy) {
    var settings = Cases.of(Workload.exchanges(5), Service.of(300, 5000), policy);
    ConnectionResult result = checked(settings, 1);
    assertThat(result.completed()).isTrue();
    assertThat(result.receivedBytes()).isEqualTo(25_000);
    assertThat(result.replayedReads()).isZero();
  }

  @ParameterizedTest
  @EnumSource(DownPolicy.class)
  void pacedUpload_crash_losesAndRepeatsNothing(DownPolicy policy) {
    var workload = Workload.exchanges(1).paced(1000, 0.01);
    var settings = Cases.of(workload, Service.of(300_000, 100), policy);
    ConnectionResult result = checked(Cases.crashing(settings, 1.0), 1);
    assertThat(result.completed()).isTrue();
    assertThat(result.receivedBytes()).isEqualTo(100);
    assertThat(result.replayedReads()).isPositive();
  }

  @ParameterizedTest
  @EnumSource(DownPolicy.class)
  void slowDownload_crash_losesAndRepeatsNothing(DownPolicy policy) {
    var service =
        Service.of(200, 300_000)
            .with(new hebe.models.connection.server.Costs(0, Double.POSITIVE_INFINITY, 150_000));
    var settings = Cases.of(Workload.exchanges(1), service, policy);
    ConnectionResult result = checked(Cases.crashing(settings, 1.0), 1);
    assertThat(result.completed()).isTrue();
    assertThat(result.receivedBytes()).isEqualTo(300_000);
    assertThat(result.heardSeconds().orElseThrow()).isCloseTo(1.5, within(0.2));
  }

  /** A peak of 750 x 1024 B would be too much for 100 connections; here for one. */
  private static long peak(Service service, boolean truncates) {
    var wrap =
        new WrapSettings(
            DownPolicy.LOGGED_ZERO_WINDOW,
            WrapSettings.Swallow.NORTH,
            true,
            0,
            5,
            0.2,
            new LogSettings(0.0001, Double.POSITIVE_INFINITY, 60, 8, truncates));
    var settings =
        Cases.of(Workload.exchanges(1), service, DownPolicy.LOGGED_ZERO_WINDOW)
            .withWrap(Optional.of(wrap));
    return checked(Cases.crashing(settings, 0.05), 1).peakLogBytes();
  }

  @Test
  void longUpload_noTruncation_holdsAllOfIt() {
    // 2,000,000 B and the end of the stream, 60 B of state, a record of 8 B per read of at most 4
    // KiB
    assertThat(peak(Service.of(2_000_000, 100), false)).isGreaterThan(2_000_061 + 488 * 8);
  }

  @Test
  void longUpload_truncatedAtSafePoints_holdsWhatIsNotSafeYet() {
    // Safe every 20,000 B: one stretch, what is under way (64 KiB) and records.
    assertThat(peak(Service.of(2_000_000, 100).withSafePoints(20_000), true))
        .isBetween(20_000L, 100_000L);
  }

  @ParameterizedTest
  @MethodSource("modes")
  void dialogue_eachMode_repeatsWhatItMust(RecoveryMode mode, int leastReads, int mostReads) {
    // Requests of 300 B, 50 a second; the crash at 2.0 comes after about 100 of them.
    var settings =
        Cases.of(
                Workload.exchanges(150).withThinking(0.0178),
                Service.of(300, 500),
                DownPolicy.LOGGED_ZERO_WINDOW)
            .withWrap(
                Optional.of(
                    new WrapSettings(
                        DownPolicy.LOGGED_ZERO_WINDOW,
                        WrapSettings.Swallow.NORTH,
                        true,
                        0,
                        5,
                        0.2,
                        new LogSettings(0.0001, Double.POSITIVE_INFINITY, 60, 8, false))))
            .withRecovery(Cases.recovery(mode));
    ConnectionResult result = checked(Cases.crashing(settings, 2.0), 1);
    assertThat(result.completed()).isTrue();
    assertThat(result.responses()).isEqualTo(150);
    assertThat(result.replayedReads()).isBetween(leastReads, mostReads);
  }

  static Stream<Arguments> modes() {
    return Stream.of(
        // all of about 100 reads
        Arguments.of(new RecoveryMode.ColdRestart(0.75, new Replay.Generic()), 95, 102),
        Arguments.of(new RecoveryMode.ColdRestart(0.75, new Replay.Resume(0.01)), 0, 0),
        Arguments.of(new RecoveryMode.ColdRestart(0.75, new Replay.Reissue(0.01)), 0, 1),
        // 0.2 s of lag at 50 a second
        Arguments.of(new RecoveryMode.HotBackup(0.1, 0.2), 9, 11),
        // the last checkpoint at 1.6 s
        Arguments.of(new RecoveryMode.FromCheckpoint(0.2, 0.8), 19, 21));
  }

  @Test
  void upgrade_planned_isAnOutageOfTheCutoverAlone() {
    var settings =
        Cases.of(
                Workload.exchanges(1).paced(1000, 0.01),
                Service.of(300_000, 100),
                DownPolicy.LOGGED_ZERO_WINDOW)
            .withFaults(List.of(new Fault.Upgrade(1.0, 0.125, new Replay.Generic())));
    ConnectionResult result = checked(settings, 1);
    assertThat(result.completed()).isTrue();
    // 0.125, the last append to the log, and half a round trip
    assertThat(result.resumedSeconds().orElseThrow())
        .isCloseTo(0.125 + Cases.LOG + Cases.DELAY, within(1e-9));
  }

  @Test
  void crash_recoverySettings_addUp() {
    var settings =
        Cases.of(
            Workload.exchanges(1).paced(1000, 0.01),
            Service.of(300_000, 100),
            DownPolicy.LOGGED_ZERO_WINDOW);
    ConnectionResult result = checked(Cases.crashing(settings, 1.0), 1);
    // noticed 0.5, fenced 0.25, started 0.75, the log 0.0001, half a round trip 0.001
    assertThat(result.resumedSeconds().orElseThrow()).isCloseTo(1.5011, within(1e-9));
  }

  @Test
  void crash_whileTheLogIsDrained_beginsTheRecoveryAnew() {
    var settings =
        Cases.of(
            Workload.exchanges(1).paced(1000, 0.01),
            Service.of(300_000, 100),
            DownPolicy.LOGGED_ZERO_WINDOW);
    ConnectionResult result = checked(Cases.crashing(settings, 1.0, 2.50005), 1);
    // Ready at 2.5, drained at 2.5001; failed between. Noticed at 3.0, ready at 4.0, one outage.
    assertThat(result.resumedSeconds().orElseThrow()).isCloseTo(3.0011, within(1e-9));
  }

  @Test
  void hang_watchdogAndFence_addUp() {
    var settings =
        Cases.of(
                Workload.exchanges(1).paced(1000, 0.01),
                Service.of(300_000, 100),
                DownPolicy.LOGGED_ZERO_WINDOW)
            .withFaults(List.of(new Fault.Hang(1.0)));
    ConnectionResult result = checked(settings, 1);
    assertThat(result.completed()).isTrue();
    // Watchdog 2, fence 0.25, start 0.75, log 0.0001, half a round trip; its TCP takes data till
    // then.
    assertThat(result.resumedSeconds().orElseThrow()).isCloseTo(3.0011, within(1e-9));
  }

  @Test
  void detection_anyPhase_isBetweenTheHeartbeats() {
    Detection detection = new Detection(0.5, 3, 0.1, 2);
    // (m - U) T + check: U = 0 and U = 0.8
    assertThat(detection.crashSeconds(2.0)).isCloseTo(1.6, within(1e-12));
    assertThat(detection.crashSeconds(2.4)).isCloseTo(1.2, within(1e-12));
  }
}
