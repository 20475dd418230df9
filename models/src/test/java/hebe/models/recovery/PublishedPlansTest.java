package hebe.models.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hebe.models.catalog.Catalog;
import hebe.models.catalog.Parameter;
import hebe.models.catalog.Published;
import java.util.Collections;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * Plans of the host of 2006 with 1 GiB guests, by pencil from its constants: POST 47, scrub 0.485
 * s/GiB of 11.5 GiB, disk 86 MiB/s with g = 0.04, dom0 shutdown 14, VMM start 11, dom0 boot
 * 26.4225, freeze 0.08 / 11 per GiB, resume 0.31 + 0.054 per GiB, guest shutdown 10.6, boot 2.8 +
 * 3.4 of disk, sshd 0.5 of a core, JBoss 9.2 of disk and 7.6 of a core, 4 cores.
 */
class PublishedPlansTest {
  private static final Offset<Double> EXACT = within(1e-9);

  /** Scrub of everything but the control domain. */
  private static final double SCRUB = 11.5 * 0.485;

  /** From the end of the dom0 shutdown to the host being ready, after a reset. */
  private static final double RESET = 47 + 11 + SCRUB + 26.4225;

  private final Catalog catalog = Catalog.load(Published.warmVmReboot());

  @Test
  void warm_hostWithoutGuests_bootsInThePublished43Seconds() {
    // 14 + 11 + 5.5775 + 26.4225 = 14 + 43
    assertThat(run(Mechanism.Reboot.WARM, host(0, "sshd")).hostReadySeconds())
        .isCloseTo(14 + 43, EXACT);
  }

  @Test // WVR-04, WVR-05, WVR-06
  void warm_elevenGuests_areBackOneAfterAnother() {
    PlanTimes times = run(Mechanism.Reboot.WARM, host(11, "jboss"));
    // freeze 0.08, reload 11, scrub 0.5 GiB x 0.485 = 0.2425, dom0 26.4225: 37.745; guest i after
    // (i + 1) x 0.364 more
    for (int guest = 0; guest < 11; guest++) {
      assertThat(times.downSeconds(guest)).isCloseTo(14, EXACT);
      assertThat(times.outageSeconds(guest)).isCloseTo(37.745 + 0.364 * (guest + 1), EXACT);
    }
    assertThat(times.longestOutageSeconds()).isCloseTo(41.749, EXACT);
    assertThat(times.meanOutageSeconds()).isCloseTo(37.745 + 0.364 * 6, EXACT);
  }

  @Test // WVR-05
  void warm_eachGuestMore_savesItsScrubAndCostsItsResume() {
    // from n to n + 1: - 0.485 + 0.08 / 11 + 0.364 = - 0.1137 s, inside the accepted - 0.3 .. 0.2
    for (int n = 1; n < 11; n++) {
      double more =
          run(Mechanism.Reboot.WARM, host(n + 1, "sshd")).longestOutageSeconds()
              - run(Mechanism.Reboot.WARM, host(n, "sshd")).longestOutageSeconds();
      assertThat(more).isCloseTo(-0.485 + 0.08 / 11 + 0.364, EXACT);
    }
  }

  @Test
  void warm_service_doesNotMatter() {
    assertThat(run(Mechanism.Reboot.WARM, host(11, "jboss")).longestOutageSeconds())
        .isEqualTo(run(Mechanism.Reboot.WARM, host(11, "sshd")).longestOutageSeconds());
  }

  @Test // WVR-07
  void saved_elevenGuests_waitForTheDisk() {
    PlanTimes times = run(Mechanism.Reboot.SAVED, host(11, "sshd"));
    // 11 GiB at 86 MiB/s over 1.4: 11 x 1024 / 86 x 1.4 = 183.367; twice, and 14 + 90 in between:
    // 470.735
    double stream = 11 * 1024 / 86.0 * 1.4;
    for (int guest = 0; guest < 11; guest++) {
      assertThat(times.downSeconds(guest)).isZero();
      assertThat(times.upSeconds(guest)).isCloseTo(2 * stream + 14 + RESET, EXACT);
    }
    assertThat(2 * stream + 14 + RESET).isCloseTo(470.735, within(5e-4));
  }

  @Test // WVR-07
  void saved_oneGuestOfElevenGib_hasNoRival() {
    Host host = guests("sshd", 11);
    // 11264 / 86 = 130.98 s each way
    assertThat(run(Mechanism.Reboot.SAVED, host).outageSeconds(0))
        .isCloseTo(2 * 11264 / 86.0 + 14 + RESET, EXACT);
  }

