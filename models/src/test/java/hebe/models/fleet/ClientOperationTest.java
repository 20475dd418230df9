package hebe.models.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hebe.models.catalog.Published;
import hebe.models.client.ConnectionKind;
import hebe.models.client.OpenConnections;
import hebe.models.client.Population;
import hebe.models.client.Protection;
import hebe.models.client.Recovery;
import hebe.models.connection.tcp.Stack;
import hebe.models.connection.tcp.Stacks;
import hebe.models.connection.wrap.DownPolicy;
import hebe.models.policy.Policy;
import hebe.models.recovery.Mechanism;
import hebe.sim.law.Deterministic;
import hebe.sim.law.Exponential;
import hebe.sim.result.MetricId;
import hebe.sim.study.Measure;
import hebe.sim.study.WorkResult;
import hebe.sim.study.WorkUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** From outages of guests over time to what their clients see. */
class ClientOperationTest {
  private static final double HORIZON = 10_500;
  private static final double YEARS = HORIZON / (365 * 86_400.0);

  /** Down for 20 s at 1000, 2000 ... 10,000 s: ten outages. */
  private static final Policy PLANNED =
      new Policy(
          "planned",
          Operation.NEVER,
          Mechanism.Reboot.COLD,
          Operation.calendar(1000),
          Optional.of(Operation.always(20)));

  private static Protection wrap() {
    return new Protection.FtTcp(
        new Recovery.ColdRestart(new Deterministic(0)),
        Optional.empty(),
        DownPolicy.SILENT,
        0,
        new Protection.Log(Protection.Place.DRIVER_DOMAIN, 0),
        0,
        hebe.models.client.Logging.FREE);
  }

  /** RTO 0.3 s, five retries: 0.3 x (2^k - 1) = 0.3, 0.9, 2.1, 4.5, 9.3 s. */
  private static Population clients(String stack, OpenConnections open) {
    Stack client = Stacks.load(Published.ftTcp()).stack(stack);
    return new Population(
        "clients",
        "web",
        Map.of(
            ConnectionKind.UPLOAD, 0.5, ConnectionKind.DOWNLOAD, 0.25, ConnectionKind.IDLE, 0.25),
        open,
        client,
        0.002,
        0.3,
        new Population.Habits(1, 0, 0, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY));
  }

  private static FleetModel fleet(Policy policy, Population clients, int guests) {
    return FleetModel.build(
        new Datacenter(
            List.of(Operation.host(guests)),
            Operation.failures(Operation.none(), Operation.none(), Operation.none()),
            List.of(clients)),
        policy);
  }

  private static Map<MetricId, Measure.Value> run(FleetModel fleet, int replication) {
    OperationRun run = new OperationRun(fleet);
    WorkResult result = run.run(new WorkUnit(1, replication, HORIZON, List.of(HORIZON), false));
    Map<MetricId, Measure.Value> values = new LinkedHashMap<>();
    for (int m = 0; m < run.measures().size(); m++) {
      values.put(run.measures().get(m).id(), result.values().get(m));
    }
    return values;
  }

  private static double value(Map<MetricId, Measure.Value> values, String metric, String subject) {
    Measure.Value value = values.get(MetricId.total(metric, subject, unit(metric)));
    return value.numerator() / value.denominator();
  }

  private static String unit(String metric) {
    return metric.endsWith("per-year") ? "1/year" : metric.startsWith("client-stall") ? "s" : "1";
  }

  @Test
  void plainTcp_tenPlannedOutages_losesEveryConnectionTenTimes() {
    var open = new OpenConnections.Constant(10_000);
    var values = run(fleet(PLANNED, clients("windows", open), 1), 0);
    assertThat(value(values, "connections-lost-per-year", "web"))
        .isCloseTo(10 * 10_000 / YEARS, within(1e-3));
    // All but the idle ones were about to do something.
    assertThat(value(values, "requests-failed-per-year", "all"))
        .isCloseTo(10 * 7_500 / YEARS, within(1e-3));
    assertThat(values.get(MetricId.total("client-stall", "web", "s")).denominator()).isZero();
    // Three of four are not served for 20 s, ten times.
    assertThat(value(values, "client-availability", "web"))
        .isCloseTo(1 - 10 * 20 * 0.75 / HORIZON, within(1e-12));
    assertThat(value(values, "availability", "web")).isCloseTo(1 - 200 / HORIZON, within(1e-12));
  }

