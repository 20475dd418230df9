package hebe.scenarios.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hebe.models.fleet.HostGroup;
import hebe.models.migration.MigrationMode;
import hebe.models.migration.Move;
import hebe.models.migration.QemuLaw;
import hebe.models.migration.WorkingSet;
import hebe.models.recovery.Mechanism.Reboot;
import hebe.models.recovery.Migrate;
import hebe.models.recovery.Migrate.Aborts;
import hebe.models.recovery.Migrate.Back;
import hebe.models.recovery.Migrate.Emptied;
import hebe.models.recovery.Migrate.Otherwise;
import hebe.models.recovery.Migrate.Times;
import hebe.scenarios.read.Problems;
import hebe.scenarios.read.SourceFile;
import hebe.sim.law.Deterministic;
import hebe.sim.law.Exponential;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** The keys of a migration end where they belong, and are refused where they mean nothing. */
class MigrationScenarioTest {
  static final String EVERY_KEY =
      """
      hebe: 1
      name: Every key of a migration
      hosts:
        - name: host
          count: 3
          spares: {count: 2, crash: {exponential: {mean: 30 days}}, repair: 2 h, memory: 8 GiB}
          guests:
            - {name: web, count: 2, memory: 1 GiB, writes: {hot: 32 MiB, slow: 3 MiB/s}}
            - {name: db, memory: 2 GiB}
      policies:
        - name: computed
          vmm:
            every: 4 weeks
            by: migrate
            migration:
              how: hybrid
              law: qemu
              rounds: 2
              link: 10 Gbit/s
              at-once: 2
              restart: quick-reload
              aborts: 5 %
              retries: 2
              retry-after: 5 min
              otherwise: warm-reboot
              return: stay
        - name: given
          vmm:
            every: 4 weeks
            by: migrate
            migration: {times: {copy: 30 s, stop: {exponential: {mean: 1 s}}}, restart: {deterministic: {value: 2 min}}}
        - {name: default, vmm: {every: 4 weeks, by: migrate}}
        - {name: cold, vmm: {every: 4 weeks, by: cold-reboot}}
      costs: {spare-hosts: {each: 1000 /year}}
      study: {horizon: 1 year, replications: 2}
      """;

  @Test
  void everyKey_isRead() {
    Scenario scenario = Scenarios.read(EVERY_KEY);

    Migrate computed = (Migrate) scenario.policyList().get(0).vmmBy();
    assertThat(computed.emptied()).isEqualTo(new Emptied.Rebooted(Reboot.WARM));
    assertThat(computed.aborts()).isEqualTo(new Aborts(0.05, 2, 300, Otherwise.WARM_REBOOT));
    assertThat(computed.back()).isEqualTo(Back.STAY);
    Move move = ((Times.Computed) computed.times()).move();
    assertThat(move.mode()).contains(MigrationMode.HYBRID);
    assertThat(move.law()).isInstanceOf(QemuLaw.class);
    assertThat(move.hybridRounds()).isEqualTo(2);
    assertThat(move.bitsPerSecond()).isCloseTo(1e10, within(1.0));
    assertThat(move.atOnce()).isEqualTo(2);
    assertThat(scenario.policyList().get(1).vmmBy())
        .isEqualTo(
            new Migrate(
                new Times.Given(new Deterministic(30), new Exponential(1)),
                new Emptied.Lasting(new Deterministic(120)),
                new Aborts(0, 3, 60, Otherwise.GIVE_UP),
                Back.HOME));
  }

  @Test
  void hostAndGuests_areRead() {
    HostGroup host = Scenarios.read(EVERY_KEY).datacenter().hosts().get(0);

    assertThat(host.spares())
        .contains(
            new hebe.models.fleet.Spares(
                2,
                Optional.of(new Exponential(30 * 86_400)),
                new Deterministic(7200),
                OptionalDouble.of(8)));
    WorkingSet web = (WorkingSet) host.guests().get(0).memory().writes();
    assertThat(web.hotBytes()).isEqualTo(32 * 0x1p20);
    assertThat(web.slowBytesPerSecond()).isEqualTo(3 * 0x1p20);
    // Without "writes" the share of SPECweb99: 18 of 800 MB.
    WorkingSet db = (WorkingSet) host.guests().get(1).memory().writes();
    assertThat(db.hotBytes()).isCloseTo(2 * 0x1p30 * 18 / 800, within(1.0));
  }

