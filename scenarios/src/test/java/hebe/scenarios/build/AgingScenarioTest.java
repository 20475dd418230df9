package hebe.scenarios.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import hebe.models.aging.Aging;
import hebe.models.aging.Leak;
import hebe.models.aging.LeakEvent.Arrivals;
import hebe.models.aging.LeakEvent.Own;
import hebe.models.aging.LeakPresets;
import hebe.models.aging.Resource;
import hebe.models.aging.Resource.Level;
import hebe.models.aging.Resource.Unit;
import hebe.models.failure.LayerFailures;
import hebe.models.policy.Degradation;
import hebe.models.policy.RejuvenationPolicy;
import hebe.models.policy.RejuvenationPolicy.AfterCrash;
import hebe.models.policy.RejuvenationPolicy.AtAge;
import hebe.models.policy.RejuvenationPolicy.OnInspection;
import hebe.models.policy.RejuvenationPolicy.Waiting;
import hebe.models.policy.RejuvenationPolicy.WhenDegraded;
import hebe.models.policy.Wait;
import hebe.models.policy.Window;
import hebe.scenarios.read.Problem;
import hebe.scenarios.read.Problems;
import hebe.scenarios.read.SourceFile;
import hebe.sim.law.Deterministic;
import hebe.sim.law.Exponential;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Aging and what to do about it, as scenarios say it. */
class AgingScenarioTest {
  static final String EVERY_KEY =
      """
      hebe: 1
      name: Aging
      hosts:
        - {name: host, guests: [{name: web, count: 2, memory: 1 GiB}]}
      failures:
        vmm:
          aging:
            resource:
              capacity: xen-heap-x86-64
              leaks:
                - {leak: xen-svm-vcpu, times: 2}
                - {leak: 12 KiB, on: domain-created, name: structures}
                - {leak: xen-hvm-vcpu-context, every: {exponential: {mean: 1 min}}, bundle: 10}
              crash-below: 10 %
              slow: [{below: 30 %, speed: 80 %}, {below: 20 %, speed: 50 %}]
          crash: {exponential: {mean: 9 h}}
        guest:
          aging: {stages: [50 h, {exponential: {mean: 60 h}}]}
          crash: 100 h
        service:
          crash: {exponential: {mean: 100 h}}
      policies:
        - name: age
          vmm: {at-age: 2 weeks, window: {open: [nights, {every: 1 week, from: 5 days, for: 2 days}], closed: [{every: 1 year, from: 350 days, for: 15 days}]}, by: warm-reboot}
          guests: {at-age: 1 week, wait-for-repair: 1 day}
        - name: low
          vmm: {when-free-below: 20 %, by: cold-reboot}
          guests: {inspect: {every: 1 day, stage: 2, detection: 95 %, false-alarm: 1 %}}
        - name: look
          vmm: {inspect: {every: 2 days, free-below: 25 %}, by: warm-reboot}
        - name: reactive
          vmm: {after-crash: guest, by: saved-reboot}
          guests: {after-crash: service}
      study: {horizon: 10 days, replications: 2}
      """;

  private static final double DAY = 86_400;
  private static final String HOST = "hosts: [{name: a, guests: [{name: w, memory: 1 GiB}]}]\n";

  @Test
  void resources_areRead() {
    LeakPresets presets = LeakPresets.load();
    Scenario scenario = Scenarios.read(EVERY_KEY);
    // 16 MiB; 2 x 4 KiB, 12 KiB, 8 KiB
    assertThat(scenario.failures().vmm())
        .isEqualTo(
            new LayerFailures(
                new Resource(
                    16_777_216,
                    Unit.BYTES,
                    List.of(
                        new Leak(
                            "xen-svm-vcpu",
                            Own.DOMAIN_DESTROYED,
                            8192,
                            Optional.of(presets.named("xen-svm-vcpu"))),
                        new Leak("structures", Own.DOMAIN_CREATED, 12_288, Optional.empty()),
                        new Leak(
                            "xen-hvm-vcpu-context",
                            new Arrivals(new Exponential(60), 10),
                            8192,
                            Optional.of(presets.named("xen-hvm-vcpu-context")))),
                    OptionalDouble.of(0.1),
                    List.of(new Level(0.3, 0.8), new Level(0.2, 0.5)),
                    Optional.of(presets.named("xen-heap-x86-64"))),
                Optional.of(new Exponential(32_400)),
                new Deterministic(0),
                Optional.empty()));
  }

