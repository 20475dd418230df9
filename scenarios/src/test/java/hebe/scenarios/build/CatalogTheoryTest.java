package hebe.scenarios.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hebe.models.fleet.FleetModel;
import hebe.sim.model.Model;
import hebe.sim.result.Metric;
import hebe.sim.result.MetricId;
import hebe.sim.result.PolicyResult;
import hebe.sim.result.StudyResult;
import hebe.sim.stat.Estimate;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Scenarios of the catalog against formulas and pencil. */
class CatalogTheoryTest {
  private static final double YEAR_SECONDS = 365 * 86_400;
  private static final Offset<Double> A_US = within(1e-6);

  @Test
  void twoStates_areTheModelThatTheTextSays() {
    assertThat(transitions("two-state", 0))
        .containsExactlyInAnyOrder(
            "host/platform/crash: exponential, mean 41.6667 d",
            "host/platform/detect: always 0 s",
            "host/platform/end repair: exponential, mean 60 min");
  }

  @Test
  void huang_isTheModelThatTheTextSays() {
    List<String> without =
        List.of(
            "system/vmm-age/age: exponential, mean 7 d",
            "system/platform/crash: exponential, mean 360 d",
            "system/platform/detect: always 0 s",
            "system/platform/end repair: exponential, mean 30 min");

    assertThat(transitions("huang-four-state", 0)).containsExactlyInAnyOrderElementsOf(without);
    assertThat(transitions("huang-four-state", 1))
        .containsAll(without)
        .hasSize(6)
        .contains(
            "system/platform/rejuvenate: exponential, mean 14 d",
            "system/platform/end restart: exponential, mean 20 min");
    assertThat(transitions("huang-four-state", 2))
        .containsAll(without)
        .hasSize(6)
        .contains("system/platform/rejuvenate: exponential, mean 7 d");
  }

  @Test
  void twoStates_haveTheirUnavailability() {
    StudyResult result = Scenarios.run(Scenarios.catalog("two-state"), 2);

    // U = 1 / (1000 + 1). It begins up: the bias is of the order of 1 h / 438,000 h.
    assertTheory(metric(result, 0, "unavailability", "all"), 1 / 1001.0, 1);
    assertThat(mean(metric(result, 0, "availability", "all")))
        .isCloseTo(1000 / 1001.0, within(0.05 / 1001));
  }

  /**
   * U and the probability of the state failed, per policy. With the trigger m, in hours: the stay
   * in failure-probable is s = 1 / (1/8640 + 1/m), it ends in the failure with f = s / 8640, and
   * pi_F = f/2 / (168 + s + f/2 + (1 - f)/3), U = (f/2 + (1 - f)/3) over the same. It begins
   * robust: the bias is below 0.04 %, less than a fifth of the standard errors of up to 0.55 %.
   */
  @Test
  void huang_hasItsUnavailability_inAllAndByFailures() {
    // The scarcest failures, 0.48 a year, need 2,600 * 50 years for errors of one ninth of 5 %.
    StudyResult result =
        Scenarios.run(Scenarios.withReplications(Scenarios.catalog("huang-four-state"), 2600), 2);

    assertTheory(metric(result, 0, "unavailability", "all"), 5.676335357893e-5, 1);
    assertTheory(metric(result, 1, "unavailability", "all"), 0.0006905213708208, 1);
    assertTheory(metric(result, 2, "unavailability", "all"), 0.001010146450787, 1);
    assertTheory(crashes(result, 0), 5.676335357893e-5, YEAR_SECONDS);
    assertTheory(crashes(result, 1), 3.806023303737e-5, YEAR_SECONDS);
    assertTheory(crashes(result, 2), 2.862763220854e-5, YEAR_SECONDS);
  }