  @Test
  void hostWithoutSpares_underAPolicyThatMigrates_isRefused() {
    assertThat(
            problems(
                "hosts: [{name: a}]", "policies: [{name: m, vmm: {every: 1 week, by: migrate}}]"))
        .containsExactly("\"spares\" where the policy \"m\" migrates, got a host without");
  }

  @Test
  void hostThatVirtualizesItself_hasNoUseForSpares() {
    String self =
        "{name: s, %sself-virtualization: {virtual-overhead: 5 %%, switch: {attach: 4 s, detach: 2 s}}}";
    String migrates = "policies: [{name: m, vmm: {every: 1 week, by: migrate}}]";

    assertThat(problems("hosts: [" + self.formatted("") + "]", migrates))
        .containsExactly(
            "\"vmm\" only where a host always runs its VMM, got hosts with"
                + " \"self-virtualization\" alone, where a detach makes the VMM fresh");
    assertThat(
            problems(
                "hosts: [{name: a, spares: 1}, " + self.formatted("spares: 1, ") + "]", migrates))
        .containsExactly(
            "no \"spares\" beside \"self-virtualization\", where a detach makes the VMM fresh and"
                + " nothing migrates, got both");
    // Beside one that migrates it needs none.
    assertThat(problems("hosts: [{name: a, spares: 1}, " + self.formatted("") + "]", migrates))
        .isEmpty();
  }

  @Test
  void spareHost_smallerThanTheGuests_isRefused() {
    // 3 GiB and the 0.5 GiB of the control domain.
    assertThat(
            problems(
                "hosts: [{name: a, spares: {memory: 3 GiB}, guests: [{name: b, memory: 3 GiB}]}]",
                "policies: [{name: m, vmm: {every: 1 week, by: migrate}}]"))
        .containsExactly(
            "spare hosts with memory for the guests of a host and a control domain, 3.5 GiB,"
                + " got 3 GiB");
  }

  @Test
  void keysThatMeanNothing_areRefused() {
    String hosts = "hosts: [{name: a, spares: 1}]";
    assertThat(problems(hosts, policy("by: cold-reboot, migration: {how: post-copy}")))
        .containsExactly("\"migration\" only with \"by: migrate\", got another mechanism");
    assertThat(problems(hosts, policy("by: migrate, migration: {rounds: 2}")))
        .containsExactly("\"rounds\" only with \"how: hybrid\", got another way");
    assertThat(
            problems(
                hosts,
                policy("by: migrate, migration: {link: 1 Gbit/s, times: {copy: 1 s, stop: 1 s}}")))
        .containsExactly("no \"link\" beside \"times\", got one");
    assertThat(problems(hosts, policy("by: migrate, migration: {aborts: 100 %}"))).hasSize(1);
  }

  @Test
  void restart_ofAKnownDuration_isThatLong() {
    String hosts = "hosts: [{name: a, spares: 1}]\n";
    String head = "hebe: 1\nname: x\nstudy: {horizon: 1 day}\n" + hosts;
    Scenario scenario = Scenarios.read(head + policy("by: migrate, migration: {restart: 2 min}"));
    Migrate by = (Migrate) scenario.policyList().get(0).vmmBy();
    assertThat(by.emptied()).isEqualTo(new Migrate.Emptied.Lasting(new Deterministic(120)));
    assertThat(problems(hosts, policy("by: migrate, migration: {restart: soon}")))
        .containsExactly("a restart or a delay law, got \"soon\"");
  }

  private static String policy(String how) {
    return "policies: [{name: m, vmm: {every: 1 week, " + how + "}}]";
  }

  /** What was expected and what came, in order. */
  private static List<String> problems(String hosts, String policies) {
    Problems problems = new Problems();
    String text = "hebe: 1\nname: x\n" + hosts + "\n" + policies + "\n";
    new ScenarioReader(Scenarios.CATALOG).read(new SourceFile("x.yaml", text), problems);
    return problems.list().stream().map(p -> p.expected() + ", got " + p.got()).toList();
  }
}
