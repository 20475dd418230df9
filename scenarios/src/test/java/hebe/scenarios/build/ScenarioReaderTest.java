package hebe.scenarios.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hebe.models.catalog.Parameter;
import hebe.models.failure.LayerFailures;
import hebe.models.fleet.GuestGroup;
import hebe.models.fleet.HostGroup;
import hebe.models.load.Execution;
import hebe.models.outage.Costs;
import hebe.models.policy.Policy;
import hebe.models.policy.RejuvenationPolicy.AfterAging;
import hebe.models.policy.RejuvenationPolicy.Clock;
import hebe.models.policy.RejuvenationPolicy.Never;
import hebe.models.policy.RejuvenationPolicy.Periodic;
import hebe.models.recovery.Mechanism;
import hebe.models.timing.Bounds;
import hebe.models.timing.HostClock;
import hebe.models.timing.Mode;
import hebe.models.timing.TrapEvent;
import hebe.models.timing.Workload;
import hebe.scenarios.read.JsonSchema;
import hebe.sim.law.Deterministic;
import hebe.sim.law.Empirical;
import hebe.sim.law.Erlang;
import hebe.sim.law.Exponential;
import hebe.sim.law.Gamma;
import hebe.sim.law.Hyperexponential;
import hebe.sim.law.Hypoexponential;
import hebe.sim.law.LogNormal;
import hebe.sim.law.Uniform;
import hebe.sim.law.Weibull;
import hebe.sim.result.Sourced;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every key of a scenario ends where it belongs. */
class ScenarioReaderTest {
  private static final String EVERY_KEY =
      """
      hebe: 1
      name: Everything
      description: Every key once.
      hosts:
        - name: big
          count: 3
          hardware: {based-on: modern-2s-1tib, memory: 64 GiB, cores: 8, post: 2 min, scrub: 0.25 s/GiB, disk-rate: 512 MiB/s, disk-interference: 0.5}
          vmm: {based-on: xen-3.0.0, dom0-memory: 1 GiB, dom0-shutdown: 1 s, vmm-start: 2 s, dom0-boot: 3 s, suspend: 0.5 s/GiB, resume: 4 s, resume-memory: 0.125 s/GiB, mode: xen-pv-32, cpu: netburst-xeon-2400, clock: 3 GHz, slice: 30 ms}
          guests:
            - name: web
              count: 2
              memory: 1.5 GiB
              os: {based-on: linux-2.6.12, shutdown: 5 s, boot: 6 s, boot-disk: 7 s}
              service: {based-on: sshd, start-disk: 8 s, start-cpu: 9 s}
              workload: mail
            - {name: db, memory: 512 MiB, service: jboss}
        - {name: small}
      failures:
        hardware:
          crash: {erlang: {stages: 3, mean: 30 days}}
          detection: {deterministic: {value: 10 s}}
          repair: {hypoexponential: {means: [1 h, 2 h]}}
        vmm:
          aging: {hyperexponential: {branches: [{probability: 25 %, mean: 1 h}, {probability: 75 %, mean: 2 h}]}}
          crash: {weibull: {shape: 2, scale: 100 h}}
          detection: {uniform: {low: 1 s, high: 2 s}}
          repair: {lognormal: {median: 1 h, sigma: 0.5}}
        guest:
          aging: {gamma: {shape: 2, mean: 100 h}}
          crash: {empirical: {values: [3 h, 1 h, 2 h]}}
          detection: 11 s
          repair: 12 s
        service:
          crash: {exponential: {rate: 2 /day}}
          detection: 13 s
          repair: {lognormal: {mean: 1 h, cv: 1}}
      workloads:
        mail: {description: Mail., rates: {hypercall: 1000 /s, page-fault: 2 /min}}
      policies:
        - name: calendar
          vmm: {every: 4 weeks, first: 2 weeks, clock: calendar, stagger: none, by: saved-reboot}
          guests: {every: 1 week, clock: since-renewal, duration: 20 s}
        - name: aged
          vmm: {after-aging: {exponential: {mean: 1 h}}, by: {restart: 30 s}}
          guests: {after-aging: 2 h}
        - {name: none}
      study: {horizon: 2 years, replications: 7, confidence: 90 %, seed: 42, curve-every: 30 days}
      costs:
        currency: EUR
        planned-downtime: 40 /h
        unplanned-downtime: {all: 1000 /h}
        vmm-rejuvenation: 5
        guest-rejuvenation: 0.5
        spare-hosts: {count: 2, each: 100 /year}
      sweep:
        policies.calendar.vmm.every: {from: 1 week, to: 4 weeks, steps: 3, log: true}
      """;

