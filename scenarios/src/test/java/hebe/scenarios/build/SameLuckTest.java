package hebe.scenarios.build;

import static org.assertj.core.api.Assertions.assertThat;

import hebe.reports.summary.OutagesCsv;
import hebe.reports.summary.SummaryJson;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What must not change a result, byte for byte: units, bystanders, other policies. */
class SameLuckTest {
  private static final String HOST =
      "{name: host, guests: [{name: web, count: 3, memory: 1 GiB, service: jboss}]}";
  private static final String WARM = "{name: warm, vmm: {every: 2 weeks, by: warm-reboot}}";
  private static final String TEXT =
      """
      hebe: 1
      name: Luck
      hosts: [%s]
      failures:
        vmm: {aging: {exponential: {mean: 200 h}}, crash: {weibull: {shape: 2, mean: 300 h}}, detection: 5 min}
        guest: {crash: {exponential: {mean: %s}}}
        service: {crash: {gamma: {shape: 2, mean: 200 h}}}
      policies: [{name: none}, %s, {name: cold, vmm: {every: 4 weeks, by: cold-reboot}}]
      study: {horizon: %s, replications: 3, seed: 7}
      """;

  @Test
  void unit_ofTheSameDuration_changesOnlyTheHashOfTheText() {
    Scenario hours = Scenarios.read(TEXT.formatted(HOST, "500 h", WARM, "9000 h"));
    Scenario seconds = Scenarios.read(TEXT.formatted(HOST, "1800000 s", WARM, "32400000 s"));

    assertThat(hours.sha256()).isNotEqualTo(seconds.sha256());
    assertThat(summary(hours).replace(hours.sha256(), ""))
        .isEqualTo(summary(seconds).replace(seconds.sha256(), ""));
  }

  @Test
  void unrelatedHost_leavesTheOutagesOfTheOthers() {
    String bystander = "{name: aside, count: 2, guests: [{name: db, count: 2, memory: 2 GiB}]}, ";
    List<String> alone = rows(TEXT.formatted(HOST, "500 h", WARM, "9000 h"), row -> true);
    List<String> beside =
        rows(
            TEXT.formatted(bystander + HOST, "500 h", WARM, "9000 h"),
            row -> !row.contains(",aside-"));

    assertThat(alone).hasSizeGreaterThan(100);
    assertThat(beside).isEqualTo(alone);
  }

  @Test
  void changedPolicy_leavesTheOutagesUnderTheOthers() {
    String saved = "{name: warm, vmm: {every: 3 weeks, by: saved-reboot}, guests: {every: 1 week}}";
    Predicate<String> others = row -> !row.startsWith("warm,");
    List<String> before = rows(TEXT.formatted(HOST, "500 h", WARM, "9000 h"), others);

    assertThat(before)
        .hasSizeGreaterThan(100)
        .isEqualTo(rows(TEXT.formatted(HOST, "500 h", saved, "9000 h"), others))
        .isNotEqualTo(rows(TEXT.formatted(HOST, "499 h", WARM, "9000 h"), others));
  }

  private static String summary(Scenario scenario) {
    return SummaryJson.write(Scenarios.run(scenario, 2));
  }

  private static List<String> rows(String text, Predicate<String> chosen) {
    return OutagesCsv.write(Scenarios.run(Scenarios.read(text), 2)).lines().filter(chosen).toList();
  }
}
