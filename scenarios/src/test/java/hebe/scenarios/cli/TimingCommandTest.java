package hebe.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code hebe timing} and {@code hebe list} say. */
class TimingCommandTest {
  private static final String XEON = "netburst-xeon-2400";

  @TempDir private Path folder;

  private static Ran timing(String options) {
    return Ran.hebe(("timing " + options).split(" "));
  }

  // 5.97e6 faults x 3144 + 3e6 calls x 24 + 2000 forks x 211200 cycles at 2.4 GHz on top of 263 s:
  // 271.027 / 263 = 1.0305.
  @Test
  void oneMode_printsTheSlowDownAndItsCauses() {
    Ran ran = timing("--cpu " + XEON + " --mode xen-pv-32 --workload kernel-build");
    assertThat(ran.code()).isZero();
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out())
        .startsWith("Slow-down: kernel-build, netburst-xeon-2400 at 2.4 GHz\n")
        .containsPattern("xen-pv-32 +1\\.031 +1\\.028 \\.\\. 1\\.034 +2\\.96 +page fault")
        .contains("Where the time goes, xen-pv-32\n")
        .containsPattern("native work +1 +97\n")
        .endsWith("Not verified: kernel-build null-syscall; kernel-build fork-exit\n");
  }

  private static final String HOSTS =
      """
      hebe: 1
      name: two hosts
      workloads:
        calls: {description: system calls, rates: {null-syscall: 1000000 /s}}
      hosts:
        - name: old
          vmm: {based-on: xen-3.0.0, mode: xen-pv-32, cpu: netburst-xeon-2400}
          guests: [{name: a, memory: 1 GiB, workload: calls}]
        - name: new
          vmm: {based-on: xen-3.0.0, mode: vtx-ept, cpu: cascade-lake}
          guests: [{name: b, memory: 1 GiB, workload: kernel-build}]
      policies: [{name: none}]
      study: {horizon: 1 year}
      """;

  private Ran ofHosts(String options) throws IOException {
    Path file = Files.writeString(folder.resolve("hosts.yaml"), HOSTS);
    return timing(file + options);
  }

  // A million calls of 24 extra cycles at 2.4 GHz: 1 + 0.01.
  @Test
  void scenario_givesHostsAndTheirWorkloads() throws IOException {
    Ran ran = ofHosts("");
    assertThat(ran.err()).isEmpty();
    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .startsWith("Slow-down\n")
        .containsPattern("calls, xen-pv-32, netburst-xeon-2400 +1\\.01 ")
        .containsPattern("kernel-build, vtx-ept, cascade-lake +1");
  }

  @Test
  void scenario_withOptions_takesTheirPlace() throws IOException {
    Ran ran = ofHosts(" --workload lmbench-fork-exit --compare modes");
    assertThat(ran.out())
        .contains("binary-translation, netburst-xeon-2400", "nested-ept, cascade-lake")
        .doesNotContain("calls");
  }

  @Test
  void scenario_withoutWorkload_isRefused() {
    Ran ran = timing("catalog/two-state.yaml");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err())
        .contains(
            "FILE: expected a host with \"mode\" and \"cpu\" in its VMM, and a \"workload\" of a guest or of \"self-virtualization\", got none");
  }

  @Test
  void systemThatVirtualizesItself_hasItsWorkload() {
    Ran ran = timing("catalog/self-virtualization-maintenance.yaml");
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out())
        .startsWith("Slow-down: oltp, netburst-xeon-2400 at 3 GHz")
        .containsPattern("\nxen-pv-32 +1\\.016 ");
  }

  @Test
  void slowDown_thatIsHardlyOne_showsByHowMuch() {
    Ran ran = timing("--cpu cascade-lake --mode vtx-ept --workload fork-heavy-shell");
    assertThat(ran.out()).containsPattern("vtx-ept +1\\.00033 ");
  }

  @Test
  void unknownWorkload_farFromAll_isAnsweredWithAll() {
    Ran ran = timing("--cpu cascade-lake --mode vtx-ept --workload webby-thing-of-mine");
    assertThat(ran.err()).contains("write one of kernel-build, spec-int, web-serving, oltp");
  }

  @Test
  void clock_doubled_halvesTheExtraTime() {
    Ran ran =
        Ran.hebe(
            "timing",
            "--cpu",
            XEON,
            "--mode",
            "xen-pv-32",
            "--workload",
            "kernel-build",
            "--clock",
            "4.8 GHz");
    assertThat(ran.out()).contains("at 4.8 GHz").containsPattern("xen-pv-32 +1\\.015 ");
  }

  @Test
  void compareModes_listsAllWithCosts_andWritesTheFolder() throws IOException {
    Path output = folder.resolve("out");
    Ran ran = timing("--cpu " + XEON + " --compare modes --workload kernel-build -o " + output);
    assertThat(ran.code()).isZero();
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out())
        .contains("native ", "xen-pv-32 ", "binary-translation ", "type2-skas ")
        .doesNotContain("Where the time goes")
        .endsWith("Written: 4 files in " + output + "\n");
    assertThat(Files.readString(output.resolve("timing.csv")))
        .startsWith("workload,mode,cpu,clock [Hz],cause,");
    assertThat(output.resolve("plots")).isDirectoryContaining("glob:**/timing.svg");
  }

  @Test
  void sweepCpu_saysWhichHaveNoResult() {
    Ran ran = timing("--sweep cpu --mode vtx-ept --workload guest-boot");
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("nehalem ", "cascade-lake ").doesNotContain("prescott");
    assertThat(ran.err())
        .contains("hebe: no slow-down on skylake-2017: no part is named, so its clock is not known")
        .contains("on sandybridge-xen: no cost is known of cpuid-exit, port-io-user, mmio-user\n");
  }

  @Test
  void costsThatLack_areNamedWithWhatThereIs() {
    Ran ran = timing("--cpu sandybridge-xen --mode vtx-ept --workload guest-boot");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err().lines())
        .hasSize(2)
        .anyMatch(
            line ->
                line.startsWith(
                    "hebe: no slow-down of guest-boot in mode vtx-ept on sandybridge-xen: no cost"
                        + " is known of cpuid-exit, "))
        .anyMatch(
            line ->
                line.startsWith("hebe: all these costs are known in the mode on nehalem, ")
                    && line.endsWith(" and on the CPU in no mode"));
  }

  // At 1 Hz the 1776 cycles that Xen saves on a signal are more than its native time.
  @Test
  void clock_thatNoProcessorHas_leavesNoResult() {
    Ran ran =
        Ran.hebe(
            "timing",
            "--cpu",
            XEON,
            "--mode",
            "xen-pv-32",
            "--clock",
            "1 Hz",
            "--workload",
            "lmbench-signal-deliver");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).contains("at this clock its events take longer than its native work");
  }

  @Test
  void verifiedOnly_takesOtherCostsForLacking() {
    String point = "--cpu nehalem --mode vtx-ept --workload guest-boot";
    assertThat(timing(point).code()).isZero();
    Ran ran = timing(point + " --verified-only");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).contains("no verified cost is known of ");
  }

  @Test
  void mitigations_slowTheGuestDown() {
    String point = "--cpu skylake-sp --mode vtx-ept --workload guest-boot --mitigations ";
    double off = slowDown(timing(point + "off"));
    double of2020 = slowDown(timing(point + "2020"));
    double of2026 = slowDown(timing(point + "2026"));
    assertThat(of2020).isGreaterThan(off);
    assertThat(of2026).isGreaterThan(of2020 + 1);
  }

  private static double slowDown(Ran ran) {
    String line = ran.out().lines().skip(3).findFirst().orElseThrow();
    return Double.parseDouble(line.split(" +", -1)[1]);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "--cpu prescot --mode vtx-shadow --workload idle"
            + " => --cpu: expected a CPU, got \"prescot\"; did you mean \"prescott\"?",
        "--cpu prescott --mode vtx-shadw --workload idle"
            + " => --mode: expected a mode, got \"vtx-shadw\"; did you mean \"vtx-shadow\"?",
        "--cpu prescott --mode vtx-shadow --workload idel"
            + " => --workload: expected a workload, got \"idel\"; did you mean \"idle\"?",
        "--cpu prescott --mode vtx-ept --workload idle"
            + " => --mode: expected a mode that prescott can have with VT-x without EPT, got"
            + " vtx-ept, which needs VT-x with EPT; costs are known of native, binary-translation,"
            + " vtx-shadow",
        "--cpu prescott --mode native"
            + " => --workload: expected a workload, got none; write for example \"--workload"
            + " kernel-build\"",
        "--cpu prescott --workload idle"
            + " => --mode: expected a mode, or --compare modes, got none; write for example"
            + " \"--mode xen-pv-32\"",
        "--cpu prescott --sweep cpu --mode native --workload idle"
            + " => --cpu: expected a CPU, or --sweep cpu, got both; write for example \"--cpu"
            + " netburst-xeon-2400\"",
        "--cpu skx-2020 --mode vtx-ept --workload idle"
            + " => --clock: expected the clock of skx-2020, of which no part is named, got none;"
            + " write for example \"--clock '3 GHz'\"",
        "--cpu prescott --mode native --workload idle --clock 3"
            + " => --clock: expected a frequency with a unit, got 3; write for example"
            + " \"3 GHz\"",
        "--operations --cpu prescott"
            + " => --mode: expected one with --operations or --connections, got none; write for example \"--mode"
            + " xen-pv-32\"",
      })
  void badOptions_areRefusedInOurWords(String options, String problem) {
    Ran ran = timing(options);
    assertThat(ran).isEqualTo(new Ran(2, "", "hebe: 1 problem\n" + problem + "\n"));
  }

  @Test
  void operations_showItemsAndSums() {
    Ran ran = timing("--operations --cpu " + XEON + " --mode xen-pv-32");
    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .contains("Operations by mechanism: xen-pv-32 on netburst-xeon-2400, 1 GiB, 1 CPU")
        // 262,144 pages x 9.6 ns
        .containsPattern(
            "suspend-on-memory +frame records +262100 +23\\.04 +19\\.2 \\.\\. 28\\.8 +2517 ")
        .containsPattern("checkpoint +all ");
  }

  @Test
  void operations_ofAModeWithoutHypercalls_sayWhatLacks() {
    Ran ran = timing("--operations --cpu " + XEON + " --mode type2-skas");
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("no cost is known of hypercall");
  }

  @Test
  void lists_nameWhatShips() {
    assertThat(Ran.hebe("list", "cpus").out()).contains("netburst-xeon-2400 ", "cascade-lake ");
    assertThat(Ran.hebe("list", "modes").out()).contains("xen-pv-32 ", "type2-switchguest ");
    assertThat(Ran.hebe("list", "workloads").out()).contains("kernel-build ", "idle ");
    assertThat(Ran.hebe("list", "profiles").out()).contains("xen-3.0.0 ", "opteron-280-2006 ");
    assertThat(Ran.hebe("list", "cpu"))
        .isEqualTo(
            new Ran(
                2,
                "",
                """
                hebe: WHAT: expected one of cpus, modes, workloads, profiles, stacks, got "cpu"
                See: hebe list --help
                """));
  }

  /** A scenario with a workload of its own and one of Hebe. */
  @Test
  void scenario_withWorkloads_hasCapacityAndOverhead() throws IOException {
    Path file = folder.resolve("mail.yaml");
    Files.writeString(
        file,
        """
        hebe: 1
        name: Mail
        workloads: {mail: {rates: {page-fault: 100 /s}}}
        hosts:
          - name: host
            vmm: {based-on: xen-3.0.0, mode: xen-pv-32, cpu: netburst-xeon-2400, clock: 3.144 MHz}
            guests: [{name: mail, memory: 1 GiB, workload: mail}]
        policies: [{name: none}]
        study: {horizon: 1 year, replications: 1}
        """);
    Ran explained = Ran.hebe("explain", file.toString());
    // 100 x 3144 / 3.144e6 = 0.1
    assertThat(explained.out())
        .contains("Share of their native work that guests get done while they are up, derived")
        .containsPattern("host mail +mail +xen-pv-32 +netburst-xeon-2400 +1\\.1 ")
        .containsPattern("vmm\\.suspend +0\\.007273 ");
    Ran ran = Ran.run(file, folder.resolve("out"));
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).containsPattern("capacity \\[%\\] +overhead \\[%\\]");
    assertThat(Files.readString(folder.resolve("out/report.html")))
        .contains("Slow-down of guests while they are up", "Where does the time go?");
    assertThat(Files.readString(folder.resolve("out/timing.csv"))).contains("\r\nmail,xen-pv-32,");
    List<String> metrics =
        Files.readAllLines(folder.resolve("out/metrics.csv")).stream()
            .filter(line -> line.contains(",mail,"))
            .toList();
    // 1 / 1.1 and 1 - 1 / 1.1
    assertThat(metrics).anyMatch(line -> line.contains("capacity,mail,,1,0.909090909091,"));
    assertThat(metrics).anyMatch(line -> line.contains("overhead,mail,,1,0.0909090909091,"));
  }
}