  private final Scenario scenario = Scenarios.read(EVERY_KEY);

  @Test
  void text_saysEveryKeyThereIs() {
    Set<String> declared = new TreeSet<>();
    collect(
        JsonMapper.shared()
            .readTree(JsonSchema.of("Scenario", new ScenarioReader(Scenarios.CATALOG).declared())),
        declared);

    // All events are keys alike; and the values of the alternative `csv` are read by other tests,
    // as
    // it needs a file beside this one.
    declared.removeAll(TrapEvent.labels());
    assertThat(declared).contains("based-on", "after-aging", "weibull", "curve-every");
    String texts =
        EVERY_KEY
            + AgingScenarioTest.EVERY_KEY
            + InPlaceScenarioTest.EVERY_KEY
            + MigrationScenarioTest.EVERY_KEY
            + ClientScenarioTest.EVERY_KEY
            + ModeScenarioTest.EVERY_KEY
            + PageCacheScenarioTest.EVERY_KEY
            + WhenScenarioTest.EVERY_KEY
            + ClearingScenarioTest.EVERY_KEY;
    assertThat(declared).filteredOn(key -> !texts.contains(key + ":")).containsExactly("csv");
  }

  @Test
  void top_isRead() {
    assertThat(scenario.name()).isEqualTo("Everything");
    assertThat(scenario.description()).isEqualTo("Every key once.");
    // 2 * 365 * 86,400 = 63,072,000 s; 30 * 86,400 = 2,592,000 s.
    assertThat(scenario.study()).isEqualTo(new StudySettings(63_072_000, 7, 0.9, 42, 2_592_000));
  }

  @Test
  void workloads_areRead() {
    HostGroup big = scenario.datacenter().hosts().get(0);
    Workload mail = big.guests().get(0).workload().orElseThrow();
    assertThat(mail.name()).isEqualTo("mail");
    assertThat(mail.description()).isEqualTo("Mail.");
    assertThat(mail.perSecond(TrapEvent.HYPERCALL)).isEqualTo(Bounds.exact(1000));
    // 2 / 60 per second.
    assertThat(mail.perSecond(TrapEvent.PAGE_FAULT)).isEqualTo(Bounds.exact(2 / 60.0));
    assertThat(mail.events()).containsExactly(TrapEvent.PAGE_FAULT, TrapEvent.HYPERCALL);
    assertThat(big.guests().get(1).workload()).isEmpty();
    Execution execution = big.execution().orElseThrow();
    assertThat(execution.costs().mode()).isEqualTo(Mode.XEN_PV_32);
    assertThat(execution.costs().microarchitecture().name()).isEqualTo("netburst-xeon-2400");
    assertThat(execution.clock()).isEqualTo(new HostClock(3e9));
    // 900,000 cycles of a switch in 30 ms x 3 GHz.
    assertThat(execution.switchLoss().value()).isEqualTo(0.01);
    assertThat(scenario.datacenter().hosts().get(1).execution()).isEmpty();
  }