  @Test
  void ftTcp_lastRetryBeforeTheEnd_losesWhoMustRepeat() {
    var open = new OpenConnections.Constant(10_000);
    var values = run(fleet(PLANNED.with(wrap()), clients("windows", open), 1), 0);
    // Uploads try for the last time at 9.3 s and give up at 18.9 s; they come back at 20 s.
    assertThat(value(values, "connections-lost-per-year", "web"))
        .isCloseTo(10 * 5_000 / YEARS, within(1e-3));
    assertThat(value(values, "client-stall", "web")).isCloseTo(20.001, within(1e-9));
    assertThat(value(values, "client-stall-p50", "web")).isCloseTo(20.001, within(1e-9));
    assertThat(value(values, "client-availability", "web"))
        .isCloseTo(1 - 10 * (0.5 * 20 + 0.25 * 20.001) / HORIZON, within(1e-12));
  }

  @Test
  void ftTcp_stackThatGoesOnTrying_losesNothingAndStallsByTheStaircase() {
    var open = new OpenConnections.Constant(10_000);
    var values = run(fleet(PLANNED.with(wrap()), clients("linux", open), 1), 0);
    assertThat(value(values, "connections-lost-per-year", "web")).isZero();
    // Uploads go on at 0.3 x (2^7 - 1) = 38.1 s, downloads at 20.001 s: 2 to 1.
    assertThat(value(values, "client-stall", "web"))
        .isCloseTo((2 * 38.1 + 20.001) / 3, within(1e-9));
    assertThat(value(values, "client-stall-p95", "web")).isCloseTo(38.1, within(1e-9));
    // Clients feel more than the guest is down.
    assertThat(value(values, "client-availability", "web"))
        .isCloseTo(1 - 10 * (0.5 * 38.1 + 0.25 * 20.001) / HORIZON, within(1e-12));
  }

  @Test
  void lostByCause_ofAllCauses_addsUpToTheTotal() {
    FleetModel fleet = failing(new OpenConnections.Poisson(100, 60), 3);
    var values = run(fleet, 2);
    for (String subject : List.of("web", "all")) {
      double sum =
          values.entrySet().stream()
              .filter(e -> e.getKey().name().equals("connections-lost-per-year"))
              .filter(e -> e.getKey().subject().equals(subject) && e.getKey().cause().isPresent())
              .mapToDouble(e -> e.getValue().numerator())
              .sum();
      double total = value(values, "connections-lost-per-year", subject);
      assertThat(total).isPositive().isCloseTo(sum, within(1e-9 * total));
    }
  }

  private static FleetModel failing(OpenConnections open, int guests) {
    return FleetModel.build(
        new Datacenter(
            List.of(Operation.host(guests)),
            Operation.failures(
                Operation.none(),
                Operation.crash(new Exponential(5000), 1),
                Operation.crash(new Exponential(900), 1)),
            List.of(clients("linux", open))),
        PLANNED.with(wrap()));
  }

  @Test
  void replication_anyOrder_hasTheSameBits() {
    FleetModel fleet = failing(new OpenConnections.Poisson(100, 60), 2);
    var first = run(fleet, 3);
    run(fleet, 4);
    assertThat(run(fleet, 3)).isEqualTo(first);
    assertThat(run(fleet, 4)).isNotEqualTo(first);
  }

  @Test
  void clients_ofAnyLaw_changeNothingOfTheOutages() {
    var few = run(failing(new OpenConnections.Constant(1), 2), 1);
    var many = run(failing(new OpenConnections.Geometric(5000), 2), 1);
    few.forEach(
        (id, value) -> {
          if (!id.name().startsWith("client")
              && !id.name().contains("connections")
              && !id.name().contains("requests")) {
            assertThat(many.get(id)).as(id.toString()).isEqualTo(value);
          }
        });
  }
}
