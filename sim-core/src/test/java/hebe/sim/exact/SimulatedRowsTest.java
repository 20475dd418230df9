package hebe.sim.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import hebe.sim.stat.Tally;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The simulator on the models with other laws than phases, or with several clocks at a time: the
 * row lies within 4.5 standard errors of its estimate.
 */
class SimulatedRowsTest {
  private record Estimate(Tally tally, double precision) {}

  /** Rows that are not simulated, by a regular expression, and why. */
  private static Map<String, String> left() {
    return Map.of(
        ".*-topt", "a place, not a value; the value at it is simulated",
        "base-hw-.*", "a function of base-avar-exp-exp",
        "vsrv-24-96-(cyc|pf)", "not a reward; those made of them are simulated",
        "skip-gen-30-undet", "seven failures in ten million hours",
        "pool-coo-n4-.*-P", "below one in a million",
        "pool-coo-n4-5-Ko", "four failures in ten million hours, between two million timers",
        "pool-coo-n4-5000-Rej", "one in ten million");
  }

  private static List<SimulatedModel> models() {
    List<SimulatedModel> all = new ArrayList<>();
    for (WeibullTrigger part : PublishedModels.weibullTriggers()) {
      all.add(sink -> SimulatedClocks.tellWeibull(part, sink));
    }
    all.add(SimulatedClocks::tellSkipped);
    all.add(sink -> SimulatedClocks.tellDiscounted(DiscountedClock.random(), sink));
    all.add(sink -> SimulatedClocks.tellDiscounted(DiscountedClock.fixed(), sink));
    all.add(SimulatedClocks::tellRejuvenatedHost);
    all.add(SimulatedClocks::tellSirio);
    all.add(SimulatedPool::tell);
    all.add(SimulatedServers::tell);
    all.add(SimulatedQueues::tellWaits);
    all.add(SimulatedQueues::tellCheckpoints);
    all.add(SimulatedQueues::tellSpread);
    return all;
  }

  @TestFactory
  Stream<DynamicTest> row_liesInTheInterval() {
    Map<String, Estimate> estimates = new HashMap<>();
    for (SimulatedModel model : models()) {
      model.tell((id, tally, precision) -> estimates.put(id, new Estimate(tally, precision)));
    }
    return AnalyticRows.read().targets().stream()
        .filter(row -> row.clazz().equals("law") || row.clazz().equals("clocks"))
        .filter(row -> left().keySet().stream().noneMatch(row.id()::matches))
        .map(row -> dynamicTest(row.id(), () -> check(row, estimates.get(row.id()))));
  }

  private static void check(AnalyticRows.Row row, Estimate estimate) {
    assertThat(estimate).as("the simulation of %s", row).isNotNull();
    Tally tally = estimate.tally;
    double error = tally.standardError();
    assertThat(error)
        .as("standard error of %s", row)
        .isLessThanOrEqualTo(estimate.precision * row.value());
    assertThat(tally.mean())
        .as("%s", row)
        .isBetween(row.low() - 4.5 * error, row.high() + 4.5 * error);
  }
}