  @Test
  void costs_areRead() {
    Costs costs = scenario.costs().orElseThrow().value();

    assertThat(costs.unitPerYear()).isEqualTo("EUR/year");
    assertThat(costs.plannedPerSecond()).isEqualTo(Map.of("all", 40 / 3600.0));
    assertThat(costs.unplannedPerSecond()).isEqualTo(Map.of("all", 1000 / 3600.0));
    assertThat(costs.perVmmRejuvenation()).isEqualTo(5);
    assertThat(costs.perGuestRejuvenation()).isEqualTo(0.5);
    // Two at 100 a year each.
    assertThat(costs.sparesPerYear()).isCloseTo(200, within(1e-9));
  }

  @Test
  void hosts_areRead() {
    HostGroup big = scenario.datacenter().hosts().get(0);
    HostGroup small = scenario.datacenter().hosts().get(1);

    assertThat(big.name()).isEqualTo("big");
    assertThat(big.count()).isEqualTo(3);
    assertThat(big.hardware().name()).isEqualTo("modern-2s-1tib");
    assertThat(values(big.hardware(), Parameter.Kind.HARDWARE))
        .containsExactly(64.0, 8.0, 120.0, 0.25, 512.0, 0.5);
    assertThat(values(big.vmm(), Parameter.Kind.VMM))
        .containsExactly(1024.0, 1.0, 2.0, 3.0, 0.5, 4.0, 0.125);
    assertThat(small)
        .isEqualTo(
            new HostGroup(
                "small",
                1,
                Scenarios.CATALOG.profile(Parameter.Kind.HARDWARE, "opteron-280-2006"),
                Scenarios.CATALOG.profile(Parameter.Kind.VMM, "xen-3.0.0"),
                List.of()));
  }

  @Test
  void guests_areRead() {
    List<GuestGroup> guests = scenario.datacenter().hosts().get(0).guests();
    GuestGroup web = guests.get(0);

    assertThat(web.name()).isEqualTo("web");
    assertThat(web.count()).isEqualTo(2);
    assertThat(web.memoryGib()).isEqualTo(1.5);
    assertThat(values(web.os(), Parameter.Kind.OS)).containsExactly(5.0, 6.0, 7.0);
    assertThat(web.service().name()).isEqualTo("sshd");
    assertThat(values(web.service(), Parameter.Kind.SERVICE)).containsExactly(8.0, 9.0);
    assertThat(guests.get(1))
        .isEqualTo(
            new GuestGroup(
                "db",
                1,
                0.5,
                Scenarios.CATALOG.profile(Parameter.Kind.OS, "linux-2.6.12"),
                Scenarios.CATALOG.profile(Parameter.Kind.SERVICE, "jboss")));
  }

  @Test
  void failures_areRead() {
    assertThat(scenario.failures().hardware())
        .isEqualTo(
            new LayerFailures(
                Optional.empty(),
                Optional.of(new Erlang(3, 2_592_000)),
                new Deterministic(10),
                Optional.of(new Hypoexponential(List.of(3600.0, 7200.0)))));
    assertThat(scenario.failures().vmm())
        .isEqualTo(
            new LayerFailures(
                Optional.of(
                    new Hyperexponential(
                        List.of(
                            new Hyperexponential.Branch(0.25, 3600),
                            new Hyperexponential.Branch(0.75, 7200)))),
                Optional.of(new Weibull(2, 360_000)),
                new Uniform(1, 2),
                Optional.of(new LogNormal(3600, 0.5))));
    assertThat(scenario.failures().guest())
        .isEqualTo(
            new LayerFailures(
                Optional.of(Gamma.ofMean(2, 360_000)),
                Optional.of(new Empirical(List.of(3600.0, 7200.0, 10_800.0))),
                new Deterministic(11),
                Optional.of(new Deterministic(12))));
    assertThat(scenario.failures().service())
        .isEqualTo(
            new LayerFailures(
                Optional.empty(),
                // Two a day: one in 43,200 s on average.
                Optional.of(new Exponential(43_200)),
                new Deterministic(13),
                Optional.of(LogNormal.ofMeanAndCv(3600, 1))));
  }

