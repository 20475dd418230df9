package hebe.scenarios.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import hebe.models.policy.LoadPattern;
import hebe.models.policy.Policy;
import hebe.models.policy.Prediction;
import hebe.models.policy.RejuvenationPolicy.Clock;
import hebe.models.policy.RejuvenationPolicy.Periodic;
import hebe.models.policy.RejuvenationPolicy.Predicted;
import hebe.models.policy.RejuvenationPolicy.TwoLevel;
import hebe.models.policy.RejuvenationPolicy.Waiting;
import hebe.models.policy.Wait;
import hebe.models.policy.Window;
import hebe.scenarios.read.Problem;
import hebe.scenarios.read.Problems;
import hebe.scenarios.read.SourceFile;
import hebe.sim.law.Deterministic;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Predictions, waits and schedules of two levels, as scenarios say them. */
class WhenScenarioTest {
  static final String EVERY_KEY =
      """
      hebe: 1
      name: When
      hosts:
        - {name: night, load: {quiet-at: {open: [nights]}}, guests: [{name: web, memory: 1 GiB}]}
        - {name: chance, load: {busy: 10 h, quiet: 2 h}, guests: [{name: mail, memory: 1 GiB}]}
      failures: {vmm: {aging: {resource: {capacity: 1 MiB, leaks: [{leak: 4 KiB, on: domain-created}]}}}}
      policies:
        - name: foreseen
          vmm: {predict: {every: 1 day, measurements: 8, level: 5 %, lead: 2 weeks, noise: 1 %, floor: 5 %}, window: {open: [nights], at-most: 3 days}, wait-for-quiet: 12 h, by: warm-reboot}
        - name: levels
          vmm: {every: 4 weeks, pull-forward: 2 days, by: cold-reboot}
          guests: {every: 1 week, credit: 3 days}
      study: {horizon: 10 days, replications: 2}
      """;

  private static final double DAY = 86_400;
  private static final String LEAK =
      "failures: {vmm: {aging: {resource: {capacity: 1 MiB, leaks: [{leak: 4 KiB, on: domain-created}]}}}}\n";
  private static final String LOAD = ", load: {quiet-at: {open: [nights]}}";
  private static final Window NIGHTS =
      new Window(List.of(new Window.Span(DAY, 79_200, 28_800)), List.of());

  @Test
  void everyKey_isRead() {
    assertThat(Scenarios.read(EVERY_KEY).policyList()).hasSize(2);
  }

  @Test
  void prediction_isRead_andExplained() {
    Policy policy =
        read(
            LOAD,
            LEAK
                + "policies: [{name: p, vmm: {predict: {every: 1 day, measurements: 8, level: 2 %, lead: 2 weeks,"
                + " noise: 1 %, floor: 5 %}, window: {open: [nights], at-most: 3 days},"
                + " wait-for-repair: 1 day, wait-for-quiet: 12 h, by: warm-reboot}}]");
    assertThat(policy.vmmWhen())
        .isEqualTo(
            new Waiting(
                new Predicted(
                    new Prediction(DAY, 8, 0.02, 14 * DAY, 0.01, OptionalDouble.of(0.05))),
                List.of(
                    new Wait.Opening(NIGHTS, OptionalDouble.of(3 * DAY)),
                    new Wait.Repair(DAY),
                    new Wait.Quiet(DAY / 2))));
    assertThat(PolicyWords.when(policy.vmmWhen()))
        .contains(
            "8 measurements every 86400 s (24 h) foretell exhaustion within 1209600 s (14 days)")
        .contains("level 2 %, noise 1 %")
        .contains("or one finds less than 5 % free")
        .contains("waiting at most 259200 s (3 days), waiting for a repair at most 86400 s (24 h)")
        .contains("waiting for a quiet hour at most 43200 s (12 h)");
  }

