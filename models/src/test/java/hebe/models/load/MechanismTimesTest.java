package hebe.models.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hebe.models.catalog.Catalog;
import hebe.models.catalog.Parameter;
import hebe.models.catalog.Profile;
import hebe.models.catalog.Published;
import hebe.sim.result.Sourced;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Which times of a VMM follow from its mechanism. */
class MechanismTimesTest {
  private static final Catalog CATALOG = Catalog.load(Published.warmVmReboot());
  private static final Execution XEN = LoadFixtures.xen(OptionalDouble.empty());

  private static Profile vmm(String name) {
    return CATALOG.profile(Parameter.Kind.VMM, name);
  }

  // A GiB has 262,144 pages: 9.6 + 3.2 ns each to suspend; to resume also 512 tables of 9 us.
  @Test
  void estimatedTimes_giveWayToTheirMechanism() {
    Profile derived = MechanismTimes.derived(vmm("kvm-kexec-2022"), XEN);
    assertThat(derived.get(Parameter.SUSPEND)).isCloseTo(262_144 * 12.8e-9, within(1e-9));
    assertThat(derived.get(Parameter.RESUME_MEMORY))
        .isCloseTo(262_144 * 12.8e-9 + 512 * 9e-6, within(1e-9));
    Sourced suspend = derived.values().get(Parameter.SUSPEND);
    assertThat(suspend.origin()).isEqualTo(Sourced.Origin.DERIVED);
    assertThat(suspend.low().orElseThrow()).isCloseTo(262_144 * 10.7e-9, within(1e-9));
    assertThat(suspend.high().orElseThrow()).isCloseTo(262_144 * 16e-9, within(1e-9));
    assertThat(suspend.verified()).isFalse();
  }

  @Test
  void otherTimes_stay() {
    Profile before = vmm("kvm-kexec-2022");
    Profile derived = MechanismTimes.derived(before, XEN);
    assertThat(derived.values().get(Parameter.RESUME))
        .isEqualTo(before.values().get(Parameter.RESUME));
    assertThat(derived.get(Parameter.DOM0_BOOT)).isEqualTo(before.get(Parameter.DOM0_BOOT));
  }

  @Test
  void measuredTimes_stand() {
    Profile xen = vmm("xen-3.0.0");
    assertThat(MechanismTimes.derived(xen, XEN)).isEqualTo(xen);
  }

  @Test
  void timesOfTheUser_stand() {
    Profile given =
        vmm("kvm-kexec-2022")
            .with(Map.of(Parameter.SUSPEND, Sourced.given(0.5, "s/GiB", "file:1:1")));
    assertThat(MechanismTimes.derived(given, XEN).get(Parameter.SUSPEND)).isEqualTo(0.5);
  }
}
