package hebe.models.fleet;

import static hebe.models.fleet.Operation.always;
import static hebe.models.fleet.Operation.failures;
import static hebe.models.fleet.Operation.host;
import static hebe.models.fleet.Operation.metric;
import static hebe.models.fleet.Operation.model;
import static hebe.models.fleet.Operation.none;
import static hebe.models.fleet.Operation.run;
import static hebe.models.fleet.Operation.vmm;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hebe.models.aging.Aging;
import hebe.models.failure.Failures;
import hebe.models.failure.LayerFailures;
import hebe.models.policy.Degradation;
import hebe.models.policy.RejuvenationPolicy.OnInspection;
import hebe.models.recovery.Mechanism;
import hebe.sim.exact.UnsolvableException;
import hebe.sim.law.Exponential;
import hebe.sim.result.MetricId;
import hebe.sim.stat.Tally;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The published values of a component of k equal exponential stages that is inspected every d
 * hours, rejuvenated in 10 min from stage b on, and repaired in 3 h: as a host without guests.
 */
class InspectionRowsTest {
  private static final double HOUR = 3600;
  private static final Path ROWS =
      Path.of(
          System.getProperty("hebe.root"),
          "sim-core/src/test/resources/hebe/sim/exact/analytic-models.csv");

  @ParameterizedTest
  @CsvSource({
    "3, 1, 12", "3, 1, 24", "3, 1, 48", "3, 1, 96", "3, 1, 168", "3, 1, 336",
    "4, 2, 12", "4, 2, 24", "4, 2, 48", "4, 2, 96", "4, 2, 168", "4, 2, 336"
  })
  void exactSolution_ofAnInspectedHost_meetsItsRow(int stages, int from, int hours)
      throws UnsolvableException, IOException {
    Map<MetricId, Double> values =
        ExactOperation.of(inspected(stages, from, hours), 1000).inTheLongRun().values();
    double crashes = values.get(outages("vmm-crash"));
    double share = crashes / (crashes + values.get(outages("restart")));
    String id = "insp-k" + stages + "-b" + from + "-" + hours;
    requireWithin(id + "-U", values.get(MetricId.total("unavailability", "host", "1")));
    requireWithin(id + "-pf", share);
  }

  @Test
  void simulation_ofAnInspectedHost_agreesWithItsRow() throws IOException {
    FleetModel fleet = inspected(3, 1, 96);
    Tally down = new Tally();
    // 40 runs of 300 years, some 3600 cycles each: a standard error of about 0.2 %
    for (int seed = 1; seed <= 40; seed++) {
      down.add(
          metric(fleet, run(fleet, seed, 300 * 365 * 24 * HOUR), "unavailability", "host", ""));
    }
    double error = down.standardError();
    assertThat(error).isLessThan(0.01 * 0.000807);
    assertThat(down.mean()).isCloseTo(row("insp-k3-b1-96-U")[2], within(4.5 * error));
  }

  private static FleetModel inspected(int stages, int from, double hours) {
    Aging.Stage stage = new Aging.Stage(new Exponential(720 * HOUR / stages), Optional.empty());
    LayerFailures vmm =
        new LayerFailures(
            new Aging.Stages(Collections.nCopies(stages - 1, stage)),
            Optional.of(stage.lasts()),
            always(0),
            Optional.of(always(3 * HOUR)));
    Failures failing = failures(none(), vmm, none());
    OnInspection inspect = new OnInspection(hours * HOUR, new Degradation.Stage(from), 1, 0);
    return model(host(0), failing, vmm(inspect, new Mechanism.Restart(always(600))));
  }

  private static MetricId outages(String cause) {
    return MetricId.byCause("outages-per-year", "host", cause, "1/year");
  }

  private static void requireWithin(String id, double got) throws IOException {
    double[] row = row(id);
    assertThat(got).as(id).isBetween(row[0], row[1]);
  }

  /** Low end, high end and value of a row. */
  private static double[] row(String id) throws IOException {
    String line =
        Files.readAllLines(ROWS).stream()
            .filter(text -> text.startsWith(id + ","))
            .findFirst()
            .orElseThrow();
    String[] cells = line.split(",", -1); // id, source, quantity, condition, value, unit, low, high
    return new double[] {
      Double.parseDouble(cells[6]), Double.parseDouble(cells[7]), Double.parseDouble(cells[4])
    };
  }
}
