package hebe.scenarios.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hebe.models.client.ConnectionKind;
import hebe.models.client.Logging;
import hebe.models.client.OpenConnections;
import hebe.models.client.Population;
import hebe.models.client.Protection;
import hebe.models.client.Recovery;
import hebe.models.connection.tcp.Stack;
import hebe.models.connection.wrap.DownPolicy;
import hebe.scenarios.read.Located;
import hebe.scenarios.read.Problems;
import hebe.scenarios.read.SourceFile;
import hebe.sim.law.Deterministic;
import hebe.sim.law.Uniform;
import hebe.sim.result.Metric;
import hebe.sim.result.PolicyResult;
import hebe.sim.result.StudyResult;
import hebe.sim.stat.Estimate;
import hebe.sim.study.ReplicationStore;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clients from the scenario to the results. */
class ClientScenarioTest {
  static final String EVERY_KEY =
      """
      hebe: 1
      name: Clients
      hosts:
        - name: host
          vmm: {based-on: xen-3.0.0, mode: xen-pv-32, cpu: netburst-xeon-2400}
          guests: [{name: web, count: 2, memory: 1 GiB, workload: web-serving}, {name: ftp, memory: 1 GiB}]
      clients:
        - name: browsers
          guests: web
          open: {poisson: {arrivals: 10 /s, lasting: 60 s}}
          connections: {request-response: 60 %, idle: 40 %}
          stack: windows
          delay: 10 ms
          timeout: 30 s
          think: 5 s
          response: 1 s
          keepalive: {idle: 60 s, every: 5 s, probes: 4}
        - name: mirrors
          guests: ftp
          open: {uniform-number: {from: 5, to: 7}}
          connections: {upload: 25 %, download: 75 %}
          delay: 1 ms
          rto: 0.5 s
          keepalive: true
          write-every: 100 ms
          upload-rate: 1 MiB/s
        - {name: others, guests: ftp, open: {geometric: {mean: 3}}, connections: idle, delay: 1 ms}
      failures:
        guest: {crash: {exponential: {mean: 100 h}}, detection: 10 s}
        vmm: {crash: {exponential: {mean: 1000 h}}, detection: 10 s}
      policies:
        - {name: plain}
        - name: cold
          ft-tcp:
            recovery: {cold-restart: {replay: 2 s}}
            upgrade: 1 s
            while-down: logged-open
            buffer: 1 MiB
            log: {at: vmm, fails: 1 %}
            connection-rebuild: 75 us
            logging-overhead: 3 %
        - name: hot
          ft-tcp: {recovery: {hot-backup: {take-over: {uniform: {low: 1 s, high: 2 s}}, lag: 50 ms}}}
        - name: checkpoints
          ft-tcp:
            recovery: {checkpoint: {restore: 1 s, every: 100 ms, speed: 2}}
            logging-overhead: {loads: {web: proxy}, batch: 4}
      study: {horizon: 1 year, replications: 4, seed: 1}
      """;

  private final Scenario scenario = Scenarios.read(EVERY_KEY);

  private Population clients(int number) {
    return scenario.clients().get(number).value();
  }

  @Test
  void clients_areRead() {
    Population browsers = clients(0);
    assertThat(browsers.open()).isEqualTo(new OpenConnections.Poisson(10, 60));
    assertThat(browsers.shares())
        .containsEntry(ConnectionKind.REQUEST_RESPONSE, 0.6)
        .containsEntry(ConnectionKind.IDLE, 0.4);
    assertThat(browsers.stack().keepAlive()).contains(new Stack.KeepAlive(60, 5, 4));
    assertThat(browsers.habits())
        .isEqualTo(new Population.Habits(5, 1, 0, Double.POSITIVE_INFINITY, 30));
    // The floor of this stack, above a round trip of 20 ms.
    assertThat(browsers.rtoSeconds()).isEqualTo(0.3);
    assertThat(clients(1).open()).isEqualTo(new OpenConnections.Uniform(5, 7));
    assertThat(clients(1).rtoSeconds()).isEqualTo(0.5);
    assertThat(clients(1).habits())
        .isEqualTo(new Population.Habits(10, 0.1, 0.1, 1 << 20, Double.POSITIVE_INFINITY));
    assertThat(clients(1).stack().keepAlive()).contains(new Stack.KeepAlive(7200, 75, 9));
    assertThat(clients(2).open()).isEqualTo(new OpenConnections.Geometric(3));
    // Linux: round trip + 0.2 s.
    assertThat(clients(2).rtoSeconds()).isCloseTo(0.202, within(1e-12));
  }

