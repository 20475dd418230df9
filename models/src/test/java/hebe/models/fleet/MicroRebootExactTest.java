package hebe.models.fleet;

import static hebe.models.fleet.Operation.none;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hebe.models.Fixtures;
import hebe.models.catalog.Parameter;
import hebe.models.failure.Failures;
import hebe.models.failure.LayerFailures;
import hebe.models.outage.Metrics;
import hebe.models.recovery.MicroReboot;
import hebe.sim.exact.UnsolvableException;
import hebe.sim.law.Exponential;
import hebe.sim.result.MetricId;
import hebe.sim.stat.Tally;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * A micro-reboot with exponential delays: closed form, exact solver and simulator.
 *
 * <p>Up for U = 1000 s; a share h = 1/4 of the crashes hangs: detection d = 3/4 x 4 + 1/4 x 40 = 13
 * s; micro-reboot m = 20 s; with 1 - p = 1/10 in vain, then detection D = 100 s and repair R = 200
 * s. So a cycle has 1000 + 13 + 20 + 0.1 x 300 = 1063 s.
 */
class MicroRebootExactTest {
  private static final double CYCLE = 1063;
  private static final double SUCCESS = 0.9;

  private static FleetModel fleet() {
    LayerFailures vmm =
        new LayerFailures(
            Optional.empty(),
            Optional.of(new Exponential(1000)),
            new Exponential(100),
            Optional.of(new Exponential(200)));
    MicroReboot by =
        new MicroReboot(
            Fixtures.profile(Parameter.Kind.IN_PLACE, 0, 0, 0, 0, 0, 0, 0, 0, 0),
            SUCCESS,
            new Exponential(4),
            0.25,
            new Exponential(40),
            Optional.of(new Exponential(20)));
    GuestGroup web =
        new GuestGroup(
            "web",
            2,
            1,
            Fixtures.profile(Parameter.Kind.OS, 0, 0, 0),
            Fixtures.profile(Parameter.Kind.SERVICE, 0, 0));
    HostGroup host = new HostGroup("host", 1, Fixtures.hardware(), Fixtures.vmm(), List.of(web));
    Failures failures = new Failures(none(), vmm, none(), none(), Optional.of(by));
    return Operation.model(host, failures, Operation.never());
  }

  @Test
  void solver_inTheLongRun_isTheClosedForm() throws UnsolvableException {
    Map<MetricId, Double> exact = ExactOperation.of(fleet(), 1000).inTheLongRun().values();
    assertThat(exact.get(MetricId.total("availability", "web", "1")))
        .isCloseTo(1000 / CYCLE, within(1e-12));
    assertThat(exact.get(MetricId.total("availability", "host", "1")))
        .isCloseTo(1000 / CYCLE, within(1e-12));
    double perYear = Metrics.YEAR_SECONDS / CYCLE;
    // 33 s each survived, 333 s each other
    assertThat(exact.get(MetricId.byCause("downtime-per-year", "web", "micro-reboot", "s/year")))
        .isCloseTo(SUCCESS * 33 * perYear, within(1e-4));
    assertThat(exact.get(MetricId.byCause("downtime-per-year", "web", "vmm-crash", "s/year")))
        .isCloseTo((1 - SUCCESS) * 333 * perYear, within(1e-4));
    assertThat(exact.get(MetricId.byCause("outages-per-year", "web", "micro-reboot", "1/year")))
        .isCloseTo(SUCCESS * perYear, within(1e-5));
  }

  @Test
  void simulator_agreesWithTheClosedForm() {
    // An effect of 1 % of the unavailability, 0.0593, must be seen.
    FleetModel fleet = fleet();
    Tally downShare = new Tally();
    for (int seed = 1; seed <= 40; seed++) {
      var result = Operation.run(fleet, seed, 2000 * CYCLE);
      downShare.add(Operation.metric(fleet, result, "unavailability", "web", ""));
    }
    double expected = 1 - 1000 / CYCLE;
    double standardError = StrictMath.sqrt(downShare.variance() / downShare.count());
    assertThat(standardError).isLessThanOrEqualTo(0.1 * expected / 9);
    assertThat(downShare.mean()).isCloseTo(expected, within(4.5 * standardError));
  }
}
