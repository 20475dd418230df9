package hebe.models.fleet;

import static hebe.models.fleet.Operation.always;
import static hebe.models.fleet.Operation.never;
import static hebe.models.fleet.Operation.none;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hebe.models.Fixtures;
import hebe.models.aging.Aging;
import hebe.models.aging.Leak;
import hebe.models.aging.LeakEvent.Own;
import hebe.models.aging.LeakEvent.Use;
import hebe.models.aging.LeakEvent.Use.Kind;
import hebe.models.aging.Resource;
import hebe.models.failure.Failures;
import hebe.models.failure.LayerFailures;
import hebe.models.load.LoadFixtures;
import hebe.models.timing.Workload;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/**
 * A VMM that leaks by use. Each guest asks for 100,000 hypercalls and has 50,000 faults per native
 * second; at 1 GHz that is 1 / 1.2 native seconds per second, so 83,333 hypercalls and 125,000
 * entries.
 */
class UseTest {
  private static final Workload WORKLOAD = LoadFixtures.workload(100_000, 50_000, 0);
  private static final Use HYPERCALLS = use(Kind.HYPERCALLS, 1);
  private static final Use ENTRIES = use(Kind.ENTRIES, 1);

  private static Use use(Kind kind, double errors) {
    return new Use(kind, errors, OptionalInt.empty());
  }

  private static Resource heap(long capacity, Use use) {
    return new Resource(
        capacity,
        Resource.Unit.COUNT,
        List.of(new Leak("use", use, 1, Optional.empty())),
        OptionalDouble.empty(),
        List.of(),
        Optional.empty());
  }

  private static HostGroup host(int guests) {
    GuestGroup web =
        new GuestGroup("web", guests, 1, Fixtures.os(), Fixtures.service(), Optional.of(WORKLOAD));
    return new HostGroup(
        "host",
        1,
        Fixtures.hardware(),
        Fixtures.vmm(),
        List.of(web),
        Optional.of(LoadFixtures.xen(OptionalDouble.empty())));
  }

  private static double exhausted(Resource heap, int guests, LayerFailures guest) {
    LayerFailures vmm = new LayerFailures(heap, Optional.empty(), always(5), Optional.empty());
    Failures failing = new Failures(none(), vmm, guest, none());
    return Operation.outagesOf(Operation.run(host(guests), failing, never(), 12_000), "host")
        .get(0)
        .startSeconds();
  }

  // The standard deviation of a bundle is 1 / sqrt(1000) of its mean, of 10,000 bundles 0.03 %:
  // 1.9 s of 6000 s. What one bundle of each guest is late is below that.
  @Test
  void hypercalls_useUpTheHeap_asTheWorkloadSays() {
    // 500,000,000 / 83,333.3
    assertThat(exhausted(heap(500_000_000, HYPERCALLS), 1, none())).isCloseTo(6000, within(9.0));
    assertThat(exhausted(heap(500_000_000, HYPERCALLS), 2, none())).isCloseTo(3000, within(6.0));
  }

  @Test
  void entriesAndErrorPaths_countWhatEntersTheVmm() {
    // 750,000,000 / 125,000, and a thousandth of both
    assertThat(exhausted(heap(750_000_000, ENTRIES), 1, none())).isCloseTo(6000, within(9.0));
    assertThat(exhausted(heap(750_000, use(Kind.ERROR_PATHS, 0.001)), 1, none()))
        .isCloseTo(6000, within(9.0));
  }

  @Test
  void guestThatIsDown_doesNotUseTheVmm() {
    // it is up for 1100 s, then down for 500 + 17: five times before 6000 s of work are done
    LayerFailures guest =
        new LayerFailures(
            new Aging.None(), Optional.of(always(1100)), always(500), Optional.empty());
    assertThat(exhausted(heap(500_000_000, HYPERCALLS), 1, guest))
        .isCloseTo(6000 + 5 * 517, within(9.0));
  }

  @Test
  void bundles_areATenThousandthOfTheCapacity() {
    Resource heap = heap(500_000_000, HYPERCALLS);
    Leak leak = heap.leaks().get(0);
    assertThat(leak.on().bundled()).isEqualTo(50_000);
    assertThat(heap.grainsOf(leak)).isEqualTo(50_000);
    assertThat(heap.mostAtOnce()).isEqualTo(50_000);
    assertThat(heap(9_999, HYPERCALLS).leaks().get(0).on().bundled()).isEqualTo(1);
  }

  @Test
  void operationsOfTheHost_areAnEntryAndACall_withoutError() {
    assertThat(heap(500_000_000, HYPERCALLS).grainsOf(Own.DOMAIN_CREATED)).isEqualTo(1);
    assertThat(heap(500_000_000, ENTRIES).grainsOf(Own.DOMAIN_DESTROYED)).isEqualTo(1);
    assertThat(heap(750_000, use(Kind.ERROR_PATHS, 0.1)).grainsOf(Own.DOMAIN_CREATED)).isZero();
    assertThat(heap(500_000_000, ENTRIES).grainsOf(Own.SERVICE_RESTARTED)).isZero();
  }

  @Test
  void guest_doesNotLeakByUse() {
    LayerFailures guest =
        new LayerFailures(heap(1000, HYPERCALLS), Optional.empty(), always(5), Optional.empty());
    assertThatThrownBy(() -> new Failures(none(), none(), guest, none()))
        .hasMessageContaining("use of a VMM");
  }
}