  @Test
  void resourceOfThings_isCountedWithoutAUnit() {
    Scenario scenario =
        Scenarios.read(
            text(
                "failures: {guest: {aging: {resource: {count: 1024, leaks: [{count: 4, times: 2, on: service-restarted}]}}}}\npolicies: [{name: p}]"));
    assertThat(scenario.failures().guest().aging())
        .isEqualTo(
            new Resource(
                1024,
                Unit.COUNT,
                List.of(new Leak("service-restarted", Own.SERVICE_RESTARTED, 8, Optional.empty())),
                OptionalDouble.empty(),
                List.of(),
                Optional.empty()));
  }

  @Test
  void policies_areRead() {
    Scenario scenario = Scenarios.read(EVERY_KEY);
    Window window =
        new Window(
            List.of(
                new Window.Span(DAY, 79_200, 28_800), new Window.Span(7 * DAY, 5 * DAY, 2 * DAY)),
            List.of(new Window.Span(365 * DAY, 350 * DAY, 15 * DAY)));
    assertThat(scenario.policyList())
        .flatExtracting(policy -> List.of(policy.vmmWhen(), policy.guestWhen()))
        .containsExactly(
            new Waiting(new AtAge(14 * DAY), List.of(new Wait.Opening(window))),
            new Waiting(new AtAge(7 * DAY), List.of(new Wait.Repair(DAY))),
            new WhenDegraded(new Degradation.FreeBelow(0.2)),
            new OnInspection(DAY, new Degradation.Stage(2), 0.95, 0.01),
            new OnInspection(2 * DAY, new Degradation.FreeBelow(0.25), 1, 0),
            new RejuvenationPolicy.Never(),
            new AfterCrash(),
            new AfterCrash());
  }

  @Test
  void everyPolicy_runs_andItsOutagesAddUp() {
    // a replication checks that downtimes by cause add up to downtime
    assertThat(Scenarios.run(Scenarios.read(EVERY_KEY), 2).policies()).hasSize(4);
  }

  @Test
  void explanation_saysEveryLeakAndWhen() {
    List<String> lines =
        Explanation.of(Scenarios.read(EVERY_KEY))
            .lines()
            .map(line -> line.strip().replaceAll(" +", " "))
            .toList();
    assertThat(lines)
        .contains(
            "vmm.aging leak structures 12 KiB at every event domain-created given",
            "vmm.aging slow below 30 % 80 % given",
            "vmm.aging crash-below 10 % given",
            "guest.aging stage 1 exponential, mean 2.5 d given",
            "policy low: guests if an inspection every 86400 s (24 h) says: in stage 2 or later"
                + " (found with 95 %, false alarms 1 %) given")
        .anyMatch(line -> line.startsWith("vmm.aging capacity 16384 KiB, counted as 4096 times 4"))
        .anyMatch(line -> line.contains("taken 10 at once, Erlang, 10 stages, mean 10 min"));
  }

  @Test
  void stages_areRead_withOneCrashLawOrOneForEach() {
    assertThat(vmm("aging: {stages: [1 h, {exponential: {mean: 2 h}}]}, crash: 3 h").aging())
        .isEqualTo(
            new Aging.Stages(
                List.of(
                    new Aging.Stage(new Deterministic(3600), Optional.empty()),
                    new Aging.Stage(new Exponential(7200), Optional.empty()))));
    LayerFailures each = vmm("aging: {stages: [1 h, 2 h]}, crash: [4 h, 5 h, 6 h]");
    assertThat(each.aging())
        .isEqualTo(
            new Aging.Stages(
                List.of(
                    new Aging.Stage(
                        new Deterministic(3600), Optional.of(new Deterministic(14_400))),
                    new Aging.Stage(
                        new Deterministic(7200), Optional.of(new Deterministic(18_000))))));
    assertThat(each.crash()).contains(new Deterministic(21_600));
    assertThat(vmm("aging: 1 h, crash: 3 h").aging())
        .isEqualTo(Aging.Stages.of(new Deterministic(3600)));
  }

  private static LayerFailures vmm(String keys) {
    return Scenarios.read(text("failures: {vmm: {" + keys + "}}\npolicies: [{name: p}]"))
        .failures()
        .vmm();
  }

