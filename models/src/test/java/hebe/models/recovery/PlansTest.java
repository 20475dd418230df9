package hebe.models.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebe.models.Fixtures;
import hebe.models.catalog.Parameter;
import org.junit.jupiter.api.Test;

/** Plans of the test host by pencil; its constants are in {@link Fixtures}. */
class PlansTest {

  @Test
  void warm_withoutGuests_isShutdownReloadScrubAndBoot() {
    // 10 + 5 + 7 + 20
    PlanTimes times = run(Mechanism.Reboot.WARM, Fixtures.host());
    assertThat(times.hostReadySeconds()).isEqualTo(42);
    assertThat(times.endSeconds()).isEqualTo(42);
    assertThat(times.longestOutageSeconds()).isZero();
    assertThat(times.meanOutageSeconds()).isZero();
  }

  @Test // WVR-04, WVR-05
  void warm_oneGuest_servesUntilItIsFrozenAndIsNotScrubbed() {
    // shutdown 10, freeze 2: 12, reload 5: 17, scrub 7 - 2: 22, boot 20: 42, resume 2 + 2: 46
    PlanTimes times = run(Mechanism.Reboot.WARM, Fixtures.host(2));
    assertThat(times.startOf("quick reload")).isEqualTo(12);
    assertThat(times.endOf("scrub")).isEqualTo(22);
    assertThat(times.hostReadySeconds()).isEqualTo(42);
    assertOutage(times, 0, 10, 46);
  }

  @Test // WVR-06
  void warm_twoGuests_areFrozenAndResumedOneAfterAnother() {
    // freeze 1 and 2 in turn: 13, reload: 18, scrub 7 - 3: 22, boot: 42, resume 2 + 1: 45, then 2 +
    // 2: 49
    PlanTimes times = run(Mechanism.Reboot.WARM, Fixtures.host(1, 2));
    assertThat(times.hostReadySeconds()).isEqualTo(42);
    assertOutage(times, 0, 10, 45);
    assertOutage(times, 1, 10, 49);
    assertThat(times.longestOutageSeconds()).isEqualTo(39);
    assertThat(times.meanOutageSeconds()).isEqualTo(37);
  }

  @Test
  void saved_withoutGuests_isAColdRebootOfTheHost() {
    // 10 + 40 + 5 + 7 + 20
    assertThat(run(Mechanism.Reboot.SAVED, Fixtures.host()).hostReadySeconds()).isEqualTo(82);
    assertThat(run(Mechanism.Reboot.COLD, Fixtures.host()).hostReadySeconds()).isEqualTo(82);
  }

  @Test // WVR-07
  void saved_oneGuest_isDownFromTheBeginOfItsSave() {
    // save 16, host 82: 98, restore 16: 114
    PlanTimes times = run(Mechanism.Reboot.SAVED, Fixtures.host(2));
    assertThat(times.hostReadySeconds()).isEqualTo(98);
    assertOutage(times, 0, 0, 114);
  }

  @Test // WVR-07
  void saved_twoGuests_disturbEachOther() {
    // 8 and 16 s at 0.5 / 1.25 each: 20, the second 8 s more: 28; host 82: 110; restore likewise:
    // 130 and 138
    PlanTimes times = run(Mechanism.Reboot.SAVED, Fixtures.host(1, 2));
    assertThat(times.hostReadySeconds()).isEqualTo(110);
    assertOutage(times, 0, 0, 130);
    assertOutage(times, 1, 0, 138);
  }

  @Test // WVR-08
  void cold_oneGuest_shutsDownBootsAndStartsItsService() {
    // shutdown 6, host 82: 88; boot 3 + 4, service 2 + 8: 105
    PlanTimes times = run(Mechanism.Reboot.COLD, Fixtures.host(2));
    assertThat(times.hostReadySeconds()).isEqualTo(88);
    assertThat(times.startOf("service start")).isEqualTo(95);
    assertOutage(times, 0, 0, 105);
  }

