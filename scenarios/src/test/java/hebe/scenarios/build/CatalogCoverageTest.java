package hebe.scenarios.build;

import static org.assertj.core.api.Assertions.assertThat;

import hebe.sim.result.Metric;
import hebe.sim.result.MetricId;
import hebe.sim.result.PolicyResult;
import hebe.sim.stat.Estimate;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every scenario of the catalog that has an exact solution, simulated with 30 seeds: the intervals
 * cover the exact values as often as they say.
 */
class CatalogCoverageTest {
  private static final int SEEDS = 30;
  private static final int REPLICATIONS = 40;
  private static final double LEVEL = 0.95;
  private static final int MOST_STATES = 10_000;

  /** What is the same in every replication is known to so much of itself; the solver rounds. */
  private static final double ROUNDING = 1e-12;

  /** Why a policy has no exact solution of what happens until a horizon. */
  private static final String CALENDAR =
      "the rejuvenations come by the calendar, and recoveries take fixed times";

  private static final String SINCE_RENEWAL =
      "the VMM is rejuvenated by the calendar, guests a fixed time after their last start";
  private static final String FIXED = "recoveries take fixed times, and eleven guests age together";

  private static final String ALONE = "recoveries of host, guests and services take fixed times";
  private static final String DAILY = "guests are rejuvenated by the calendar";

  private static final String WEIBULL = "lives by a Weibull law";
  private static final String CLOCKS = "several fixed delays run together";

  /** By scenario and policy, whose points all have the same reason. */
  private static Map<String, String> unsolvable() {
    Map<String, String> reasons = new TreeMap<>();
    reasons.put("dohi-optimum/none", WEIBULL);
    reasons.put("dohi-optimum/trigger", WEIBULL);
    for (String policy : List.of("cold", "warm", "migrate")) {
      reasons.put("machida-cold-warm-migrate/" + policy, CLOCKS);
    }
    for (String policy : List.of("native", "virtual", "self-virtualized")) {
      reasons.put("self-virtualization-maintenance/" + policy, CLOCKS);
      reasons.put("self-virtualization-roles/" + policy, "guests are hosted by the calendar");
    }
    reasons.put("self-virtualization-roles/for-guests-alone", "guests are hosted by the calendar");
    reasons.put("self-virtualization-checkpoints/virtual", CLOCKS);
    reasons.put("self-virtualization-checkpoints/self-virtualized", CLOCKS);
    for (String policy : List.of("never", "monthly", "at-threshold")) {
      reasons.put("heap-leak-host/" + policy, DAILY);
    }
    for (String policy : List.of("cold", "kexec", "in-place-hyfix", "in-place-orthus")) {
      reasons.put("modern-fleet-in-place-update/" + policy, CALENDAR);
    }
    reasons.put("vmm-micro-reboot/never", FIXED);
    reasons.put("vmm-micro-reboot/warm", CALENDAR);
    for (String policy : List.of("cold", "warm")) {
      reasons.put("three-generations/" + policy, CALENDAR);
    }
    reasons.put("three-generations/after-crash", "recoveries take fixed times");
    for (String policy : List.of("never", "monthly", "at-threshold", "predicted")) {
      reasons.put("heap-leak-by-prediction/" + policy, DAILY);
    }
    for (String policy : List.of("plain", "cold", "hot")) {
      reasons.put("ft-tcp-proxy-and-ftp/" + policy, ALONE);
    }
    for (String policy : List.of("plain", "held", "handed-over", "handed-over-and-cold")) {
      reasons.put("ft-tcp-upgrades/" + policy, CALENDAR);
    }
    for (String policy : List.of("cold", "warm", "cold-ft", "warm-ft")) {
      reasons.put("ft-tcp-warm-reboot/" + policy, CALENDAR);
    }
    reasons.put("ft-tcp-stacks/silent", CALENDAR);
    reasons.put("ft-tcp-stacks/logged", CALENDAR);
    for (String policy : List.of("full", "most", "recent", "never")) {
      reasons.put("partial-rejuvenation/" + policy, "crashes follow a Weibull law");
    }
    for (String policy : List.of("never", "monthly", "at-threshold")) {
      reasons.put("use-leak-host/" + policy, "recoveries take fixed times");
    }
    reasons.put("cold-alpha-half/cold", SINCE_RENEWAL);
    reasons.put("cold-alpha-half/warm", SINCE_RENEWAL);
    for (String policy : List.of("warm", "saved", "cold")) {
      reasons.put("warm-saved-cold/" + policy, CALENDAR);
      reasons.put("warm-saved-cold-software-failures/" + policy, CALENDAR);
      reasons.put("warm-saved-cold-all-failures/" + policy, CALENDAR);
    }
    reasons.put("warm-saved-cold-software-failures/none", FIXED);
    reasons.put("warm-saved-cold-all-failures/none", FIXED + "; so is the repair's lognormal law");
    return reasons;
  }

