package hebe.scenarios.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hebe.sim.result.Metric;
import hebe.sim.result.MetricId;
import hebe.sim.result.PolicyResult;
import hebe.sim.stat.Estimate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExactStudyTest {
  private static final MetricId UNAVAILABILITY = MetricId.total("unavailability", "all", "1");

  @Test
  void twoStates_isTheClosedForm() {
    // lam = 1/1000 per h, mu = 1 per h, T = 438,000 h, start up: the mean of U over (0, T) is
    // lam/(lam + mu) - lam/((lam + mu)^2 T) (1 - exp(-(lam + mu) T)).
    double sum = 1.001;
    double expected = 0.001 / sum - 0.001 / (sum * sum * 438_000);
    ExactStudy exact = ExactStudy.of(Scenarios.catalog("two-state"), 10);
    assertThat(exact.refused()).isEmpty();
    assertThat(exact.solved().get("none").states()).isEqualTo(2);
    assertThat(exact.overHorizon().get("none").values().get(UNAVAILABILITY))
        .isCloseTo(expected, within(1e-10 * expected));
  }

  @ParameterizedTest
  @CsvSource({
    "none, 5.676335357893e-5",
    "after-336h, 0.0006905213708208",
    "after-168h, 0.001010146450787"
  })
  void huang_isNearTheLongRun_whichAStartInRobustApproaches(String policy, double longRun) {
    // 50 years, and a start that takes less than 8808 h to forget.
    ExactStudy exact = ExactStudy.of(Scenarios.catalog("huang-four-state"), 10);
    double unavailability = exact.overHorizon().get(policy).values().get(UNAVAILABILITY);
    assertThat(unavailability).isLessThan(longRun);
    assertThat(unavailability).isCloseTo(longRun, within(0.001 * longRun));
    assertThat(exact.solved().get(policy).inTheLongRun().values().get(UNAVAILABILITY))
        .isCloseTo(longRun, within(1e-12 * longRun));
  }

  @Test
  void solvedScenarios_intervalsCoverTheExactValues() {
    // 60 seeds, two scenarios, 95 % intervals: 114 of 120 expected. Of 120 at least 103, at most
    // 120
    // with a probability above 0.9999.
    int inside = 0;
    for (String name : new String[] {"two-state", "huang-four-state"}) {
      Scenario scenario = Scenarios.catalog(name);
      double exact =
          ExactStudy.of(scenario, 10)
              .overHorizon()
              .values()
              .iterator()
              .next()
              .values()
              .get(UNAVAILABILITY);
      for (long seed = 1; seed <= 60; seed++) {
        inside += covers(scenario, seed, exact) ? 1 : 0;
      }
    }
    assertThat(inside).isBetween(103, 120);
  }

  private static boolean covers(Scenario scenario, long seed, double exact) {
    var result = Scenarios.run(with(scenario, seed, 20), 2);
    Estimate estimate =
        result.policies().get(0).metrics().stream()
            .filter(metric -> metric.id().equals(UNAVAILABILITY))
            .findFirst()
            .orElseThrow()
            .estimate();
    Estimate.Interval interval = (Estimate.Interval) estimate;
    return interval.low() <= exact && exact <= interval.high();
  }

  @Test
  void simulatedMetrics_allHaveExactValues_withinFourAndAHalfErrors() {
    Scenario scenario = with(Scenarios.catalog("huang-four-state"), 7, 400);
    var result = ExactStudy.of(scenario, 10).beside(Scenarios.run(scenario, 2));
    int compared = 0;
    for (PolicyResult policy : result.policies()) {
      for (Metric metric : policy.metrics()) {
        if (metric.estimate() instanceof Estimate.Interval interval) {
          // The half-width of a 95 % interval of 400 replications is 1.966 standard errors.
          double error = (interval.high() - interval.low()) / 2 / 1.966;
          assertThat(metric.exact().orElseThrow())
              .as("%s of %s", metric.id(), policy.policy())
              .isCloseTo(interval.mean(), within(4.5 * error));
          compared++;
        }
      }
    }
    // Without rejuvenation 7 of each of two subjects, with it 10: two causes, and the downtime of
    // each rejuvenation.
    assertThat(compared).isEqualTo(2 * (7 + 10 + 10));
  }

  @Test
  void calendars_areRefusedWithWhatWouldHelp() {
    ExactStudy exact = ExactStudy.of(Scenarios.catalog("warm-saved-cold"), 10);
    assertThat(exact.solved()).isEmpty();
    assertThat(exact.gaps().get(0))
        .isEqualTo(
            "no exact solution, policy warm: host/platform/rejuvenate fires by the calendar every 2419200 s, which depends on"
                + " absolute time; use a delay since the last firing made of phases, or simulate");
    assertThat(exact.gaps().get(8))
        .isEqualTo("no exact solution, policy warm: and 4 more transitions like these");
  }

  @Test
  void gaps_ofPointsWithTheSameReasons_areOneLine() {
    ExactStudy clock = ExactStudy.of(Scenarios.catalog("garg-clock"), 10);
    // The swept clock is in the reasons, but they are of one kind.
    assertThat(clock.gaps())
        .satisfiesExactly(
            period ->
                assertThat(period)
                    .startsWith(
                        "no exact values over the horizon, policy clock at 14 points, such as clock"
                            + " [vmm.every=50 h]: system/platform/rejuvenate waits by the law \"always 2.08333 d\""),
            restart ->
                assertThat(restart)
                    .contains("system/platform/end restart waits by the law \"always 60 s\""));

    ExactStudy wear = ExactStudy.of(Scenarios.catalog("dohi-optimum"), 10);
    assertThat(wear.refused()).hasSize(14);
    assertThat(wear.gaps()).hasSize(2);
    assertThat(wear.gaps().get(1)).startsWith("no exact solution, policy trigger at 13 points: ");
  }

  @Test
  void repairsInSeconds_overDecades_areRefusedAndNotABug() {
    // 50 years of 3.2e7 s each at a rate of 1 per s.
    ExactStudy exact =
        ExactStudy.of(
            Scenarios.read(
                """
                hebe: 1
                name: Fast
                hosts: [{name: system}]
                failures:
                  vmm: {crash: {exponential: {mean: 30 h}}, repair: {exponential: {mean: 1 s}}}
                policies: [{name: none}]
                study: {horizon: 50 years, replications: 2, confidence: 95 %, seed: 1}
                """),
            10);
    assertThat(exact.gaps()).hasSize(1);
    assertThat(exact.gaps().get(0))
        .startsWith(
            "no exact values over the horizon, policy none: an instant so late takes more than 100000000 steps")
        .endsWith("a shorter horizon or, where laws are fitted, fewer phases would help");
  }

  @Test
  void beside_changesNothingButTheExactValues() {
    Scenario scenario = with(Scenarios.catalog("two-state"), 1, 3);
    var simulated = Scenarios.run(scenario, 1);
    var beside = ExactStudy.of(scenario, 10).beside(simulated);
    assertThat(beside.comparisons()).isEqualTo(simulated.comparisons());
    var before = simulated.policies().get(0).metrics();
    var after = beside.policies().get(0).metrics();
    assertThat(after).hasSameSizeAs(before);
    for (int m = 0; m < after.size(); m++) {
      assertThat(after.get(m).estimate()).isEqualTo(before.get(m).estimate());
    }
    // All but the downtime per rejuvenation, as there is none, of "all" and of the host.
    assertThat(after.stream().filter(metric -> metric.exact().isEmpty()))
        .extracting(metric -> metric.id().name())
        .containsExactly("downtime-per-rejuvenation", "downtime-per-rejuvenation");
  }

  private static Scenario with(Scenario scenario, long seed, int replications) {
    StudySettings study = scenario.study();
    return Scenarios.withStudy(
        scenario,
        new StudySettings(
            study.horizonSeconds(), replications, study.confidence(), seed, study.binSeconds()));
  }
}
