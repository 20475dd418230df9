package hebe.scenarios.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import hebe.models.aging.Aging;
import hebe.models.aging.Clearing.Share;
import hebe.models.aging.Clearing.StagesBack;
import hebe.models.aging.Leak;
import hebe.models.aging.LeakEvent.Own;
import hebe.models.aging.LeakEvent.Use;
import hebe.models.failure.Failures;
import hebe.models.policy.Policy;
import hebe.scenarios.read.Problem;
import hebe.scenarios.read.Problems;
import hebe.scenarios.read.SourceFile;
import hebe.sim.model.Ageing.Of;
import hebe.sim.result.StudyResult;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Parts of ages, speeds of stages and leaks by use, as scenarios say them. */
class ClearingScenarioTest {
  static final String EVERY_KEY =
      """
      hebe: 1
      name: Parts of ages
      hosts:
        - name: host
          vmm: {based-on: xen-3.0.0, mode: xen-pv-32, cpu: netburst-xeon-2400}
          guests:
            - {name: web, count: 2, memory: 1 GiB, workload: kernel-build}
            - {name: still, memory: 1 GiB}
      failures:
        hardware: {crash: {weibull: {shape: 2, mean: 10000 h}}, repair: 2 h, repair-restores: 0 %}
        vmm:
          aging:
            resource:
              capacity: xen-heap-x86-32
              leaks:
                - {leak: xen-hvm-vcpu-context, on: error-paths, error-share: 0.00001 %}
                - {leak: 4 KiB, on: entries, bundle: 2000000, name: enter}
                - {leak: 64 KiB, on: host-rebooted}
                - {leak: 8 KiB, on: guest-migrated}
          repair-restores: 90 %
        guest:
          aging: {stages: [50 h, {exponential: {mean: 60 h}}]}
          speeds: [100 %, 80 %, 50 %]
          crash: 100 h
          repair-restores: {stages: 1}
        service:
          crash: {weibull: {shape: 1.5, mean: 100 h}}
          repair-restores: {share: 50 %, of: last-run}
      policies:
        - name: part
          vmm: {every: 1 week, by: warm-reboot, clears: 70 %}
          guests: {every: 2 days, clears: {stages: 2}}
        - name: never
      study: {horizon: 10 days, replications: 2}
      """;
  private static final String HOST = "hosts: [{name: a, guests: [{name: w, memory: 1 GiB}]}]\n";
  private static final String WORKING =
      "hosts: [{name: a, vmm: {based-on: xen-3.0.0, mode: xen-pv-32, cpu: netburst-xeon-2400},"
          + " guests: [{name: w, memory: 1 GiB, workload: kernel-build}]}]\n";

  @Test
  void partsOfAges_areRead() {
    Scenario scenario = Scenarios.read(EVERY_KEY);
    Failures failures = scenario.failures();
    assertThat(failures.hardware().restores()).isEqualTo(new Share(0, Of.WHOLE_AGE));
    assertThat(failures.vmm().restores()).isEqualTo(new Share(0.9, Of.WHOLE_AGE));
    assertThat(failures.guest().restores()).isEqualTo(new StagesBack(1));
    assertThat(failures.service().restores()).isEqualTo(new Share(0.5, Of.LAST_RUN));
    Policy part = scenario.policyList().get(0);
    assertThat(part.vmmClears()).isEqualTo(new Share(0.7, Of.WHOLE_AGE));
    assertThat(part.guestClears()).isEqualTo(new StagesBack(2));
    assertThat(scenario.policyList().get(1).vmmClears().full()).isTrue();
    assertThat(((Aging.Stages) failures.guest().aging()).speeds()).containsExactly(1.0, 0.8, 0.5);
  }

  @Test
  void leaksByUse_areRead() {
    List<Leak> leaks =
        Scenarios.read(EVERY_KEY).failures().vmm().aging().resource().orElseThrow().leaks();
    // 12 MiB / 10,000 / 8 KiB is less than one event
    Use errors = (Use) leaks.get(0).on();
    assertThat(errors.kind()).isEqualTo(Use.Kind.ERROR_PATHS);
    assertThat(errors.errorShare()).isCloseTo(1e-7, within(1e-20));
    assertThat(errors.bundle()).isEqualTo(OptionalInt.of(1));
    assertThat(leaks.get(1).on())
        .isEqualTo(new Use(Use.Kind.ENTRIES, 1, OptionalInt.of(2_000_000)));
    assertThat(leaks).extracting(Leak::on).contains(Own.HOST_REBOOTED, Own.GUEST_MIGRATED);
  }

  @Test
  void everyKey_runs_andItsOutagesAddUp() {
    StudyResult result = Scenarios.run(Scenarios.read(EVERY_KEY), 1);
    assertThat(result.policies()).hasSize(2);
  }