  static Stream<Path> catalog() {
    return Scenarios.catalogFiles().stream();
  }

  @Test
  void policiesWithoutSolution_areTheseAndNoOthers() {
    TreeSet<String> refused = new TreeSet<>();
    for (Path file : Scenarios.catalogFiles()) {
      String name = name(file);
      ExactStudy exact = ExactStudy.of(Scenarios.read(file), MOST_STATES);
      exact.refused().keySet().forEach(run -> refused.add(name + "/" + exact.policies().get(run)));
    }
    assertThat(refused).containsExactlyElementsOf(unsolvable().keySet());
  }

  @ParameterizedTest
  @MethodSource("catalog")
  void solvedPolicies_intervalsOf30Seeds_coverAsOftenAsTheySay(Path file) {
    Scenario whole = Scenarios.read(file);
    ExactStudy exact = ExactStudy.of(whole, MOST_STATES);
    Scenario scenario = known(whole, exact);
    Map<String, Integer> covered = new TreeMap<>();
    if (!exact.solved().isEmpty()) {
      for (long seed = 1; seed <= SEEDS; seed++) {
        for (PolicyResult policy : Scenarios.run(with(scenario, seed), 2).policies()) {
          count(policy, exact, covered);
        }
      }
    }
    var law = new BinomialDistribution(null, SEEDS, LEVEL);
    int least = law.inverseCumulativeProbability(0.0005);
    int most = law.inverseCumulativeProbability(0.9995);
    covered.forEach((metric, times) -> assertThat(times).as(metric).isBetween(least, most));
  }

  /** Of a sweep, only the runs of which the values over the horizon are known. */
  private static Scenario known(Scenario scenario, ExactStudy exact) {
    return scenario.withSweep(
        scenario.swept().stream()
            .filter(run -> !exact.withoutHorizon().containsKey(run.label()))
            .toList());
  }

  private static void count(PolicyResult policy, ExactStudy exact, Map<String, Integer> covered) {
    if (exact.overHorizon().containsKey(policy.label())) {
      Map<MetricId, Double> values = exact.overHorizon().get(policy.label()).values();
      values.forEach(
          (id, value) -> {
            String name = policy.label() + " " + id;
            covered.merge(name, covers(policy, id, value) ? 1 : 0, Integer::sum);
          });
    }
  }

  private static boolean covers(PolicyResult policy, MetricId id, double value) {
    Optional<Metric> metric =
        policy.metrics().stream().filter(one -> one.id().equals(id)).findFirst();
    Estimate estimate = metric.orElseThrow().estimate();
    double slack = ROUNDING * Math.abs(value);
    return estimate instanceof Estimate.Interval interval
        ? interval.low() - slack <= value && value <= interval.high() + slack
        : estimate instanceof Estimate.Deterministic certain
            && Math.abs(certain.mean() - value) <= slack;
  }

  private static Scenario with(Scenario scenario, long seed) {
    StudySettings study = scenario.study();
    return Scenarios.withStudy(
        scenario,
        new StudySettings(
            study.horizonSeconds(), REPLICATIONS, LEVEL, seed, study.horizonSeconds()));
  }

  private static String name(Path file) {
    return file.getFileName().toString().replace(".yaml", "");
  }
}