  @Test // WVR-08
  void cold_twoGuests_shareDiskAndHaveACoreEach() {
    // 88; 3; disk 2 x 4: 99; disk 2 x 2: 103; a core each 8: 111
    PlanTimes times = run(Mechanism.Reboot.COLD, Fixtures.host(1, 2));
    assertOutage(times, 0, 0, 111);
    assertOutage(times, 1, 0, 111);
  }

  @Test // WVR-08
  void cold_threeGuestsOnTwoCores_shareThem() {
    // 88; 3; 3 x 4: 103; 3 x 2: 109; 3 x 8 / 2: 121
    PlanTimes times = run(Mechanism.Reboot.COLD, Fixtures.host(1, 1, 1));
    assertThat(times.longestOutageSeconds()).isEqualTo(121);
    assertThat(times.meanOutageSeconds()).isEqualTo(121);
  }

  @Test
  void restart_findsTheGuestsDown() {
    // 40 + 5 + 7 + 20 = 72; 3 + 2 x 4 + 2 x 2 + 8 = 23
    Host host = Fixtures.host(1, 2);
    PlanTimes times = PlanSimulation.run(Plans.restart(host), host);
    assertThat(times.hostReadySeconds()).isEqualTo(72);
    assertOutage(times, 0, 0, 95);
    assertOutage(times, 1, 0, 95);
  }

  @Test // WVR-09
  void oneGuest_onARunningHost_hasTheMachineForItself() {
    Host host = Fixtures.host(1, 2);
    // 6 + 3 + 4 + 2 + 8
    assertThat(PlanSimulation.run(Plans.guestReboot(host, 1), host).outageSeconds(0)).isEqualTo(23);
    // without the shutdown
    assertThat(PlanSimulation.run(Plans.guestRestart(host, 1), host).outageSeconds(0))
        .isEqualTo(17);
    // the service alone
    assertThat(PlanSimulation.run(Plans.serviceRestart(host, 1), host).outageSeconds(0))
        .isEqualTo(10);
  }

  @Test
  void oneGuest_plans_doNotTouchTheHost() {
    Host host = Fixtures.host(1, 2);
    PlanTimes times = PlanSimulation.run(Plans.guestReboot(host, 0), host);
    assertThat(times.hostReadySeconds()).isZero();
    assertThat(HostPhase.of(times)).isEmpty();
  }

  @Test
  void host_whoseGuestsDoNotFit_isRefused() {
    // 1 GiB of control domain and 7.5 GiB of guests on 8 GiB
    assertThatThrownBy(() -> Fixtures.host(4, 3.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("8.5 GiB")
        .hasMessageContaining("8.0 GiB");
    assertThat(Fixtures.host(4, 3).guestGib()).isEqualTo(7);
    assertThatThrownBy(() -> Fixtures.host(0)).hasMessageContaining("a guest has memory");
  }

  @Test
  void phase_thatAPlanDoesNotHave_isRefused() {
    assertThatThrownBy(() -> run(Mechanism.Reboot.WARM, Fixtures.host()).startOf("POST"))
        .hasMessage("warm-reboot has no phase 'POST'");
  }

  @Test // WVR-15
  void warm_lazyScrub_doesNotDependOnTheSizeOfTheHost() {
    // 10 + 1 + 5 + 0 + 20 + 3
    for (double gib : new double[] {8, 64, 1024}) {
      var lazy =
          Fixtures.with(
              Fixtures.with(Fixtures.hardware(), Parameter.SCRUB, 0), Parameter.MEMORY, gib);
      Host host = Fixtures.host(lazy, Fixtures.vmm(), 1);
      assertThat(run(Mechanism.Reboot.WARM, host).upSeconds(0)).isEqualTo(39);
    }
  }

  private static PlanTimes run(Mechanism.Reboot mechanism, Host host) {
    return PlanSimulation.run(mechanism.plan(host), host);
  }

  private static void assertOutage(PlanTimes times, int guest, double down, double up) {
    assertThat(times.downSeconds(guest)).isEqualTo(down);
    assertThat(times.upSeconds(guest)).isEqualTo(up);
    assertThat(times.outageSeconds(guest)).isEqualTo(up - down);
  }
}
