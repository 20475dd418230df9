package hebe.models.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebe.models.Fixtures;
import hebe.models.recovery.InPlaceUpdate.Fallback;
import hebe.sim.law.Deterministic;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Replacing a VMM under its guests, by pencil; the constants are in {@link Fixtures}. */
class InPlacePlansTest {
  private static PlanTimes update(Host host) {
    InPlaceUpdate update = new InPlaceUpdate(Fixtures.inPlace(), 1, Fallback.ROLL_BACK);
    return PlanSimulation.run(update.plan(host), host);
  }

  private static MicroReboot microReboot(double success, double hangs) {
    Deterministic none = new Deterministic(0);
    return new MicroReboot(Fixtures.inPlace(), success, none, hangs, none, Optional.empty());
  }

  @Test
  void update_twoGuests_stopTogetherAndWakeOneAfterAnother() {
    // load 10; freeze 1 + 1: 12, 1 + 2: 15; start 4 + 2: 21; tables 8 / 2: 25; host boot 3: 28;
    // thaw 2 + 1: 31, 2 + 2: 35
    PlanTimes times = update(Fixtures.host(1, 2));
    assertThat(times.downSeconds(0)).isEqualTo(10);
    assertThat(times.downSeconds(1)).isEqualTo(10);
    assertThat(times.endOf("new VMM")).isEqualTo(21);
    assertThat(times.endOf("page tables")).isEqualTo(25);
    assertThat(times.hostReadySeconds()).isEqualTo(28);
    assertThat(times.upSeconds(0)).isEqualTo(31);
    assertThat(times.upSeconds(1)).isEqualTo(35);
  }

  @Test
  void update_withoutGuests_isLoadAndReplacement() {
    // 10 + 6 + 4 + 3
    assertThat(update(Fixtures.host()).hostReadySeconds()).isEqualTo(23);
  }

  @Test
  void update_hasItsNewVmmFromTheEndOfTheHostBoot() {
    assertThat(HostPhase.of(update(Fixtures.host(1))))
        .containsExactly(
            new HostPhase("load", 10, HostPhase.Vmm.OLD),
            new HostPhase("freeze", 2, HostPhase.Vmm.OLD),
            new HostPhase("new VMM", 6, HostPhase.Vmm.OFF),
            new HostPhase("page tables", 4, HostPhase.Vmm.OFF),
            new HostPhase("host boot", 3, HostPhase.Vmm.OFF));
  }

  @Test
  void microReboot_loadsAndFreezesNothing() {
    // 6 + 4 + 3 = 13; thaw 3: 16, 4: 20
    Host host = Fixtures.host(1, 2);
    PlanTimes times = PlanSimulation.run(microReboot(1, 0).plan(host), host);
    assertThat(times.downSeconds(1)).isZero();
    assertThat(times.hostReadySeconds()).isEqualTo(13);
    assertThat(times.upSeconds(0)).isEqualTo(16);
    assertThat(times.upSeconds(1)).isEqualTo(20);
  }

  @Test
  void probabilities_outOfRange_areRefused() {
    assertThatThrownBy(() -> microReboot(0, 0)).hasMessageContaining("success");
    assertThatThrownBy(() -> microReboot(1.01, 0)).hasMessageContaining("1.01");
    assertThatThrownBy(() -> microReboot(1, -0.5)).hasMessageContaining("hangs");
    assertThatThrownBy(() -> new InPlaceUpdate(Fixtures.inPlace(), 0, Fallback.ROLL_BACK))
        .hasMessageContaining("success");
  }

  @Test
  void plan_ofAnotherKindOfProfile_isRefused() {
    Host host = Fixtures.host();
    InPlaceUpdate update = new InPlaceUpdate(Fixtures.vmm(), 1, Fallback.ROLL_BACK);
    assertThatThrownBy(() -> update.plan(host)).hasMessageContaining("replaced");
  }
}
