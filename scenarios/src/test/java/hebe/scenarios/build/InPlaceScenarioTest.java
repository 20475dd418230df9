package hebe.scenarios.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import hebe.models.catalog.Parameter;
import hebe.models.recovery.GuestMechanism;
import hebe.models.recovery.InPlaceUpdate;
import hebe.models.recovery.InPlaceUpdate.Fallback;
import hebe.models.recovery.MicroReboot;
import hebe.scenarios.read.Problems;
import hebe.scenarios.read.SourceFile;
import hebe.sim.law.Deterministic;
import hebe.sim.law.Exponential;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** In-place updates, micro-reboots and restarts of services in scenarios. */
class InPlaceScenarioTest {
  static final String EVERY_KEY =
      """
      hebe: 1
      name: every key of replacing a VMM under its guests
      hosts:
        - {name: host, guests: [{name: web, memory: 1 GiB}]}
      failures:
        vmm:
          crash: {exponential: {mean: 9000 h}}
          recovery:
            by: micro-reboot
            technique:
              based-on: rehype-2011
              load: 1 s
              freeze: 2 s
              freeze-memory: 3 s/GiB
              start: 4 s
              start-core: 5 s
              tables: 6 s/GiB
              host-boot: 7 s
              thaw: 8 s
              thaw-memory: 9 s/GiB
            success: 88 %
            detection: 10 ms
            hangs: 20 %
            hang-detection: 1 s
            duration: {exponential: {mean: 2 s}}
      policies:
        - name: careful
          vmm:
            every: 4 weeks
            by: {in-place-update: {technique: hotswap-2014, success: 99 %, otherwise: cold-reboot}}
          guests: {every: 1 week, by: service-restart}
        - name: plain
          vmm: {every: 4 weeks, by: {in-place-update: {technique: hyfix-2022}}}
          guests: {every: 1 week}
      study: {horizon: 10 days, replications: 2}
      """;

  private final Scenario scenario = Scenarios.read(EVERY_KEY);

  @Test
  void recovery_isRead() {
    MicroReboot by = scenario.failures().microReboot().orElseThrow();
    assertThat(Parameter.of(Parameter.Kind.IN_PLACE).stream().map(by.technique()::get))
        .containsExactly(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0);
    assertThat(by.success()).isEqualTo(0.88);
    assertThat(by.detection()).isEqualTo(new Deterministic(0.01));
    assertThat(by.hangs()).isEqualTo(0.2);
    assertThat(by.hangDetection()).isEqualTo(new Deterministic(1));
    assertThat(by.duration()).isEqualTo(Optional.of(new Exponential(2)));
  }

  @Test
  void updates_areRead() {
    InPlaceUpdate careful = (InPlaceUpdate) scenario.policyList().get(0).vmmBy();
    assertThat(careful.technique().name()).isEqualTo("hotswap-2014");
    assertThat(careful.success()).isEqualTo(0.99);
    assertThat(careful.otherwise()).isEqualTo(Fallback.COLD_REBOOT);
    InPlaceUpdate plain = (InPlaceUpdate) scenario.policyList().get(1).vmmBy();
    assertThat(plain.success()).isEqualTo(1);
    assertThat(plain.otherwise()).isEqualTo(Fallback.ROLL_BACK);
  }

  @Test
  void guestMechanisms_areRead() {
    assertThat(scenario.policyList().get(0).guestBy()).isEqualTo(GuestMechanism.SERVICE_RESTART);
    assertThat(scenario.policyList().get(1).guestBy()).isEqualTo(GuestMechanism.GUEST_REBOOT);
  }

  @Test
  void explanation_saysWhatIsDerivedFromWhat() {
    String text = Explanation.of(scenario);
    assertThat(text)
        .contains(
            "micro-reboot as rehype-2011, guests survive with 88 %",
            "in 20 % of the crashes",
            "in-place-update as hotswap-2014, which succeeds with 99 %, otherwise cold-reboot",
            "hotswap-2014.in-place.tables",
            "in-place.tables x hardware.memory",
            "by service-restart");
  }

  static Stream<Arguments> texts() {
    String crash = "failures: {vmm: {crash: {exponential: {mean: 1 h}}, recovery: %s}}\n";
    String never = "policies: [{name: never}]";
    String update = "policies: [{name: p, vmm: {every: 1 week, by: {in-place-update: %s}}}]";
    String guests = "policies: [{name: p, guests: {%s, by: service-restart}}]";
    return Stream.of(
        arguments(crash.formatted("{by: microreboot, success: 1 %}") + never, "\"micro-reboot\""),
        arguments(crash.formatted("{by: micro-reboot}") + never, "\"success\""),
        arguments(crash.formatted("{by: micro-reboot, success: 0 %}") + never, "above 0 %"),
        arguments(
            crash.formatted("{by: micro-reboot, success: 0.9}") + never, "a share with a unit"),
        arguments(
            crash.formatted("{by: micro-reboot, success: 9 %, hangs: 1 %}") + never,
            "add \"hang-detection: 1 s\""),
        arguments(
            crash.formatted("{by: micro-reboot, success: 9 %, hang-detection: 1 s}") + never,
            "only with \"hangs\""),
        arguments(
            crash.formatted("{by: micro-reboot, success: 9 %, technique: rehipe-2011}") + never,
            "did you mean \"rehype-2011\"?"),
        arguments(
            crash.formatted("{by: micro-reboot, success: 9 %, technique: orthus-2019}") + never,
            "expected a technique for after a crash, got orthus-2019, which needs the old VMM"
                + " alive; write rehype-2011"),
        arguments(
            update.formatted("{technique: rehype-2011}"),
            "got rehype-2011, which boots a copy of one that has failed; write one of"
                + " hotswap-2014, hyfix-2022, orthus-2019, hypertp-2021"),
        arguments(
            update.formatted("{technique: {based-on: rehype-2011, load: 1 s}}"),
            "a technique that takes over from a VMM that runs"),
        arguments(
            "policies: [{name: p, vmm: {every: 1 week, by: in-place-update}}]",
            "write \"{in-place-update: {technique: hyfix-2022}}\""),
        arguments(
            "policies: [{name: p, vmm: {every: 1 week, by: something-else}}]",
            "or \"{restart: 10 min}\" or \"{in-place-update: {technique: hyfix-2022}}\""),
        arguments(update.formatted("{success: 99 %}"), "\"technique\""),
        arguments(update.formatted("{technique: hyfix}"), "hyfix-2022"),
        arguments(
            update.formatted("{technique: hyfix-2022, otherwise: rollback}"),
            "did you mean \"roll-back\"?"),
        arguments(guests.formatted("after-crash: service"), "only with \"every\" or \"at-age\""),
        arguments(
            guests.formatted("every: 1 week, wait-for-repair: 1 h"),
            "only with \"every\" or \"at-age\""));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void meaninglessText_isRefused_sayingWhy(String keys, String why) {
    Problems problems = new Problems();
    String host = "hosts: [{name: a, guests: [{name: w, memory: 1 GiB}]}]\n";
    String text = "hebe: 1\nname: x\n" + host + keys + "\nstudy: {horizon: 1 day}\n";
    assertThat(new ScenarioReader(Scenarios.CATALOG).read(new SourceFile("x.yaml", text), problems))
        .isEmpty();
    assertThat(problems.list().stream().map(Object::toString)).anyMatch(line -> line.contains(why));
  }
}