  static Stream<Arguments> texts() {
    String leaks = "failures: {vmm: {aging: {resource: {capacity: 1 MiB, leaks: [%s]}}}}\n";
    String age = "failures: {vmm: {aging: {stages: [1 h, 1 h]}, crash: 1 h}}\n";
    String policy = "policies: [{name: p, vmm: {%s, by: warm-reboot}}]";
    String never = "policies: [{name: p}]";
    return Stream.of(
        arguments("failures: {vmm: {detection: 1 s}}\n" + never, "the key \"crash\", got none"),
        arguments(
            "failures: {vmm: {aging: {stages: [1 h, 1 h]}, crash: [1 h, 1 h]}}\n" + never,
            "one law, or 3, one for each stage"),
        arguments(
            "failures: {vmm: {aging: {stages: [1 h]}, crash: [0 s, 1 h]}}\n" + never,
            "at least 1 s from the fresh start to the crash"),
        arguments(
            "failures: {vmm: {aging: {stags: [1 h]}, crash: 1 h}}\n" + never,
            "did you mean \"stages\"?"),
        arguments(
            "failures: {vmm: {aging: {resource: {capacity: xen-heap-x86, leaks: [{leak: 1 KiB, on: domain-created}]}}}}\n"
                + never,
            "\"xen-heap-x86-32\""),
        arguments(leaks.formatted("{leak: xen-svm-vcp}") + never, "\"xen-svm-vcpu\""),
        arguments(leaks.formatted("{leak: 1 KiB}") + never, "one of the keys on or every"),
        arguments(leaks.formatted("{leak: 1 KiB, every: 1 s}") + never, "the key \"name\""),
        arguments(
            leaks.formatted("{leak: 1 KiB, every: 1 ms, bundle: 100, name: x}") + never,
            "at least 1 s between two bundles, on average, got 0.1 s; write a larger \"bundle\""),
        arguments(
            leaks.formatted("{leak: 1 KiB, on: domain-created, bundle: 2}") + never,
            "no \"bundle\" without \"every\""),
        arguments(
            leaks.formatted("{leak: xen-svm-vcpu, on: domain-created}") + never,
            "the event of the known leak, \"domain-destroyed\""),
        arguments(
            leaks.formatted("{leak: 1 KiB, on: service-restarted}") + never, "domain-destroyed"),
        arguments(
            leaks.formatted("{count: 1, on: domain-created}") + never,
            "\"leak\" in a resource of memory"),
        arguments(
            leaks.formatted("{leak: 1 MiB, on: domain-created}") + never,
            "so many that their boot alone takes what is left before the VMM crashes"),
        arguments(
            leaks.formatted("{leak: 512 KiB, on: domain-created}")
                + policy.formatted("when-free-below: 60 %"),
            "is rejuvenated by policy \"p\""),
        arguments(
            "failures: {vmm: {aging: {resource: {count: 9, leaks: [{count: 1, on: domain-created}], crash-below: 10 %}}}}\n"
                + never,
            "one law of the crash below \"crash-below\""),
        arguments(age + policy.formatted("when-free-below: 20 %"), "a free share only where"),
        arguments(age + policy.formatted("inspect: {every: 1 h, stage: 3}"), "an inspection for a"),
        arguments(
            age + policy.formatted("inspect: {every: 1 h, stage: 1, detection: 0 %}"),
            "a share above 0 %"),
        arguments(age + policy.formatted("after-crash: guest"), "says how a guest crashes"),
        arguments(age + policy.formatted("at-age: 0.5 s"), "at least 1 s"),
        arguments(
            age + policy.formatted("at-age: 1 h, first: 1 h"), "no \"first\" without \"every\""),
        arguments(
            age
                + policy.formatted(
                    "every: 1 h, window: {open: [nights], closed: [{every: 1 day, from: 21 h, for: 10 h}]}"),
            "a window that opens"),
        arguments(
            age + policy.formatted("every: 1 h, window: {open: [night]}"),
            "did you mean \"nights\"?"),
        arguments(age + policy.formatted("every: 1 h, window: {}"), "at least one span of time"),
        arguments(age + policy.formatted("every: 1 h, window: {open: []}"), "an empty \"open\""),
        arguments(
            age + policy.formatted("every: 1 h, window: {open: [nights, nights]}"),
            "the same one twice, as number 1 and 2"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void meaninglessText_isRefused_sayingWhy(String keys, String why) {
    Problems problems = new Problems();
    assertThat(
            new ScenarioReader(Scenarios.CATALOG)
                .read(new SourceFile("x.yaml", text(keys)), problems))
        .isEmpty();
    assertThat(problems.list()).hasSize(1);
    assertThat(problems.list().stream().map(Problem::toString))
        .allMatch(line -> line.contains(why));
  }

  private static String text(String keys) {
    return "hebe: 1\nname: x\n" + HOST + keys + "\nstudy: {horizon: 1 day}\n";
  }
}