  /**
   * Mean downtime of a guest in four of 520 weeks, to a microsecond. The instants at the horizon
   * are not reached, so the VMM is rejuvenated 129 times, and the last of the eleven guests 519
   * times, the others 520 times: 5,719 times in all, of which cold reboots spare the last guest
   * 129.
   */
  @Test
  void warmSavedCold_haveTheirDowntimesByPencil() {
    StudyResult result = Scenarios.run(Scenarios.catalog("warm-saved-cold"), 1);
    // Shutdown, boot and JBoss of one guest alone: 10.6 + 2.8 + 3.4 + 9.2 + 7.6 s.
    double alone = 33.6;
    // POST, start of the VMM, scrub of all but dom0, boot of dom0.
    double reset = 47 + 11 + 0.485 * 11.5 + 26.4225;
    // Freezing takes 0.08 s for 11 GiB; 0.5 GiB are free to be scrubbed; guest k returns k-th.
    double warm = 0.08 + 11 + 0.485 * 0.5 + 26.4225 + 6 * (0.31 + 0.054);
    // Eleven streams of a GiB share 86 MiB/s and lose 4 % for each beyond the first; twice.
    double saved = 2 * (11 * 1024 / 86.0) * (1 + 0.04 * 10) + 14 + reset;
    // Eleven boots and services share one disk, then their services four cores.
    double cold = 10.6 + 14 + reset + 2.8 + 11 * (3.4 + 9.2) + 11 * 7.6 / 4;

    assertThat(downtime(result, 0)).isCloseTo((5719 / 11.0 * alone + 129 * warm) / 130, A_US);
    assertThat(downtime(result, 1)).isCloseTo((5719 / 11.0 * alone + 129 * saved) / 130, A_US);
    assertThat(downtime(result, 2)).isCloseTo((5590 / 11.0 * alone + 129 * cold) / 130, A_US);
    assertThat(downtime(result, 0)).isLessThan(downtime(result, 2));
    assertThat(downtime(result, 2)).isLessThan(downtime(result, 1));
  }

  private static List<String> transitions(String scenario, int policy) {
    Scenario read = Scenarios.catalog(scenario);
    Model model = FleetModel.build(read.datacenter(), read.policyList().get(policy)).model();
    return IntStream.range(0, model.transitionCount())
        .mapToObj(t -> model.transitionName(t) + ": " + model.transition(t).timing().describe())
        .toList();
  }

  /** An effect of 5 % would be nine standard errors, and theory lies within four and a half. */
  private static void assertTheory(Metric metric, double theory, double scale) {
    Estimate.Interval interval = (Estimate.Interval) metric.estimate();
    double quantile =
        new TDistribution(interval.count() - 1.0)
            .inverseCumulativeProbability((1 + interval.level()) / 2);
    double error = (interval.high() - interval.low()) / 2 / quantile / scale;

    assertThat(error).as("standard error of %s", metric.id()).isLessThan(0.05 * theory / 9);
    assertThat(interval.mean() / scale)
        .as("%s", metric.id())
        .isCloseTo(theory, within(4.5 * error));
  }

  private static Metric crashes(StudyResult result, int policy) {
    return metric(
        result.policies().get(policy),
        MetricId.byCause("downtime-per-year", "all", "vmm-crash", "s/year"));
  }

  private static double downtime(StudyResult result, int policy) {
    MetricId perYear = MetricId.total("downtime-per-year", "web", "s/year");
    return mean(metric(result.policies().get(policy), perYear)) * 28 / 365;
  }

  private static Metric metric(StudyResult result, int policy, String name, String subject) {
    return metric(result.policies().get(policy), MetricId.total(name, subject, "1"));
  }

  private static Metric metric(PolicyResult policy, MetricId id) {
    return policy.metrics().stream().filter(m -> m.id().equals(id)).findFirst().orElseThrow();
  }

  private static double mean(Metric metric) {
    return metric.estimate() instanceof Estimate.Deterministic value
        ? value.mean()
        : ((Estimate.Interval) metric.estimate()).mean();
  }
}
