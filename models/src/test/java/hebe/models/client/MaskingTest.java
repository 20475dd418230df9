package hebe.models.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hebe.models.client.Protection.FtTcp;
import hebe.models.client.Protection.Log;
import hebe.models.client.Protection.Place;
import hebe.models.connection.wrap.DownPolicy;
import hebe.models.outage.Subjects;
import hebe.models.recovery.Fates.Fate;
import hebe.models.recovery.Mechanism;
import hebe.sim.law.Deterministic;
import hebe.sim.law.Uniform;
import hebe.sim.result.Cause;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which outages FT-TCP masks, and what the others do to 10,000 connections. */
class MaskingTest {
  private static final Cause SERVICE = cause("service-crash", false, "connections");
  private static final Cause GUEST = cause("guest-crash", false, "connections", "guest uptime");
  private static final Cause UPGRADE =
      cause("guest-rejuvenation", true, "connections", "guest uptime");
  private static final Cause VMM = cause("vmm-crash", false, "connections", "guest uptime");
  private static final Cause COLD = cause("cold-reboot", true, "connections", "guest uptime");
  private static final Cause WARM = cause("warm-reboot", true);
  private static final Map<String, Cause> CAUSES =
      Map.of(
          "service", SERVICE, "guest", GUEST, "upgrade", UPGRADE, "vmm", VMM, "cold", COLD, "warm",
          WARM);

  private static Cause cause(String name, boolean planned, String... lost) {
    return new Cause(name, planned, List.of(lost));
  }

  private static ClientRecorder recorder(Protection protection) {
    Population clients =
        EventLevel.of(
            ConnectionKind.UPLOAD, EventLevel.LINUX, EventLevel.habits(1, 0, EventLevel.FOREVER));
    Subjects subjects =
        new Subjects(
            List.of(new Subjects.Subject(0, "host/web", "web")), Set.of("web"), Set.of("host"));
    return new ClientModel(List.of(clients), protection, subjects, Set.of(VMM, COLD, WARM))
        .recorder(1, 0);
  }

  private static FtTcp wrap(Place place, double failing, DownPolicy policy) {
    return new FtTcp(
        new Recovery.ColdRestart(new Deterministic(0)),
        Optional.empty(),
        policy,
        0,
        new Log(place, failing),
        0,
        Logging.FREE);
  }

  private static double lost(Protection protection, Cause cause, double seconds) {
    ClientRecorder recorder = recorder(protection);
    recorder.began(0, cause);
    recorder.ended(0, cause, seconds);
    assertThat(recorder.lost("web", cause.name())).isEqualTo(recorder.tally("web").lost());
    return recorder.tally("web").lost();
  }

  @ParameterizedTest
  @CsvSource({
    // Lost of 10,000 in an outage of 20 s, far below the last try.
    "GUEST, service, 0",
    "GUEST, guest, 10000",
    "GUEST, upgrade, 10000",
    "GUEST, vmm, 10000",
    "DRIVER_DOMAIN, service, 0",
    "DRIVER_DOMAIN, guest, 0",
    "DRIVER_DOMAIN, upgrade, 0",
    "DRIVER_DOMAIN, vmm, 10000",
    "DRIVER_DOMAIN, cold, 10000",
    "DRIVER_DOMAIN, warm, 0",
    "VMM, guest, 0",
    "VMM, vmm, 10000",
    "OTHER_HOST, vmm, 0",
    "OTHER_HOST, cold, 0"
  })
  void ftTcp_outageByCause_masksWhatItsLogSurvives(Place place, String cause, double lost) {
    assertThat(lost(wrap(place, 0, DownPolicy.SILENT), CAUSES.get(cause), 20)).isEqualTo(lost);
  }

  @ParameterizedTest
  @CsvSource({"service, 10000", "guest, 10000", "upgrade, 10000", "vmm, 10000", "warm, 0"})
  void plainTcp_outageByCause_losesWhatTheGuestForgets(String cause, double lost) {
    assertThat(lost(new Protection.PlainTcp(), CAUSES.get(cause), 20)).isEqualTo(lost);
  }

  @Test
  void log_thatFailsInOneOfFour_losesAFourth() {
    assertThat(lost(wrap(Place.VMM, 0.25, DownPolicy.SILENT), GUEST, 20)).isEqualTo(2500);
  }

  @ParameterizedTest
  // r = 0.25 s: T_12 = 0.25 x (2^9 - 1) + 3 x 120... the last try is k = abort - 1; hyp = 924.6 s.
  @CsvSource({"-0.001, 0", "0.001, 10000"})
  void warmReboot_aroundTheLastTry_decidesAboutAll(double beyond, double lost) {
    double last =
        hebe.models.connection.tcp.RetrySchedule.silent(EventLevel.LINUX, EventLevel.RTO)
            .lastTrySeconds();
    // 0.25 x (2^9 - 1) = 127.75 s, then waits of 120 s: 127.75 + 6 x 120 = 847.75 s < 924.85 s.
    assertThat(last).isEqualTo(847.75);
    assertThat(lost(new Protection.PlainTcp(), WARM, last + beyond)).isEqualTo(lost);
  }