  @Test
  void protections_areRead() {
    List<Protection> protections =
        scenario.policies().stream().map(Located::value).map(p -> p.protection()).toList();
    assertThat(protections.get(0)).isEqualTo(new Protection.PlainTcp());
    Protection.FtTcp cold = (Protection.FtTcp) protections.get(1);
    assertThat(cold.recovery()).isEqualTo(new Recovery.ColdRestart(new Deterministic(2)));
    assertThat(cold.upgrade()).contains(new Deterministic(1));
    assertThat(cold.whileDown()).isEqualTo(DownPolicy.LOGGED_OPEN);
    assertThat(cold.bufferBytes()).isEqualTo(1 << 20);
    assertThat(cold.log()).isEqualTo(new Protection.Log(Protection.Place.VMM, 0.01));
    assertThat(cold.connectionSeconds()).isCloseTo(75e-6, within(1e-18));
    assertThat(cold.logging()).isEqualTo(new Logging.Given(0.03));
    Protection.FtTcp hot = (Protection.FtTcp) protections.get(2);
    assertThat(hot.recovery()).isEqualTo(new Recovery.HotBackup(new Uniform(1, 2), 0.05));
    // Defaults: the wrap logs and shuts the window; 10 us measured.
    assertThat(hot.whileDown()).isEqualTo(DownPolicy.LOGGED_ZERO_WINDOW);
    assertThat(hot.connectionSeconds()).isCloseTo(10e-6, within(1e-18));
    assertThat(((Protection.FtTcp) protections.get(3)).recovery())
        .isEqualTo(new Recovery.FromCheckpoint(new Deterministic(1), 0.1, 2));
  }

  @Test
  void study_withClients_isTheSameForAnyNumberOfThreads() {
    StudyResult one = run(1);
    assertThat(run(3).policies().stream().map(PolicyResult::metrics).toList())
        .isEqualTo(one.policies().stream().map(PolicyResult::metrics).toList());
    Map<String, Double> lost = new java.util.TreeMap<>();
    for (PolicyResult policy : one.policies()) {
      for (Metric metric : policy.metrics()) {
        if (metric.id().name().equals("connections-lost-per-year")
            && metric.id().subject().equals("web")
            && metric.id().cause().equals(java.util.Optional.of("guest-crash"))) {
          lost.put(policy.policy(), ((Estimate.Interval) metric.estimate()).mean());
        }
      }
    }
    // About 87 crashes a year with 600 connections each; the log fails in one of 100.
    assertThat(lost.get("plain")).isBetween(40_000.0, 65_000.0);
    assertThat(lost.get("cold")).isCloseTo(0.01 * lost.get("plain"), within(1e-6));
    assertThat(lost.get("hot")).isZero();
  }

  private StudyResult run(int threads) {
    return new StudyRun(scenario, threads, ReplicationStore.none(), () -> {}).run(List.of());
  }

