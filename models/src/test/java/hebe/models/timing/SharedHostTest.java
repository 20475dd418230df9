package hebe.models.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hebe.sim.result.Provenance;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SharedHostTest {
  private static final HostClock CLOCK = new HostClock(2e9);
  private static final Bounds LOSS = new Bounds(0.1, 0.05, 0.2);

  /* Each guest sends 10,000 packets per second of native work and is slowed down by a quarter. */
  private static SharedHost.Guests guests(int count, double nativeCores) {
    Count packets = new Count(Bounds.exact(10_000), Provenance.COMPUTED, "pencil", "");
    Workload workload = new Workload("send", 1, Map.of(TrapEvent.TX_PACKET, packets), "");
    SlowDown slow = new SlowDown(Bounds.exact(1.25), List.of(), List.of());
    return new SharedHost.Guests(workload, slow, count, nativeCores);
  }

  /* 50,000 cycles of the driver domain per packet: 10,000 x 50,000 / 2 GHz = a quarter of a core. */
  private static SharedHost host(int cores) {
    return new SharedHost(cores, CLOCK, Map.of(TrapEvent.TX_PACKET, Bounds.exact(50_000)), LOSS);
  }

  @Test
  void load_fewGuests_fitsWithoutLoss() {
    // Two guests of half a core: 1.25 cores and a quarter for the driver domain, of four.
    SharedHost.Load load = host(4).load(List.of(guests(2, 0.5)));
    assertThat(load.guestCores().value()).isCloseTo(1.25, within(1e-12));
    assertThat(load.driverCores().value()).isCloseTo(0.25, within(1e-12));
    assertThat(load.utilization().value()).isCloseTo(0.375, within(1e-12));
    assertThat(load.delivered()).isEqualTo(Bounds.exact(1));
  }

  @Test
  void load_moreGuestsThanCores_sharesThemAndPaysTheSwitches() {
    // Two groups, together four native cores: 5 + 1 cores wanted, 2 x 0.9 there: 0.3 is delivered.
    SharedHost.Load load = host(2).load(List.of(guests(3, 1), guests(1, 1)));
    assertThat(load.utilization().value()).isCloseTo(6 / 1.8, within(1e-12));
    assertThat(load.delivered().value()).isCloseTo(0.3, within(1e-12));
    // 2 x 0.8 / 6 and 2 x 0.95 / 6.
    assertThat(load.delivered().low()).isCloseTo(1.6 / 6, within(1e-12));
    assertThat(load.delivered().high()).isCloseTo(1.9 / 6, within(1e-12));
  }

  @Test
  void host_withoutCores_isRefused() {
    assertThatThrownBy(() -> host(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> guests(1, 0)).isInstanceOf(IllegalArgumentException.class);
  }
}
