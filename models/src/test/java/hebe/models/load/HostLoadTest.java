package hebe.models.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hebe.models.timing.Bounds;
import hebe.models.timing.HostOperation;
import hebe.models.timing.Workload;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class HostLoadTest {
  private static final Workload WORKLOAD = LoadFixtures.workload(100_000, 50_000, 1_000_000);

  // 1 + (1e5 x 1000 + 5e4 x 2000 + 1e6 x 0) / 1e9 = 1.2; low 1 + (0.9e8 + 1e8) / 1e9 = 1.19.
  @Test
  void guests_notMoreThanCores_loseTheirSlowDownOnly() {
    HostLoad load = new HostLoad(LoadFixtures.xen(OptionalDouble.of(0.001)), 4, 4);
    HostLoad.Delivered done = load.of(WORKLOAD);
    assertThat(done.slowDown().factor().value()).isCloseTo(1.2, within(1e-12));
    assertThat(done.share().value()).isCloseTo(1 / 1.2, within(1e-12));
    assertThat(done.share().low()).isCloseTo(1 / 1.22, within(1e-12));
    assertThat(done.share().high()).isCloseTo(1 / 1.19, within(1e-12));
  }

  // A switch of 1e5 cycles in every slice of 1e6: a tenth of the core is lost.
  @Test
  void guests_moreThanCores_alsoLoseTheSwitches() {
    HostLoad load = new HostLoad(LoadFixtures.xen(OptionalDouble.of(0.001)), 4, 5);
    assertThat(load.of(WORKLOAD).share().value()).isCloseTo(0.9 / 1.2, within(1e-12));
  }

  @Test
  void guests_moreThanCoresWithoutASlice_loseNothingMore() {
    HostLoad load = new HostLoad(LoadFixtures.xen(OptionalDouble.empty()), 4, 5);
    assertThat(load.of(WORKLOAD).share().value()).isCloseTo(1 / 1.2, within(1e-12));
  }

  @Test
  void clock_doubled_halvesTheExtraTime() {
    Execution fast = LoadFixtures.execution(OptionalDouble.of(2e9), OptionalDouble.empty());
    assertThat(new HostLoad(fast, 1, 1).of(WORKLOAD).slowDown().factor().value())
        .isCloseTo(1.1, within(1e-12));
  }

  @Test
  void slice_thatASwitchFills_isRefused() {
    assertThatThrownBy(() -> LoadFixtures.xen(OptionalDouble.of(0.0001)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("switches");
  }

  // 1e5 hypercalls and 5e4 faults enter the VMM; system calls cost what they cost natively.
  @Test
  void eventRates_ofAWorkload_countWhatEntersTheVmm() {
    Execution xen = LoadFixtures.xen(OptionalDouble.empty());
    VmmEventRates rates = VmmEventRates.of(WORKLOAD, xen.costs(), 0.5);
    assertThat(rates.entries()).isEqualTo(Bounds.exact(75_000));
    assertThat(rates.hypercalls()).isEqualTo(Bounds.exact(50_000));
    assertThat(rates.domainCreations()).isZero();
    assertThat(rates.errorPaths()).isEqualTo(Bounds.ZERO);
  }

  @Test
  void eventRates_ofOperations_countDomainsAndErrors() {
    VmmEventRates rates =
        VmmEventRates.NONE
            .and(HostOperation.CREATE_DOMAIN, 3)
            .and(HostOperation.DESTROY_DOMAIN, 2)
            .and(HostOperation.CHECKPOINT, 5)
            .withErrors(0.1)
            .times(2);
    assertThat(rates.domainCreations()).isEqualTo(6);
    assertThat(rates.domainDestructions()).isEqualTo(4);
    assertThat(rates.entries()).isEqualTo(Bounds.exact(20));
    assertThat(rates.errorPaths().value()).isCloseTo(2, within(1e-12));
    assertThat(rates.plus(rates).domainCreations()).isEqualTo(12);
  }
}