  @Test
  void vmmCrash_inACrashOfTheGuest_losesWhatFtTcpWouldHaveKept() {
    ClientRecorder recorder = recorder(wrap(Place.DRIVER_DOMAIN, 0, DownPolicy.SILENT));
    recorder.began(0, GUEST);
    recorder.wentOn(0, VMM);
    recorder.ended(0, GUEST, 100);
    assertThat(recorder.lost("web", "guest-crash")).isEqualTo(10_000);
    // The next outage has nothing to do with it.
    recorder.began(0, GUEST);
    recorder.ended(0, GUEST, 20);
    assertThat(recorder.tally("web").lost()).isEqualTo(10_000);
    assertThat(recorder.tally("web").stalls().count()).isEqualTo(10_000);
  }

  @Test
  void stalls_underEachPolicy_areThoseOfTheStaircase() {
    // An outage of 20 s: the retry at 31.75 s; under a zero window at 32 s; logged at once.
    assertThat(stall(DownPolicy.SILENT)).isEqualTo(31.75);
    assertThat(stall(DownPolicy.ZERO_WINDOW)).isEqualTo(32);
    assertThat(stall(DownPolicy.LOGGED_ZERO_WINDOW)).isCloseTo(20.001, within(1e-12));
  }

  private static double stall(DownPolicy policy) {
    ClientRecorder recorder = recorder(wrap(Place.VMM, 0, policy));
    recorder.began(0, GUEST);
    recorder.ended(0, GUEST, 20);
    StallHistogram stalls = recorder.tally("web").stalls();
    assertThat(recorder.tally("web").waitedSeconds()).isCloseTo(stalls.sumSeconds(), within(1e-6));
    assertThat(stalls.quantileSeconds(0.99)).isCloseTo(stall(stalls), within(1e-9));
    return stall(stalls);
  }

  private static double stall(StallHistogram stalls) {
    return stalls.sumSeconds() / stalls.count();
  }

  @Test
  void hotBackup_andUpgrade_takeTheirOwnTimes() {
    FtTcp wrap =
        new FtTcp(
            new Recovery.HotBackup(new Deterministic(2), 0.5),
            Optional.of(new Deterministic(1)),
            DownPolicy.LOGGED_ZERO_WINDOW,
            0,
            new Log(Place.VMM, 0),
            1e-5,
            Logging.FREE);
    // 10,000 connections x 10 us are 0.1 s; half a round trip is 1 ms.
    assertThat(stallAfter(wrap, GUEST)).isCloseTo(2.5 + 0.1 + 0.001, within(1e-9));
    assertThat(stallAfter(wrap, UPGRADE)).isCloseTo(1 + 0.1 + 0.001, within(1e-9));
  }

  private static double stallAfter(FtTcp wrap, Cause cause) {
    ClientRecorder recorder = recorder(wrap);
    recorder.began(0, cause);
    recorder.ended(0, cause, 300);
    assertThat(recorder.drew()).isFalse();
    return stall(recorder.tally("web").stalls());
  }

  @Test
  void checkpoint_ofRandomAge_isAsOldAsHalfItsPeriodOnAverage() {
    FtTcp wrap =
        new FtTcp(
            new Recovery.FromCheckpoint(new Uniform(1, 3), 60, 2),
            Optional.empty(),
            DownPolicy.LOGGED_ZERO_WINDOW,
            0,
            new Log(Place.VMM, 0),
            0,
            Logging.FREE);
    ClientRecorder recorder = recorder(wrap);
    int outages = 40_000;
    for (int i = 0; i < outages; i++) {
      recorder.began(0, GUEST);
      recorder.ended(0, GUEST, 300);
    }
    assertThat(recorder.drew()).isTrue();
    // 2 s + 30 s / 2; its deviation is 60 / 2 / sqrt(12) = 8.7 s, so 4.5 sigma are 0.2 s.
    assertThat(stall(recorder.tally("web").stalls())).isCloseTo(17.001, within(0.2));
  }

  @ParameterizedTest
  @EnumSource(Mechanism.Reboot.class)
  void mechanism_ofEachKind_saysTheSameOfConnectionsTwice(Mechanism.Reboot mechanism) {
    assertThat(mechanism.lost().contains(Blow.CONNECTIONS))
        .isEqualTo(mechanism.fates().connections() == Fate.RESET);
  }
}