  @Test
  void twoLevels_areRead() {
    Policy policy =
        read(
            "",
            "policies: [{name: p, vmm: {every: 4 weeks, credit: 1 week, pull-forward: 2 days, by: cold-reboot},"
                + " guests: {every: 1 week, credit: 3 days}}]");
    assertThat(policy.vmmWhen())
        .isEqualTo(new TwoLevel(every(28), OptionalDouble.of(7 * DAY), OptionalDouble.of(2 * DAY)));
    assertThat(policy.guestWhen())
        .isEqualTo(new TwoLevel(every(7), OptionalDouble.of(3 * DAY), OptionalDouble.empty()));
    assertThat(PolicyWords.when(policy.vmmWhen()))
        .endsWith(
            "not within 604800 s (7 days) of a fresh start, pulled forward by up to 172800 s (2 days) to a rejuvenation of a guest");
  }

  @Test
  void loads_areRead() {
    String never = "policies: [{name: p}]";
    assertThat(scenario(LOAD, never).hosts().get(0).value().load())
        .contains(new LoadPattern.ByCalendar(NIGHTS));
    assertThat(scenario(", load: {busy: 10 h, quiet: 2 h}", never).hosts().get(0).value().load())
        .contains(new LoadPattern.Alternating(new Deterministic(36_000), new Deterministic(7200)));
  }

  static Stream<Arguments> texts() {
    String policy = "policies: [{name: p, vmm: {%s, by: %s}, guests: {every: 1 week}}]";
    String predict = "predict: {every: 1 day, lead: 1 week%s}";
    return Stream.of(
        arguments(
            "", policy.formatted(predict.formatted(""), "warm-reboot"), "\"predict\" only where"),
        arguments(
            "",
            LEAK + policy.formatted(predict.formatted(", measurements: 3"), "warm-reboot"),
            "an unbroken rise of 3 measurements is so improbable"),
        arguments(
            "",
            LEAK + policy.formatted(predict.formatted(", measurement: 5"), "warm-reboot"),
            "did you mean \"measurements\"?"),
        arguments(
            "",
            policy.formatted("every: 1 week, wait-for-quiet: 1 day", "warm-reboot"),
            "a \"load\", as policy \"p\" waits for a quiet hour"),
        arguments(
            "",
            policy.formatted("every: 1 week, credit: 1 week", "warm-reboot"),
            "less than the period of 604800 s (7 days)"),
        arguments(
            "",
            policy.formatted("at-age: 1 week, credit: 1 day", "warm-reboot"),
            "no \"credit\" without \"every\""),
        arguments(
            "",
            policy.formatted("at-age: 1 week, pull-forward: 1 day", "cold-reboot"),
            "no \"pull-forward\" without \"every\" by the calendar"),
        arguments(
            "",
            policy.formatted("every: 4 weeks, pull-forward: 1 day", "warm-reboot"),
            "only by a mechanism that makes the guests fresh"),
        arguments(
            "",
            "policies: [{name: p, vmm: {every: 4 weeks, pull-forward: 1 day, by: cold-reboot}}]",
            "only beside a rejuvenation of the guests"),
        arguments(
            ", load: {busy: 1 h}",
            "policies: [{name: p}]",
            "either \"quiet-at\", or both \"busy\" and \"quiet\""),
        arguments(
            ", load: {quiet-at: {open: [nights], closed: [nights]}}",
            "policies: [{name: p}]",
            "got one that never is"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void meaninglessText_isRefused_sayingWhy(String load, String keys, String why) {
    Problems problems = new Problems();
    assertThat(
            new ScenarioReader(Scenarios.CATALOG)
                .read(new SourceFile("x.yaml", text(load, keys)), problems))
        .isEmpty();
    assertThat(problems.list().stream().map(Problem::toString))
        .hasSize(1)
        .allMatch(line -> line.contains(why));
  }

  private static Periodic every(double days) {
    return new Periodic(days * DAY, OptionalDouble.empty(), Clock.CALENDAR, true);
  }

  private static Policy read(String load, String keys) {
    return scenario(load, keys).policyList().get(0);
  }

  private static Scenario scenario(String load, String keys) {
    return Scenarios.read(text(load, keys));
  }

  private static String text(String load, String keys) {
    return "hebe: 1\nname: x\nhosts: [{name: host, guests: [{name: web, count: 2, memory: 1 GiB}]"
        + load
        + "}]\n"
        + keys
        + "\nstudy: {horizon: 1 day}\n";
  }
}
