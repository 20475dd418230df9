package hebe.models.fleet;

import static hebe.models.fleet.Operation.calendar;
import static hebe.models.fleet.Operation.metric;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hebe.models.Fixtures;
import hebe.models.catalog.Parameter;
import hebe.models.failure.Failures;
import hebe.models.failure.LayerFailures;
import hebe.models.load.LoadFixtures;
import hebe.models.recovery.Mechanism;
import hebe.models.timing.Workload;
import hebe.sim.exact.UnsolvableException;
import hebe.sim.law.Exponential;
import hebe.sim.result.MetricId;
import hebe.sim.study.WorkResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Capacity is availability times the share delivered while up; overhead is the rest of that. */
class CapacityTest {
  private static final double DAY = 86_400;

  // 1e5 hypercalls of 1000 cycles and 5e4 faults of 2000 more, at 1 GHz: 1.2; 5e5 hypercalls: 1.5.
  private static final Workload FIFTH = LoadFixtures.workload(100_000, 50_000, 0);
  private static final Workload HALF = LoadFixtures.workload(500_000, 0, 0);

  private static GuestGroup guests(String name, int count, Optional<Workload> workload) {
    return new GuestGroup(name, count, 1, Fixtures.os(), Fixtures.service(), workload);
  }

  private static HostGroup host(int count, GuestGroup... groups) {
    return new HostGroup(
        "host",
        count,
        Fixtures.hardware(),
        Fixtures.vmm(),
        List.of(groups),
        Optional.of(LoadFixtures.xen(OptionalDouble.empty())));
  }

  @Test
  void capacity_underPlannedReboots_isAvailabilityTimesTheShare() {
    FleetModel fleet =
        Operation.model(
            host(2, guests("web", 2, Optional.of(FIFTH)), guests("db", 1, Optional.of(HALF))),
            Failures.none(),
            Operation.vmm(calendar(7 * DAY), Mechanism.Reboot.COLD));
    WorkResult result = Operation.run(fleet, 1, 70 * DAY + 3600);
    double web = metric(fleet, result, "availability", "web", "");
    double db = metric(fleet, result, "availability", "db", "");
    assertThat(web).isLessThan(1);
    assertThat(metric(fleet, result, "capacity", "web", "")).isCloseTo(web / 1.2, within(1e-12));
    assertThat(metric(fleet, result, "overhead", "web", "")).isCloseTo(1 / 6.0, within(1e-12));
    assertThat(metric(fleet, result, "capacity", "db", "")).isCloseTo(db / 1.5, within(1e-12));
    assertThat(metric(fleet, result, "overhead", "db", "")).isCloseTo(1 / 3.0, within(1e-12));
    // Of three guests on each host two are web.
    assertThat(metric(fleet, result, "capacity", "all", ""))
        .isCloseTo((2 * web / 1.2 + db / 1.5) / 3, within(1e-12));
  }

  @Test
  void capacity_whereAGroupHasNoWorkload_isNotKnownOfAll() {
    FleetModel fleet =
        Operation.model(
            host(1, guests("web", 1, Optional.of(FIFTH)), guests("db", 1, Optional.empty())),
            Failures.none(),
            Operation.never());
    assertThat(subjects(fleet, "capacity")).containsExactly("web");
    assertThat(subjects(fleet, "overhead")).containsExactly("web");
  }

  @Test
  void metrics_withoutWorkloads_areThoseOfBefore() {
    FleetModel fleet =
        Operation.model(
            host(1, guests("web", 1, Optional.empty())), Failures.none(), Operation.never());
    assertThat(subjects(fleet, "capacity")).isEmpty();
    assertThat(fleet.model().rewardCount()).isEqualTo(2);
  }

  @Test
  void capacity_inTheLongRun_isExact() throws UnsolvableException {
    // The VMM crashes after 1000 s on average, is found after 100 s, and boots in no time.
    LayerFailures vmm =
        new LayerFailures(
            Optional.empty(),
            Optional.of(new Exponential(1000)),
            new Exponential(100),
            Optional.empty());
    GuestGroup web =
        new GuestGroup(
            "web",
            1,
            1,
            Fixtures.profile(Parameter.Kind.OS, 0, 0, 0),
            Fixtures.profile(Parameter.Kind.SERVICE, 0, 0),
            Optional.of(FIFTH));
    HostGroup host =
        new HostGroup(
            "host",
            1,
            Fixtures.instantHardware(),
            Fixtures.instantVmm(),
            List.of(web),
            Optional.of(LoadFixtures.xen(OptionalDouble.empty())));
    Failures failures = Operation.failures(LayerFailures.none(), vmm, LayerFailures.none());
    FleetModel fleet = Operation.model(host, failures, Operation.never());
    Map<MetricId, Double> exact = ExactOperation.of(fleet, 1000).inTheLongRun().values();
    // 1000 / 1100 / 1.2
    assertThat(exact.get(MetricId.total("capacity", "web", "1")))
        .isCloseTo(1000 / 1100.0 / 1.2, within(1e-12));
    assertThat(exact.get(MetricId.total("overhead", "web", "1"))).isCloseTo(1 / 6.0, within(1e-12));
  }

  @Test
  void workload_onAHostThatDoesNotSayHowGuestsRun_isRefused() {
    GuestGroup web = guests("web", 1, Optional.of(FIFTH));
    assertThatThrownBy(
            () -> new HostGroup("host", 1, Fixtures.hardware(), Fixtures.vmm(), List.of(web)))
        .hasMessage("host has guests with a workload and does not say how they run");
  }

  private static List<String> subjects(FleetModel fleet, String metric) {
    return new OperationRun(fleet)
        .measures().stream()
            .filter(measure -> measure.id().name().equals(metric))
            .map(measure -> measure.id().subject())
            .toList();
  }
}
