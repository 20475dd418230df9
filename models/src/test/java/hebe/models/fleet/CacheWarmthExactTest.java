package hebe.models.fleet;

import static hebe.models.fleet.Operation.none;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hebe.models.Fixtures;
import hebe.models.catalog.Parameter;
import hebe.models.failure.Failures;
import hebe.models.failure.LayerFailures;
import hebe.models.load.CacheUse;
import hebe.models.load.LoadFixtures;
import hebe.sim.exact.UnsolvableException;
import hebe.sim.law.Exponential;
import hebe.sim.result.MetricId;
import hebe.sim.stat.Tally;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/**
 * Cold caches with exponential delays: closed form, exact solver and simulator.
 *
 * <p>The VMM is up for 1000 s, detected after 100 s and repaired in 200 s; guests boot in no time.
 * Caches refill in 40 s. So of each 1300 s a guest serves 1000 s, and for 1 / (1/1000 + 1/40) s of
 * them it has a tenth of its speed, as two share the disk. Warm, it gets 0.8 done.
 */
class CacheWarmthExactTest {
  private static final double COLD_SECONDS = 1 / (1 / 1000.0 + 1 / 40.0);
  private static final double LOST = 0.9 * COLD_SECONDS / 1300;

  private static FleetModel fleet() {
    LayerFailures vmm =
        new LayerFailures(
            Optional.empty(),
            Optional.of(new Exponential(1000)),
            new Exponential(100),
            Optional.of(new Exponential(200)));
    CacheUse use = new CacheUse(512, new CacheUse.Dip(0.75), Optional.of(new Exponential(40)));
    GuestGroup web =
        new GuestGroup(
            "web",
            2,
            1,
            Fixtures.profile(Parameter.Kind.OS, 0, 0, 0),
            Fixtures.profile(Parameter.Kind.SERVICE, 0, 0),
            Optional.of(LoadFixtures.workload(250_000, 0, 0)));
    HostGroup host =
        new HostGroup(
            "host",
            1,
            Fixtures.hardware(),
            Fixtures.vmm(),
            List.of(web.with(use)),
            Optional.of(LoadFixtures.xen(OptionalDouble.empty())));
    Failures failures = Operation.failures(none(), vmm, none());
    return Operation.model(host, failures, Operation.never());
  }

  @Test
  void solver_inTheLongRun_isTheClosedForm() throws UnsolvableException {
    Map<MetricId, Double> exact = ExactOperation.of(fleet(), 1000).inTheLongRun().values();
    assertThat(exact.get(MetricId.total("availability", "web", "1")))
        .isCloseTo(1000 / 1300.0, within(1e-12));
    assertThat(exact.get(MetricId.total("capacity", "web", "1")))
        .isCloseTo(0.8 * (1000 / 1300.0 - LOST), within(1e-12));
  }

  @Test
  void simulator_agreesWithTheClosedForm() {
    // An effect of 1 % of what is lost must be seen.
    FleetModel fleet = fleet();
    Tally lost = new Tally();
    for (int seed = 1; seed <= 40; seed++) {
      var result = Operation.run(fleet, seed, 4000 * 1300);
      lost.add(
          Operation.metric(fleet, result, "availability", "web", "")
              - Operation.metric(fleet, result, "capacity", "web", "") / 0.8);
    }
    double standardError = StrictMath.sqrt(lost.variance() / lost.count());
    assertThat(standardError).isLessThanOrEqualTo(0.01 * LOST / 3);
    assertThat(lost.mean()).isCloseTo(LOST, within(4.5 * standardError));
  }
}
