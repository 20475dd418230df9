package hebe.scenarios.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hebe.reports.summary.SummaryJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code summary.json} promises to programs, for every scenario of the catalog. */
class SummaryContractTest {
  /** Numbers are written with twelve digits; sums of a few of them are off by a few in the last. */
  private static final double ROUNDING = 1e-11;

  private static final List<String> NAMES =
      List.of(
          "availability",
          "unavailability",
          "downtime-per-year",
          "outages-per-year",
          "mean-outage",
          "downtime-per-rejuvenation",
          "capacity",
          "overhead",
          "toggles-per-year",
          "time-virtual",
          "work-done-per-year",
          "work-lost-per-year",
          "guests-served",
          "client-availability",
          "client-stall",
          "client-stall-p50",
          "client-stall-p95",
          "client-stall-p99",
          "connections-lost-per-year",
          "requests-failed-per-year");
  private static final List<String> COMPARED =
      List.of(
          "availability",
          "downtime-per-year",
          "outages-per-year",
          "client-availability",
          "connections-lost-per-year",
          "requests-failed-per-year");

  static Stream<Path> catalog() {
    return Scenarios.catalogFiles().stream();
  }

  @ParameterizedTest
  @MethodSource("catalog")
  void summary_ofAScenario_keepsTheContract(Path file) {
    Scenario scenario = Scenarios.withReplications(Scenarios.read(file), 3);
    JsonNode summary = JsonMapper.shared().readTree(SummaryJson.write(Scenarios.run(scenario, 2)));

    assertTop(summary, scenario);
    List<JsonNode> policies = List.copyOf(summary.get("policies").values());
    policies.forEach(policy -> assertPolicy(policy, scenario.study().replications()));
    assertSameOrder(policies);
    List<String> labels = scenario.runs().stream().map(PolicyRun::label).toList();
    assertComparisons(summary, policies, labels, !scenario.swept().isEmpty());
  }

  private static void assertTop(JsonNode summary, Scenario scenario) {
    assertThat(summary.propertyNames())
        .containsExactly("format", "scenario", "seed", "confidence", "policies", "comparisons");
    assertThat(summary.get("format").intValue()).isEqualTo(1);
    assertThat(summary.get("scenario").propertyNames()).containsExactly("name", "sha256");
    assertThat(summary.get("scenario").get("name").stringValue()).isEqualTo(scenario.name());
    assertThat(summary.get("scenario").get("sha256").stringValue()).matches("[0-9a-f]{64}");
    assertThat(summary.get("seed").longValue()).isEqualTo(scenario.study().seed());
    assertThat(summary.get("confidence").doubleValue()).isEqualTo(0.95);
    assertThat(summary.get("policies").values())
        .extracting(policy -> policy.get("name").stringValue())
        .containsExactlyElementsOf(
            scenario.runs().stream().map(run -> run.policy().name()).toList());
  }

  private static void assertPolicy(JsonNode policy, int replications) {
    assertThat(policy.propertyNames()).containsExactly("name", "point", "replications", "metrics");
    assertThat(policy.get("point").isObject()).isTrue();
    int run = policy.get("replications").intValue();
    assertThat(run).isIn(1, replications);
    for (JsonNode metric : policy.get("metrics").values()) {
      assertThat(metric.propertyNames())
          .containsExactly(
              "name", "subject", "cause", "unit", "mean", "low", "high", "interval", "n", "exact");
      assertThat(metric.get("name").stringValue()).isIn(NAMES);
      assertThat(metric.get("unit").stringValue()).isIn("1", "s", "s/year", "1/year");
      assertThat(metric.get("exact").isNull()).isTrue();
      assertEstimate(
          metric, "mean", Set.of("student", "ratio-student", "deterministic", "none"), run);
    }
    for (String subject : subjects(policy)) {
      double up = mean(policy, "availability", subject);
      assertThat(mean(policy, "unavailability", subject)).isCloseTo(1 - up, within(ROUNDING));
      assertPartsAddUp(policy, "downtime-per-year", subject);
      assertPartsAddUp(policy, "outages-per-year", subject);
    }
  }

  private static void assertEstimate(JsonNode estimate, String key, Set<String> labels, int run) {
    String interval = estimate.get("interval").stringValue();
    int n = estimate.get("n").intValue();
    assertThat(interval).isIn(labels);
    if (interval.equals("none")) {
      assertThat(n).isLessThan(2);
      assertThat(estimate.get(key).isNull()).isEqualTo(n == 0);
      assertThat(estimate.get("low").isNull()).isTrue();
      assertThat(estimate.get("high").isNull()).isTrue();
      return;
    }
    double mean = estimate.get(key).doubleValue();
    double low = estimate.get("low").doubleValue();
    double high = estimate.get("high").doubleValue();
    assertThat(estimate.get(key).isNumber()).isTrue();
    assertThat(low).isLessThanOrEqualTo(mean);
    assertThat(high).isGreaterThanOrEqualTo(mean);
    if (interval.equals("deterministic")) {
      assertThat(List.of(low, high)).containsOnly(mean);
      assertThat(n).isEqualTo(1);
    } else {
      assertThat(n).isEqualTo(run).isGreaterThan(1);
    }
  }