  @Test
  void policies_areRead() {
    // A week has 604,800 s.
    assertThat(scenario.policyList())
        .containsExactly(
            new Policy(
                "calendar",
                new Periodic(2_419_200, OptionalDouble.of(1_209_600), Clock.CALENDAR, false),
                Mechanism.Reboot.SAVED,
                new Periodic(604_800, OptionalDouble.empty(), Clock.SINCE_RENEWAL, false),
                Optional.of(new Deterministic(20))),
            new Policy(
                "aged",
                new AfterAging(new Exponential(3600)),
                new Mechanism.Restart(new Deterministic(30)),
                new AfterAging(new Deterministic(7200)),
                Optional.empty()),
            new Policy("none", new Never(), Mechanism.Reboot.COLD, new Never(), Optional.empty()));
  }

  @Test
  void leftOutKeys_haveTheirDefaults() {
    Scenario least =
        Scenarios.read(
            """
            hebe: 1
            name: Least
            hosts: [{name: a, guests: [{name: b, memory: 1 GiB}]}]
            policies: [{name: p, guests: {every: 1 week}}]
            """);

    assertThat(least.description()).isEqualTo("no description");
    assertThat(least.failures()).isEqualTo(hebe.models.failure.Failures.none());
    // Ten years are 315,360,000 s; a fiftieth of them is 6,307,200 s.
    assertThat(least.study()).isEqualTo(new StudySettings(315_360_000, 20, 0.95, 1, 6_307_200));
    assertThat(least.datacenter().hosts().get(0).guests().get(0).service().name())
        .isEqualTo("none");
    assertThat(least.policyList().get(0).guestWhen())
        .isEqualTo(new Periodic(604_800, OptionalDouble.empty(), Clock.CALENDAR, true));
  }

  @Test
  void replacedValues_areExplainedWithTheirPlaces() {
    List<String> lines = Explanation.of(scenario).lines().map(ScenarioReaderTest::spaced).toList();

    int column = EVERY_KEY.lines().toList().get(6).indexOf("2 min") + 1;
    assertThat(lines)
        .contains(
            "big.hardware.post 120 s given x.yaml:7:" + column + " hosts[0].hardware.post",
            "big.count 3 count given scenario",
            "web.memory 1.5 GiB given scenario")
        .anyMatch(line -> line.startsWith("small.hardware.post 47 s catalog recalled, unverified"));
    assertThat(scenario.datacenter().hosts().get(0).hardware().values().get(Parameter.POST))
        .isEqualTo(Sourced.given(120, "s", "x.yaml:7:" + column + " hosts[0].hardware.post"));
  }

  @Test
  void lawsAndPolicies_areExplained() {
    List<String> lines = Explanation.of(scenario).lines().map(ScenarioReaderTest::spaced).toList();

    assertThat(lines)
        .contains(
            "hardware.crash Erlang, 3 stages, mean 30 d given",
            "guest.detection always 11 s given",
            "policy calendar: VMM every 2419200 s (28 days) by the calendar,"
                + " first at 1209600 s (14 days) by saved-reboot given",
            "policy calendar: guests every 604800 s (7 days) since the last fresh start,"
                + " each taking: always 20 s given",
            "policy aged: VMM after becoming failure-probable: exponential, mean 60 min"
                + " by restart: always 30 s given",
            "policy none: VMM never default",
            "policy none: guests never default",
            "horizon 63072000 s (2 years)",
            "confidence 90 %",
            // 14 + 47 + 11 + 0.485 * (12 - 0.5) + 26.4225 = 104 s: nothing to save and restore.
            "small: saved-reboot, derived; ready after 104.000 s");
  }

  private static String spaced(String line) {
    return line.strip().replaceAll(" +", " ");
  }

  private static List<Double> values(hebe.models.catalog.Profile profile, Parameter.Kind kind) {
    return Parameter.of(kind).stream().map(profile::get).toList();
  }

  private static void collect(JsonNode schema, Set<String> keys) {
    if (schema.has("properties")) {
      keys.addAll(schema.get("properties").propertyNames());
    }
    schema.forEach(child -> collect(child, keys));
  }
}