  @Test // WVR-08
  void cold_elevenSshd_bootFromOneDisk() {
    // 10.6 + 14 + 90; 2.8 + 11 x 3.4; 11 x 0.5 / 4 cores: 156.175
    PlanTimes times = run(Mechanism.Reboot.COLD, host(11, "sshd"));
    double ready = 10.6 + 14 + RESET;
    assertThat(times.hostReadySeconds()).isCloseTo(ready, EXACT);
    assertThat(times.longestOutageSeconds()).isCloseTo(ready + 2.8 + 37.4 + 1.375, EXACT);
    assertThat(times.longestOutageSeconds()).isCloseTo(156.175, EXACT);
  }

  @Test // WVR-08
  void cold_elevenJboss_startOnOneDiskAndFourCores() {
    // 10.6 + 14 + 90; 2.8 + 11 x 3.4; 11 x 9.2; 11 x 7.6 / 4: 276.9
    assertThat(run(Mechanism.Reboot.COLD, host(11, "jboss")).longestOutageSeconds())
        .isCloseTo(276.9, EXACT);
  }

  @Test // WVR-08
  void cold_oneAndTwoJboss() {
    // 10.6 + 14 + 90 = 114.6; 2.8 + 3.4 + 9.2 + 7.6 = 23
    assertThat(run(Mechanism.Reboot.COLD, host(1, "jboss")).longestOutageSeconds())
        .isCloseTo(137.6, EXACT);
    // 2.8 + 6.8 + 18.4 + 7.6 = 35.6: two tasks on four cores
    assertThat(run(Mechanism.Reboot.COLD, host(2, "jboss")).longestOutageSeconds())
        .isCloseTo(150.2, EXACT);
  }

  @Test // WVR-02
  void warmAgainstCold_ssh_saves74PercentAtMost() {
    // n = 11: 1 - 41.749 / 156.175 = 73.27 %, and less for fewer guests, whose boots take less of
    // the disk
    double before = 0;
    for (int n = 1; n <= 11; n++) {
      double warm = run(Mechanism.Reboot.WARM, host(n, "sshd")).longestOutageSeconds();
      double cold = run(Mechanism.Reboot.COLD, host(n, "sshd")).longestOutageSeconds();
      double reduction = 1 - warm / cold;
      assertThat(reduction).isGreaterThan(before);
      before = reduction;
    }
    assertThat(before).isCloseTo(1 - 41.749 / 156.175, EXACT).isBetween(0.70, 0.78);
  }

  @Test // WVR-14
  void coldMinusWarm_ssh_growsWithEachGuest() {
    // From 4 guests on, which keep four cores busy: 3.4 + 0.5 / 4 + 0.1137 = 3.6387 s per guest
    for (int n = 4; n < 11; n++) {
      assertThat(saving(n + 1) - saving(n))
          .isCloseTo(3.4 + 0.125 + 0.485 - 0.08 / 11 - 0.364, EXACT);
    }
    // The line through them meets n = 0 at 156.175 - 41.749 - 11 x 3.6387 = 74.40, not at the 60 of
    // the source: the 14 s of the dom0
    // shutdown are in the cold outage only.
    assertThat(saving(11) - 11 * (saving(11) - saving(10))).isCloseTo(74.4, within(1e-6));
  }

  @Test // WVR-09
  void oneJboss_isRejuvenatedInThePublishedTime() {
    // 10.6 + 6.2 + 16.8
    Host host = host(11, "jboss");
    assertThat(PlanSimulation.run(Plans.guestReboot(host, 10), host).outageSeconds(0))
        .isCloseTo(33.6, EXACT);
  }

  @Test // WVR-10
  void reset_costsThePostMore() {
    double reload = run(Mechanism.Reboot.WARM, host(0, "none")).hostReadySeconds();
    double reset = run(Mechanism.Reboot.COLD, host(0, "none")).hostReadySeconds();
    assertThat(reset - reload).isCloseTo(47, EXACT);
  }

  private double saving(int guests) {
    return run(Mechanism.Reboot.COLD, host(guests, "sshd")).longestOutageSeconds()
        - run(Mechanism.Reboot.WARM, host(guests, "sshd")).longestOutageSeconds();
  }

  private PlanTimes run(Mechanism.Reboot mechanism, Host host) {
    return PlanSimulation.run(mechanism.plan(host), host);
  }

  private Host host(int guests, String service) {
    return new Host(
        catalog.profile(Parameter.Kind.HARDWARE, "opteron-280-2006"),
        catalog.profile(Parameter.Kind.VMM, "xen-3.0.0"),
        Collections.nCopies(guests, guest(1, service)));
  }

  private Host guests(String service, double gib) {
    return new Host(
        catalog.profile(Parameter.Kind.HARDWARE, "opteron-280-2006"),
        catalog.profile(Parameter.Kind.VMM, "xen-3.0.0"),
        Collections.nCopies(1, guest(gib, service)));
  }

  private Host.Guest guest(double gib, String service) {
    return new Host.Guest(
        gib,
        catalog.profile(Parameter.Kind.OS, "linux-2.6.12"),
        catalog.profile(Parameter.Kind.SERVICE, service));
  }
}