  private static void assertPartsAddUp(JsonNode policy, String name, String subject) {
    double sum = 0;
    for (JsonNode metric : policy.get("metrics").values()) {
      if (is(metric, name, subject) && !metric.get("cause").isNull()) {
        sum += metric.get("mean").doubleValue();
      }
    }
    double total = mean(policy, name, subject);
    assertThat(sum).as("%s of %s", name, subject).isCloseTo(total, within(ROUNDING * total));
  }

  /** Policies differ in the causes that they have; what they share stands in the same order. */
  private static void assertSameOrder(List<JsonNode> policies) {
    for (JsonNode a : policies) {
      for (JsonNode b : policies) {
        List<String> shared = new ArrayList<>(keys(a));
        List<String> other = new ArrayList<>(keys(b));
        shared.retainAll(keys(b));
        other.retainAll(keys(a));
        assertThat(shared).doesNotHaveDuplicates().isEqualTo(other);
        assertThat(totals(a)).isEqualTo(totals(b));
      }
    }
  }

  /** Of a sweep some pairs are compared, otherwise all. */
  private static void assertComparisons(
      JsonNode summary, List<JsonNode> policies, List<String> labels, boolean swept) {
    List<String> expected = new ArrayList<>();
    for (int a = 0; a < policies.size(); a++) {
      for (int b = a + 1; b < policies.size(); b++) {
        for (JsonNode metric : policies.get(a).get("metrics").values()) {
          String name = metric.get("name").stringValue();
          if (COMPARED.contains(name) && metric.get("cause").isNull()) {
            String subject = metric.get("subject").stringValue();
            expected.add(name + "/" + subject + "/" + labels.get(a) + "/" + labels.get(b));
          }
        }
      }
    }
    List<String> found = new ArrayList<>();
    for (JsonNode comparison : summary.get("comparisons").values()) {
      found.add(assertComparison(comparison, policies, labels, swept));
    }
    if (swept) {
      assertThat(found).isNotEmpty().doesNotHaveDuplicates().hasSizeLessThan(expected.size());
    } else {
      assertThat(found).isEqualTo(expected);
    }
  }

  private static String assertComparison(
      JsonNode comparison, List<JsonNode> policies, List<String> labels, boolean swept) {
    List<String> keys =
        new ArrayList<>(
            List.of("metric", "subject", "a", "b", "difference", "low", "high", "interval", "n"));
    if (swept) {
      keys.add("level");
    }
    assertThat(comparison.propertyNames()).containsExactlyElementsOf(keys);
    String metric = comparison.get("metric").stringValue();
    String subject = comparison.get("subject").stringValue();
    String one = comparison.get("a").stringValue();
    String other = comparison.get("b").stringValue();
    JsonNode a = policies.get(labels.indexOf(one));
    JsonNode b = policies.get(labels.indexOf(other));
    double first = mean(a, metric, subject);
    double second = mean(b, metric, subject);
    int run = Math.max(a.get("replications").intValue(), b.get("replications").intValue());
    assertEstimate(
        comparison, "difference", Set.of("paired-student", "deterministic", "none"), run);
    assertThat(comparison.get("difference").doubleValue())
        .isCloseTo(first - second, within(ROUNDING * Math.max(first, second)));
    return metric + "/" + subject + "/" + one + "/" + other;
  }

  private static List<String> subjects(JsonNode policy) {
    return policy.get("metrics").values().stream()
        .map(metric -> metric.get("subject").stringValue())
        .distinct()
        .toList();
  }

  private static List<String> keys(JsonNode policy) {
    return policy.get("metrics").values().stream()
        .map(metric -> metric.get("name") + "/" + metric.get("subject") + "/" + metric.get("cause"))
        .toList();
  }

  private static List<String> totals(JsonNode policy) {
    return keys(policy).stream().filter(key -> key.endsWith("/null")).toList();
  }

  private static double mean(JsonNode policy, String name, String subject) {
    Optional<JsonNode> total =
        policy.get("metrics").values().stream()
            .filter(metric -> is(metric, name, subject) && metric.get("cause").isNull())
            .findFirst();
    return total.orElseThrow().get("mean").doubleValue();
  }

  private static boolean is(JsonNode metric, String name, String subject) {
    return metric.get("name").stringValue().equals(name)
        && metric.get("subject").stringValue().equals(subject);
  }
}