  @Test
  void capacity_withLogging_isLessByItsCost() {
    Scenario working =
        Scenarios.read(
            """
            hebe: 1
            name: Working
            hosts:
              - name: host
                vmm: {based-on: xen-3.0.0, mode: xen-pv-32, cpu: netburst-xeon-2400}
                guests: [{name: web, memory: 1 GiB, workload: web-serving}]
            clients: [{name: c, guests: web, open: 10, connections: upload, delay: 1 ms}]
            policies:
              - {name: plain}
              - name: computed
                ft-tcp: {recovery: {cold-restart: {}}, logging-overhead: {loads: {web: proxy}, batch: 4}}
              - name: given
                ft-tcp: {recovery: {cold-restart: {}}, logging-overhead: 10 %}
            study: {horizon: 1 day, replications: 1}
            """);
    Map<String, Double> capacity = new java.util.TreeMap<>();
    StudyResult result = new StudyRun(working, 1, ReplicationStore.none(), () -> {}).run(List.of());
    for (PolicyResult policy : result.policies()) {
      for (Metric metric : policy.metrics()) {
        if (metric.id().name().equals("capacity") && metric.id().subject().equals("web")) {
          capacity.put(policy.policy(), ((Estimate.Deterministic) metric.estimate()).mean());
        }
      }
    }
    assertThat(capacity.get("given")).isCloseTo(0.9 * capacity.get("plain"), within(1e-12));
    Logging.Computed logging =
        (Logging.Computed) working.policyList().get(1).protection().logging();
    double share = logging.share("web", working.datacenter().hosts().get(0).execution());
    assertThat(share).isBetween(1e-4, 0.1);
    assertThat(capacity.get("computed"))
        .isCloseTo((1 - share) * capacity.get("plain"), within(1e-12));
    assertThat(Explanation.of(working)).contains("What logging costs the guests");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "vmm: xen-3.0.0 | got none",
        "vmm: {based-on: xen-3.0.0, mode: xen-pv-32, cpu: netburst-xeon-2400} | got no workload"
      })
  void costsOfLogging_thatNobodyCanCompute_areRefused(String vmm, String got) {
    Problems problems = new Problems();
    String text =
        """
        hebe: 1
        name: Free
        hosts: [{name: host, %s, guests: [{name: web, memory: 1 GiB}]}]
        clients: [{name: c, guests: web, open: 10, connections: upload, delay: 1 ms}]
        policies: [{name: p, ft-tcp: {recovery: {cold-restart: {}}, logging-overhead: {loads: {web: proxy}}}}]
        study: {horizon: 1 day, replications: 1}
        """
            .formatted(vmm);
    new ScenarioReader(Scenarios.CATALOG).read(new SourceFile("x.yaml", text), problems);
    assertThat(problems.list()).hasSize(1);
    assertThat(problems.list().get(0).toString())
        .contains(
            "x.yaml:5:12 policies[0]: expected \"mode\" and \"cpu\" of host \"host\" and a"
                + " \"workload\" of guests \"web\"",
            got,
            "or write \"logging-overhead\" as a share");
  }

  @Test
  void explanation_saysWhatOutagesMean() {
    String text = Explanation.of(scenario);
    // Five tries of 0.3 s, doubled: the last at 9.3 s; after 18.9 s it gives up.
    assertThat(text).contains("9.3").contains("18.9");
    assertThat(text).contains("What an outage means for browsers under plain TCP");
    assertThat(text).contains("What an outage means for mirrors under policy hot");
  }

  @Test
  void explanation_listsEveryValueOfFtTcp() {
    String text = Explanation.of(scenario);
    assertThat(text)
        .containsPattern("cold +replay +.*2.* +given")
        .containsPattern("cold +upgrade +.*1.* +given")
        .containsPattern("cold +while-down +logged-open +given")
        .containsPattern("cold +buffer +1048576 bytes +given")
        .containsPattern("cold +log at +vmm +given")
        .containsPattern("cold +log fails +1 % +given")
        .containsPattern("cold +connection-rebuild +0.000075 s +given")
        .containsPattern("cold +logging share +3 % +given")
        .containsPattern("hot +lag +0.05 s +given")
        .containsPattern("hot +upgrade +recovered like a failed one +default")
        .containsPattern("hot +while-down +logged-zero-window +default")
        .containsPattern("hot +log at +driver-domain +default")
        // 10 us in 9 to 11 us, measured
        .containsPattern(
            "hot +connection-rebuild +0.00001 s +0.000009 s .. 0.000011 s +default: measured")
        .containsPattern("checkpoints +checkpoint every +0.1 s +given")
        .containsPattern("checkpoints +replay speed +2 s per second +given")
        .containsPattern("checkpoints +load of web +proxy; its share below +given");
  }

  @Test
  void exactStudy_hasNoValuesOfClients_andSaysWhy() {
    Scenario small =
        Scenarios.read(
            """
            hebe: 1
            name: Small
            hosts: [{name: host, guests: [{name: web, memory: 1 GiB}]}]
            clients: [{name: c, guests: web, open: 10, connections: upload, delay: 1 ms}]
            failures:
              guest: {crash: {exponential: {mean: 100 h}}, detection: {exponential: {mean: 1 h}}, repair: {exponential: {mean: 1 h}}}
            policies: [{name: none}]
            study: {horizon: 1 year, replications: 2}
            """);
    ExactStudy exact = ExactStudy.of(small, 1000);
    assertThat(exact.refused()).isEmpty();
    assertThat(exact.overHorizon().get("none").values().keySet())
        .extracting(id -> id.name())
        .contains("availability")
        .doesNotContain("client-availability");
    assertThat(String.join("\n", exact.gaps())).contains("no exact values of what clients see");
  }
}
