package hebe.scenarios.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hebe.reports.summary.SummaryJson;
import hebe.scenarios.read.Problem;
import hebe.scenarios.read.Problems;
import hebe.scenarios.read.SourceFile;
import hebe.sim.result.Comparison;
import hebe.sim.result.StudyResult;
import hebe.sim.result.SweepValue;
import hebe.sim.stat.Estimate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SweepTest {
  private static final String BASE =
      """
      hebe: 1
      name: Swept
      hosts:
        - {name: host, guests: [{name: web, count: 2, memory: 1 GiB, service: jboss}]}
      failures:
        vmm: {aging: {exponential: {mean: 30 days}}, crash: {exponential: {mean: 7 days}}}
      policies:
        - {name: none}
        - {name: warm, vmm: {every: 2 weeks, by: warm-reboot}, guests: {every: 1 week}}
        - {name: cold, vmm: {every: 2 weeks, by: cold-reboot}}
      study: {horizon: 1 year, replications: 4, seed: 7}
      """;

  private static Scenario swept(String sweep) {
    return Scenarios.read(BASE + "sweep:\n" + sweep.indent(2));
  }

  private static List<String> labels(Scenario scenario) {
    return scenario.runs().stream().map(PolicyRun::label).toList();
  }

  private static List<String> problems(String sweep) {
    Problems problems = new Problems();
    SourceFile source = new SourceFile("x.yaml", BASE + "sweep:\n" + sweep.indent(2));
    assertThat(new ScenarioReader(Scenarios.CATALOG).read(source, problems)).isEmpty();
    return problems.list().stream().map(Problem::toString).toList();
  }

  @Test
  void runs_onePolicyIsSwept_othersRunOnce() {
    assertThat(labels(swept("policies.warm.vmm.every: [1 week, 4 weeks]")))
        .containsExactly("none", "warm [vmm.every=1 week]", "warm [vmm.every=4 weeks]", "cold");
  }

  @Test
  void runs_starForPolicies_sweepsThoseThatHaveTheKey() {
    assertThat(labels(swept("policies.*.guests.every: [1 week, 4 weeks]")))
        .containsExactly(
            "none", "warm [guests.every=1 week]", "warm [guests.every=4 weeks]", "cold");
  }

  @Test
  void runs_severalPaths_areAllCombinationsOfThoseThatConcernAPolicy() {
    Scenario scenario =
        swept(
            """
            policies.warm.vmm.every: [1 week, 4 weeks]
            failures.vmm.crash.exponential.mean: [7 days, 8 days]
            """);

    assertThat(labels(scenario))
        .containsExactly(
            "none [failures.vmm.crash.exponential.mean=7 days]",
            "none [failures.vmm.crash.exponential.mean=8 days]",
            "warm [vmm.every=1 week, failures.vmm.crash.exponential.mean=7 days]",
            "warm [vmm.every=1 week, failures.vmm.crash.exponential.mean=8 days]",
            "warm [vmm.every=4 weeks, failures.vmm.crash.exponential.mean=7 days]",
            "warm [vmm.every=4 weeks, failures.vmm.crash.exponential.mean=8 days]",
            "cold [failures.vmm.crash.exponential.mean=7 days]",
            "cold [failures.vmm.crash.exponential.mean=8 days]");
  }

  @Test
  void runs_range_hasEvenDistancesOrEvenRatios() {
    // 1, 2, 4 ... have the ratio 2; between 1 and 16 weeks evenly: (16 - 1) / 4 = 3.75 apart.
    assertThat(
            labels(
                swept(
                    "policies.cold.vmm.every: {from: 1 week, to: 16 weeks, steps: 5, log: true}")))
        .containsExactly(
            "none",
            "warm",
            "cold [vmm.every=1 week]",
            "cold [vmm.every=2 weeks]",
            "cold [vmm.every=4 weeks]",
            "cold [vmm.every=8 weeks]",
            "cold [vmm.every=16 weeks]");
    assertThat(labels(swept("policies.cold.vmm.every: {from: 1 week, to: 16 weeks, steps: 5}")))
        .contains("cold [vmm.every=4.75 weeks]", "cold [vmm.every=8.5 weeks]");
    // 7 days to 2 weeks in the unit of the second.
    assertThat(labels(swept("policies.cold.vmm.every: {from: 7 days, to: 2 weeks, steps: 3}")))
        .contains("cold [vmm.every=7 days]", "cold [vmm.every=1.5 weeks]");
  }

  @Test
  void point_ofARun_hasTextAndNumberInTheBaseUnit() {
    Scenario scenario =
        swept(
            """
            policies.cold.vmm.every: [2 weeks]
            hosts.host.guests.web.memory: [512 MiB]
            hosts.host.guests.web.count: [3]
            """);

    assertThat(scenario.runs().get(2).point().values())
        .containsExactly(
            new SweepValue("2 weeks", 2 * 7 * 86_400, "s"),
            new SweepValue("512 MiB", 512 * 1024 * 1024, "bytes"),
            new SweepValue("3", 3, "1"));
  }

  @Test
  void run_ofAPoint_isThatOfTheFileWithTheValueInIt() {
    StudyResult whole = Scenarios.run(swept("policies.warm.vmm.every: [1 week, 4 weeks]"), 2);
    StudyResult typed =
        Scenarios.run(
            Scenarios.read(BASE.replace("every: 2 weeks, by: warm", "every: 4 weeks, by: warm")),
            2);

    assertThat(whole.policies()).hasSize(4);
    assertThat(whole.policies().get(2).metrics()).isEqualTo(typed.policies().get(1).metrics());
    assertThat(whole.policies().get(2).outages()).isEqualTo(typed.policies().get(1).outages());
    assertThat(whole.policies().get(2).metrics()).isNotEqualTo(whole.policies().get(1).metrics());
    assertThat(whole.policies().get(3).metrics()).isEqualTo(typed.policies().get(2).metrics());
  }

  @Test
  void comparisons_ofASweep_holdTogether() {
    StudyResult study = Scenarios.run(swept("policies.warm.vmm.every: [1 week, 4 weeks]"), 2);

    // 4 runs make 6 pairs: 1 - 0.05 / 6.
    assertThat(study.comparisons())
        .filteredOn(pair -> pair.difference() instanceof Estimate.Interval)
        .isNotEmpty()
        .allSatisfy(
            pair ->
                assertThat(((Estimate.Interval) pair.difference()).level())
                    .isCloseTo(1 - 0.05 / 6, within(1e-15)));
    // The better point of warm against the other one, then against the other policies.
    List<String> downtimes =
        study.comparisons().stream()
            .filter(pair -> pair.metric().name().equals("downtime-per-year"))
            .filter(pair -> pair.metric().subject().equals("all"))
            .map(pair -> pair.a() + " - " + pair.b())
            .toList();
    String one = study.policies().get(1).label();
    String two = study.policies().get(2).label();
    boolean first = downtime(study, one) < downtime(study, two);
    String best = first ? one : two;
    String other = first ? two : one;
    assertThat(downtimes)
        .containsExactly(best + " - " + other, "none - " + best, "none - cold", best + " - cold");
  }

  @Test
  void comparison_ofPoints_isTheMeanOfThePairedDifferences() {
    StudyResult study = Scenarios.run(swept("policies.cold.vmm.every: [1 week, 4 weeks]"), 2);
    Comparison pair =
        study.comparisons().stream()
            .filter(found -> found.a().startsWith("cold") && found.b().startsWith("cold"))
            .findFirst()
            .orElseThrow();

    assertThat(((Estimate.Interval) pair.difference()).mean())
        .isCloseTo(downtime(study, pair.a()) - downtime(study, pair.b()), within(1e-6))
        .isNegative();
  }

  private static double downtime(StudyResult study, String label) {
    return study.policies().stream()
        .filter(policy -> policy.label().equals(label))
        .flatMap(policy -> policy.metrics().stream())
        .filter(metric -> metric.id().name().equals("downtime-per-year"))
        .map(metric -> ((Estimate.Interval) metric.estimate()).mean())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void summary_ofASweep_hasPointsAndLevels() {
    StudyResult study = Scenarios.run(swept("policies.warm.vmm.every: [1 week, 4 weeks]"), 2);
    JsonNode summary = JsonMapper.shared().readTree(SummaryJson.write(study));

    JsonNode point = summary.get("policies").get(2).get("point").get("policies.warm.vmm.every");
    assertThat(point.get("text").stringValue()).isEqualTo("4 weeks");
    assertThat(point.get("number").intValue()).isEqualTo(4 * 7 * 86_400);
    assertThat(point.get("unit").stringValue()).isEqualTo("s");
    assertThat(summary.get("policies").get(0).get("point").size()).isZero();
    assertThat(summary.get("comparisons").get(0).get("level").doubleValue())
        .isCloseTo(0.991666666667, within(1e-12));
  }

  @Test
  void cost_inASweep_isComparedAtItsOwnBestPoint() {
    String priced =
        BASE
            + """
            costs: {currency: EUR, unplanned-downtime: 1000 /h, vmm-rejuvenation: 0.01}
            sweep: {policies.cold.vmm.every: [1 week, 26 weeks]}
            """;
    StudyResult study = Scenarios.run(Scenarios.read(priced), 2);

    assertThat(study.comparisons())
        .filteredOn(pair -> pair.metric().name().equals("cost-per-year"))
        .extracting(pair -> pair.a() + " - " + pair.b())
        .contains("cold [vmm.every=1 week] - cold [vmm.every=26 weeks]")
        .contains("none - cold [vmm.every=1 week]");
    assertThat(study.comparisons())
        .filteredOn(pair -> pair.metric().name().equals("downtime-per-year"))
        .extracting(pair -> pair.a() + " - " + pair.b())
        .contains("cold [vmm.every=26 weeks] - cold [vmm.every=1 week]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          policies.warm.vm.every: [1 week] | 13:27 sweep["policies.warm.vm.every"]: expected a path to a value of this file, got "vm", which is not in policies[1]; did you mean "vmm"?
          policies.wram.vmm.every: [1 week] | 13:28 sweep["policies.wram.vmm.every"]: expected a path to a value of this file, got "wram", which is not in policies; did you mean "warm"?
          policies.warm.vmm: [1 week] | 13:22 sweep["policies.warm.vmm"]: expected a path to a single value, got a mapping at its end; go on to one
          study.seed: [1, 2] | 13:15 sweep["study.seed"]: expected a path to a number of the hosts, failures, policies or costs, got "study.seed"; sweep another one; every point is studied in the same way
          policies.warm.vmm.every: [1 week, 3 GiB] | 13:28 sweep["policies.warm.vmm.every"]: expected swept values numbers of one dimension, got 1 week, 3 GiB; change the values here
          policies.warm.vmm.every: [1 week, 7 days] | 13:28 sweep["policies.warm.vmm.every"]: expected swept values each once, got 1 week, 7 days (those between two ends have four digits); change the values here
          policies.warm.vmm.every: [3] | 13:29 sweep["policies.warm.vmm.every"][0]: expected a duration with a unit, got 3; write for example "9000 h"
          policies.warm.vmm.every: [2 weeks, -1 h] | 13:38 sweep["policies.warm.vmm.every"][1]: expected a duration at least 1 s, got "-1 h"
          hosts.host.guests.web.memory: [1 GiB, 90 GiB] | 13:41 sweep["hosts.host.guests.web.memory"][1]: expected guests and control domain of at most 12 GiB in all, the memory of opteron-280-2006 at hosts[0].guests, got
          policies.*.vmm.every: {from: 1 week, to: 2 weeks, steps: 900} | 13:25 sweep["policies.*.vmm.every"]: expected at most 1000 combinations of policies and swept values, got 1801; sweep fewer values or fewer paths
          policies.*.vmm.every: {from: 1 week, to: 2 GiB, steps: 9} | 13:44 sweep["policies.*.vmm.every"].to: expected the dimension of "from", got another one; use the same unit
          """)
  void problem_ofASweep_standsAtItsEntry(String sweep, String problem) {
    assertThat(problems(sweep)).singleElement().asString().startsWith("x.yaml:" + problem);
  }

  @Test
  void costs_ofUnknownGroups_areRefused() {
    Problems problems = new Problems();
    new ScenarioReader(Scenarios.CATALOG)
        .read(
            new SourceFile("x.yaml", BASE + "costs: {planned-downtime: {wbe: 4 /h}}\n"), problems);

    assertThat(problems.list())
        .extracting(Problem::toString)
        .containsExactly(
            "x.yaml:12:8 costs: expected names of groups of guests or hosts, got \"wbe\"; write one of"
                + " all, host, web");
  }
}