  @Test
  void explanation_saysWhatIsClearedAndHowOftenTheVmmIsUsed() {
    List<String> lines =
        Explanation.of(Scenarios.read(EVERY_KEY))
            .lines()
            .map(line -> line.strip().replaceAll(" +", " "))
            .toList();
    assertThat(lines)
        .contains(
            "hardware.repair-restores 0 % of the whole age given",
            "vmm.repair-restores 90 % of the whole age given",
            "guest.repair-restores one stage given",
            "service.repair-restores 50 % of the last run given",
            "guest.speeds 100 %, 80 %, 50 % given")
        .anyMatch(line -> line.endsWith("by warm-reboot, which clears 70 % of the whole age given"))
        .anyMatch(line -> line.startsWith("enter host still entries 0"))
        .anyMatch(
            line ->
                line.startsWith("enter host web entries ")
                    && line.contains("kernel-build in xen-pv-32 on netburst-xeon-2400, 0."))
        .anyMatch(line -> line.contains("0.00001 % of entries, by error paths"));
  }

  static Stream<Arguments> texts() {
    String never = "policies: [{name: p}]";
    String heap =
        "failures: {vmm: {aging: {resource: {capacity: 1 MiB, leaks: [%s]}}%s}}\n" + never;
    String hazard = "failures: {vmm: {crash: {weibull: {shape: 2, mean: 9 h}}%s}}\n";
    String policy = "policies: [{name: p, vmm: {every: 1 h, by: warm-reboot, %s}}]";
    String stages = "failures: {vmm: {aging: {stages: [1 h, 1 h]}, crash: 1 h, %s}}\n" + never;
    return Stream.of(
        arguments(
            "hosts: [{name: a, self-virtualization: {virtual-overhead: 5 %, native-tax: 1 %,"
                + " switch: {attach: 4 s, detach: 2 s}, update: {every: 1 h, lasts: 1 min}}}]\n"
                + hazard.formatted(", repair-restores: 50 %")
                + "policies: [{name: p, mode: when-needed}]",
            "with a host that virtualizes itself"),
        arguments(
            HOST + heap.formatted("{leak: 1 KiB, on: hypercalls}", ""),
            "guests with a \"workload\" that has hypercalls"),
        arguments(
            WORKING + heap.formatted("{leak: 1 KiB, on: error-paths}", ""),
            "\"error-share: 0.001 %\""),
        arguments(
            WORKING + heap.formatted("{leak: 1 KiB, on: entries, error-share: 1 %}", ""),
            "no \"error-share\" but with"),
        arguments(
            WORKING + heap.formatted("{leak: 1 KiB, on: entry}", ""),
            "write one of domain-created"),
        arguments(
            WORKING + heap.formatted("{leak: 1 KiB, on: entries, bundle: 10}", ""),
            "at least 1 s between two bundles of the leak \"entries\""),
        arguments(
            HOST + heap.formatted("{leak: 1 KiB, on: domain-created}", ", repair-restores: 0 %"),
            "crash again at once"),
        arguments(
            HOST + "failures: {vmm: {crash: 9 h, repair-restores: 50 %}}\n" + never,
            "100 % where \"crash\" has a longest delay"),
        arguments(
            HOST + hazard.formatted(", repair-restores: {stages: 1}") + never,
            "that only with aging in stages"),
        arguments(
            HOST + hazard.formatted(", repair-restores: {stages: 1, share: 5 %}") + never,
            "one of the keys share or stages"),
        arguments(HOST + hazard.formatted(", repair-restores: 120 %") + never, "100 %"),
        arguments(
            HOST + hazard.formatted("") + policy.formatted("clears: {stages: 1}"),
            "such a \"clears\""),
        arguments(
            HOST + hazard.formatted("") + policy.formatted("clears: {share: 5 %, of: last run}"),
            "did you mean \"last-run\"?"),
        arguments(HOST + stages.formatted("speeds: [100 %, 50 %]"), "3 speeds that never rise"),
        arguments(HOST + stages.formatted("speeds: [100 %, 50 %, 60 %]"), "never rise"),
        arguments(
            HOST + hazard.formatted(", speeds: [50 %]") + never, "\"speeds\" only with stages"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void meaninglessText_isRefused_sayingWhy(String keys, String why) {
    Problems problems = new Problems();
    SourceFile file =
        new SourceFile("x.yaml", "hebe: 1\nname: x\n" + keys + "\nstudy: {horizon: 1 day}\n");
    assertThat(new ScenarioReader(Scenarios.CATALOG).read(file, problems)).isEmpty();
    assertThat(problems.list()).hasSize(1);
    assertThat(problems.list().stream().map(Problem::toString))
        .allMatch(line -> line.contains(why));
  }
}
