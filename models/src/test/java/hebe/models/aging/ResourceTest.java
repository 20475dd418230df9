package hebe.models.aging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hebe.models.aging.LeakEvent.Arrivals;
import hebe.models.aging.LeakEvent.Own;
import hebe.models.aging.LeakPresets.Kind;
import hebe.models.aging.LeakPresets.Preset;
import hebe.models.aging.Resource.Level;
import hebe.models.aging.Resource.Unit;
import hebe.sim.law.DelayLaw;
import hebe.sim.law.Deterministic;
import hebe.sim.law.Erlang;
import hebe.sim.law.Exponential;
import hebe.sim.law.Weibull;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ResourceTest {
  private static final long KIB = 1024;
  private final LeakPresets presets = LeakPresets.load();

  @Test
  void knownLeaks_ofXen_takeWhatThePencilSays() {
    // 16 MB are 4096 pages, one page for each virtual CPU of a destroyed domain
    assertThat(cycles("xen-heap-x86-64", "xen-svm-vcpu")).isEqualTo(4096);
    // 64 MB / 128 KiB
    assertThat(cycles("xen-heap-ia64", "xen-ia64-vpd")).isEqualTo(512);
    // 12 MB / 8 KiB
    assertThat(cycles("xen-heap-x86-32", "xen-hvm-vcpu-context")).isEqualTo(1536);
    // 12 GiB of domain heap / 16 MiB
    assertThat(12 * 1024 * 1024 * KIB / presets.named("xen-ia64-vhpt").bytes()).isEqualTo(768);
  }

  @Test
  void knownLeaks_allHaveASourceAndAVerifiedProvenance() {
    assertThat(presets.presets()).hasSize(7);
    assertThat(presets.of(Kind.LEAK)).hasSize(4);
    assertThat(presets.presets())
        .allMatch(preset -> preset.size().verified() && !preset.size().source().isEmpty());
  }

  @Test
  void grain_dividesEverythingExactly() {
    // greatest common divisor of 100 KiB, 12 KiB and 3 x 8 KiB
    Resource resource =
        new Resource(
            100 * KIB,
            Unit.BYTES,
            List.of(
                leak("a", Own.DOMAIN_CREATED, 12 * KIB),
                leak("b", new Arrivals(new Exponential(60), 3), 8 * KIB)),
            OptionalDouble.empty(),
            List.of(),
            Optional.empty());
    assertThat(resource.grain()).isEqualTo(4 * KIB);
    assertThat(resource.grains()).isEqualTo(25);
    assertThat(resource.grainsOf(Own.DOMAIN_CREATED)).isEqualTo(3);
    assertThat(resource.grainsOf(resource.leaks().get(1))).isEqualTo(6);
    assertThat(resource.mostAtOnce()).isEqualTo(6);
  }

  @Test
  void grainsBelow_isTheFirstWithLessFree() {
    // of 100 less than 7 are free once 94 have leaked, less than 20.5 once 80 have, less than all
    // once 1 has; 0.07 x 100 in doubles is a little above 7
    Resource resource = things(100, List.of());
    assertThat(resource.grainsBelow(0.07)).isEqualTo(94);
    assertThat(resource.grainsBelow(0.205)).isEqualTo(80);
    assertThat(resource.grainsBelow(1)).isEqualTo(1);
  }

  @Test
  void bundle_keepsMeanAndVarianceOfTheSum() {
    assertThat(new Arrivals(new Exponential(10), 50).law()).isEqualTo(new Erlang(50, 500));
    assertThat(new Arrivals(new Deterministic(10), 50).law()).isEqualTo(new Deterministic(500));
    DelayLaw one = Weibull.ofMean(0.8, 10);
    DelayLaw sum = new Arrivals(one, 50).law();
    assertThat(sum.meanSeconds()).isCloseTo(500, within(1e-9));
    assertThat(sum.varianceSeconds2()).isCloseTo(50 * one.varianceSeconds2(), within(1e-6));
    // 10,000 exponential times of 10 s: the shape stops at 1000
    DelayLaw many = new Arrivals(new Exponential(10), 10_000).law();
    assertThat(many.meanSeconds()).isCloseTo(100_000, within(1e-6));
    assertThat(many.varianceSeconds2()).isCloseTo(1e10 / 1000, within(1e-3));
  }

  @Test
  void values_outOfRange_areRefused() {
    assertThatThrownBy(() -> things(10, List.of(new Level(0.2, 0.5), new Level(0.3, 0.4))))
        .hasMessageContaining("fall");
    assertThatThrownBy(() -> new Level(0, 0.5)).hasMessageContaining("share");
    assertThatThrownBy(() -> leak("a", Own.DOMAIN_CREATED, 0)).hasMessageContaining("at least 1");
    assertThatThrownBy(() -> new Arrivals(new Deterministic(0), 1)).hasMessageContaining("no time");
    assertThatThrownBy(() -> presets.named("none")).hasMessageContaining("none");
  }

  private int cycles(String capacity, String leak) {
    Preset known = presets.named(leak);
    LeakEvent on =
        known
            .event()
            .<LeakEvent>map(event -> event)
            .orElseGet(() -> new Arrivals(new Exponential(1), 1));
    Resource resource =
        new Resource(
            presets.named(capacity).bytes(),
            Unit.BYTES,
            List.of(new Leak(leak, on, known.bytes(), Optional.of(known))),
            OptionalDouble.empty(),
            List.of(),
            Optional.of(presets.named(capacity)));
    return resource.grains() / resource.mostAtOnce();
  }

  private static Resource things(long capacity, List<Level> levels) {
    return new Resource(
        capacity,
        Unit.COUNT,
        List.of(leak("one", new Arrivals(new Deterministic(100), 1), 1)),
        OptionalDouble.empty(),
        levels,
        Optional.empty());
  }

  private static Leak leak(String name, LeakEvent on, long amount) {
    return new Leak(name, on, amount, Optional.empty());
  }
}
