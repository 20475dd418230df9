package hebe.models.fleet;

import static hebe.models.fleet.Operation.both;
import static hebe.models.fleet.Operation.calendar;
import static hebe.models.fleet.Operation.calendarFrom;
import static hebe.models.fleet.Operation.metric;
import static hebe.models.fleet.Operation.outagesOf;
import static hebe.models.fleet.Operation.run;
import static hebe.models.fleet.Operation.sinceRenewal;
import static hebe.models.fleet.Operation.staggered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hebe.models.catalog.Catalog;
import hebe.models.catalog.Parameter;
import hebe.models.catalog.Published;
import hebe.models.failure.Failures;
import hebe.models.policy.Policy;
import hebe.models.recovery.Mechanism.Reboot;
import hebe.sim.result.Outage;
import hebe.sim.study.WorkResult;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Without failures availability is arithmetic: (k d_os + d_vmm) / period. The host of 2006 with
 * JBoss in guests of 1 GiB.
 */
class PlannedAvailabilityTest {
  private static final double DAY = 86_400;
  private static final double D_OS = 33.6; // 10.6 + 6.2 + 16.8

  private final Catalog catalog = Catalog.load(Published.warmVmReboot());

  @ParameterizedTest // WVR-12, WVR-13
  @CsvSource({
    // Mean outage of eleven guests by pencil (PublishedPlansTest): warm 37.745 + 6 x 0.364, saved
    // 470.7353..., cold 276.9.
    "WARM, 39.929, 440",
    "SAVED, 470.73488372093022, 440",
    // the guest whose turn comes with the period is absorbed: ten guests four times and one three
    // times, in each of ten periods
    "COLD, 276.9, 430"
  })
  void noFailures_unavailability_isTheFormula(
      Reboot mechanism, double meanVmmSeconds, int rejuvenations) {
    // Ten periods of 28 days, guests weekly in turns; an hour more lets the last reboot end and
    // begins no other outage.
    double horizon = 280 * DAY + 3600;
    Policy policy =
        new Policy("p", calendar(28 * DAY), mechanism, staggered(7 * DAY), Optional.empty());
    FleetModel fleet = Operation.model(host(11), Failures.none(), policy);
    WorkResult result = run(fleet, 1, horizon);
    double downSeconds = rejuvenations * D_OS + 110 * meanVmmSeconds;
    double expected = downSeconds / (11 * horizon);
    assertThat(metric(fleet, result, "unavailability", "web", ""))
        .isCloseTo(expected, within(1e-9 * expected));
    assertThat(metric(fleet, result, "downtime-per-rejuvenation", "web", ""))
        .isCloseTo(meanVmmSeconds, within(1e-9 * meanVmmSeconds));
    assertThat(result.random()).isFalse();
  }

  @Test // WVR-13
  void coldEvery24AndAHalfDays_withGuestsSinceRenewal_realisesAlphaOneHalf() {
    // From one cold reboot to the next three rejuvenations fit: after 7, 14 and 21 days. The fourth
    // would be due at 28.
    Policy policy =
        new Policy("p", calendar(24.5 * DAY), Reboot.COLD, sinceRenewal(7 * DAY), Optional.empty());
    List<Outage> web =
        outagesOf(run(host(1), Failures.none(), policy, 245 * DAY + 3600), "host/web");
    List<Outage> cold =
        web.stream().filter(outage -> outage.cause().name().equals("cold-reboot")).toList();
    assertThat(cold).hasSize(10);
    assertThat(web).hasSize(10 + 30);
    for (int i = 1; i < 10; i++) {
      Outage before = web.get(4 * (i + 1) - 2);
      assertThat(before.cause().name()).isEqualTo("guest-rejuvenation");
      double alpha = (cold.get(i).startSeconds() - before.endSeconds()) / (7 * DAY);
      // 3.5 d less one cold outage and three rejuvenations, a few minutes, of 7 d
      assertThat(alpha).isBetween(0.4990, 0.5);
    }
  }

  @Test // WVR-13
  void coldEvery28Days_onOneCalendar_absorbsOneOfFour() {
    Policy policy =
        new Policy("p", calendar(28 * DAY), Reboot.COLD, calendar(7 * DAY), Optional.empty());
    assertThat(causes(policy)).containsExactly(30L, 10L);
    Policy warm =
        new Policy("p", calendar(28 * DAY), Reboot.WARM, calendar(7 * DAY), Optional.empty());
    assertThat(causes(warm)).containsExactly(40L, 10L);
  }

  @Test // WVR-13
  void coldEvery28Days_withGuestsSinceRenewal_alsoLeavesThree() {
    // After a cold reboot of 137.6 s the fourth would be due 28 d and three rejuvenations later:
    // after the next reboot.
    Policy policy =
        new Policy("p", calendar(28 * DAY), Reboot.COLD, sinceRenewal(7 * DAY), Optional.empty());
    assertThat(causes(policy)).containsExactly(30L, 10L);
  }

  @Test // WVR-12
  void oneGuest_inFourWeeks_isDownForFourRejuvenationsAndOneReboot() {
    double period = 28 * DAY;
    Policy warm =
        new Policy(
            "p",
            calendarFrom(period - 3600, period),
            Reboot.WARM,
            calendarFrom(DAY, 7 * DAY),
            Optional.empty());
    FleetModel fleet = Operation.model(host(1), Failures.none(), warm);
    WorkResult result = run(fleet, 1, period);
    // one guest frozen: 0.08 / 11 + 11 + 10.5 x 0.485 + 26.4225 + 0.364
    double reboot = 0.08 / 11 + 11 + 5.0925 + 26.4225 + 0.364;
    double expected = (4 * D_OS + reboot) / period;
    assertThat(metric(fleet, result, "unavailability", "web", ""))
        .isCloseTo(expected, within(1e-9 * expected));
  }

  @Test
  void never_isAlwaysAvailable() {
    FleetModel fleet = Operation.model(host(2), Failures.none(), Operation.never());
    WorkResult result = run(fleet, 1, 1e9);
    assertThat(metric(fleet, result, "availability", "all", "")).isEqualTo(1);
    assertThat(result.outages()).isEmpty();
  }

  @Test
  void guests_withAGivenDuration_useIt() {
    Policy policy = both(Operation.NEVER, Reboot.COLD, calendar(1000), 64);
    assertThat(outagesOf(run(host(1), Failures.none(), policy, 1500), "host/web"))
        .singleElement()
        .extracting(Outage::seconds)
        .isEqualTo(64.0);
  }

  /** How many rejuvenations and reboots one guest sees in ten periods of 28 days. */
  private List<Long> causes(Policy policy) {
    List<Outage> web =
        outagesOf(run(host(1), Failures.none(), policy, 280 * DAY + 3600), "host/web");
    long rejuvenations =
        web.stream().filter(outage -> outage.cause().name().equals("guest-rejuvenation")).count();
    return List.of(rejuvenations, web.size() - rejuvenations);
  }

  private HostGroup host(int guests) {
    GuestGroup web =
        new GuestGroup(
            "web",
            guests,
            1,
            catalog.profile(Parameter.Kind.OS, "linux-2.6.12"),
            catalog.profile(Parameter.Kind.SERVICE, "jboss"));
    return new HostGroup(
        "host",
        1,
        catalog.profile(Parameter.Kind.HARDWARE, "opteron-280-2006"),
        catalog.profile(Parameter.Kind.VMM, "xen-3.0.0"),
        List.of(web));
  }
}
