package hebe.models.connection.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hebe.models.catalog.Published;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryScheduleTest {
  private final Stacks stacks = Stacks.load(Published.ftTcp());

  @Test
  void expiry_belowTheCap_isTheGeometricSum() {
    RetrySchedule linux = RetrySchedule.silent(stacks.stack("linux"), 0.208);
    // 0.208 x (1, 3, 7, 15, 31)
    assertThat(linux.expirySeconds(1)).isEqualTo(0.208);
    assertThat(linux.expirySeconds(2)).isCloseTo(0.624, within(1e-12));
    assertThat(linux.expirySeconds(5)).isCloseTo(6.448, within(1e-12));
  }

  @Test
  void expiry_aboveTheCap_growsByTheCap() {
    RetrySchedule linux = RetrySchedule.silent(stacks.stack("linux"), 0.208);
    // 0.208 x 1023 = 212.784; the next wait would be 212.992 and is 120.
    assertThat(linux.expirySeconds(10)).isCloseTo(212.784, within(1e-9));
    assertThat(linux.expirySeconds(12)).isCloseTo(452.784, within(1e-9));
  }

  @Test
  void expiry_underAZeroWindow_repeatsTheFirstWait() {
    RetrySchedule linux = RetrySchedule.zeroWindow(stacks.stack("linux"), 0.208);
    // 0.208 x 2^(k - 1)
    assertThat(linux.expirySeconds(1)).isEqualTo(0.208);
    assertThat(linux.expirySeconds(2)).isCloseTo(0.416, within(1e-12));
    assertThat(linux.expirySeconds(6)).isCloseTo(6.656, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"3, 3.0", "5, 12.6", "9, 204.6", "10, 324.6", "15, 924.6"})
  void hypothetical_timeout_isThePublishedOne(int retries, double seconds) {
    // 0.2 x 15, 63, 1023; then 120 more each.
    assertThat(new AbortRule.Hypothetical(retries).seconds()).isCloseTo(seconds, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"0.2144, 3, 4", "0.2142, 3, 5", "0.2033, 5, 6", "0.2031, 5, 7", "0.208, 15, 16"})
  void linux_aroundTheThreshold_abortsOneExpiryLater(double rto, int retries, int expiry) {
    // N = 3: 0.2 x 15 / 14 = 0.21429; N = 5: 0.2 x 63 / 62 = 0.20323.
    RetrySchedule schedule = new RetrySchedule(rto, 120, true, new AbortRule.Hypothetical(retries));
    assertThat(schedule.abortExpiry()).isEqualTo(expiry);
  }

  @ParameterizedTest
  @CsvSource({"0.3, 9.3, 18.9", "1, 31, 63"})
  void count_fiveRetries_lastTryAndAbort(double rto, double last, double abort) {
    RetrySchedule schedule = new RetrySchedule(rto, 120, true, new AbortRule.Count(5));
    assertThat(schedule.lastTrySeconds()).isCloseTo(last, within(1e-12));
    assertThat(schedule.abortSeconds()).isCloseTo(abort, within(1e-12));
  }

  @Test
  void syn_ofEachStack_followsItsSeries() {
    RetrySchedule linux = RetrySchedule.syn(stacks.stack("linux"));
    assertThat(linux.lastTrySeconds()).isEqualTo(63);
    assertThat(linux.abortSeconds()).isEqualTo(127);
    assertThat(RetrySchedule.syn(stacks.stack("windows")).abortSeconds()).isEqualTo(21);
    assertThat(RetrySchedule.synAck(stacks.stack("linux")).lastTrySeconds()).isEqualTo(31);
    // 1 + 2 + ... + 32 + 60 + 60, the least retries with at least 180 s
    assertThat(RetrySchedule.syn(stacks.stack("rfc-6298")).abortSeconds()).isEqualTo(183);
  }

  @Test
  void stacks_everyOne_isCompleteAndHasItsKeepAlive() {
    assertThat(stacks.names()).containsExactly("linux", "windows", "bsd", "rfc-6298", "zephyr");
    for (String name : stacks.names()) {
      assertThat(stacks.stack(name).name()).isEqualTo(name);
      assertThat(stacks.keepAlive(name).dropSeconds()).isGreaterThan(7200);
    }
    assertThat(stacks.keepAlive("linux").dropSeconds()).isEqualTo(7875);
  }

  @Test
  void estimate_pencilSeries_followsRfc6298() {
    RtoRule rfc = new RtoRule(1, 1, 0.001, 60, OptionalDouble.empty());
    RtoRule.Estimate one = rfc.start().with(2);
    // SRTT 2, RTTVAR 1, RTO 2 + 4.
    assertThat(rfc.seconds(rfc.start())).isEqualTo(1);
    assertThat(rfc.seconds(one)).isEqualTo(6);
    // R = 4: RTTVAR = 0.75 + 0.25 x 2 = 1.25, SRTT = 1.75 + 0.5 = 2.25, RTO = 7.25.
    assertThat(rfc.seconds(one.with(4))).isEqualTo(7.25);
    assertThat(rfc.seconds(rfc.start().with(0.1))).isEqualTo(1);
  }

  @Test
  void estimate_onALan_showsLinuxsFloorOnTheVariance() {
    RtoRule linux = stacks.stack("linux").rto();
    // 0.002 + max(0.2, 4 x 0.001)
    assertThat(linux.seconds(linux.start().with(0.002))).isCloseTo(0.202, within(1e-12));
  }
}
