package hebe.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hebe.reports.store.SqliteStore;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContinuedRunTest {
  private static final String SCENARIO =
      """
      hebe: 1
      name: A small one
      hosts:
        - {name: host, hardware: opteron-280-2006, vmm: xen-3.0.0, guests:
            [{name: web, count: 2, memory: 1 GiB, os: linux-2.6.12, service: jboss}]}
      failures:
        vmm: {crash: {exponential: {mean: 1000 h}}, detection: 5 min}
      policies:
        - {name: none}
        - {name: warm, vmm: {every: 4 weeks, by: warm-reboot}}
      study: {horizon: 1 year, replications: 20, seed: 2007}
      """;

  @TempDir Path folder;
  private Path scenario;
  private String said;

  @BeforeEach
  void writeScenario() throws Exception {
    scenario = Files.writeString(folder.resolve("small.yaml"), SCENARIO);
  }

  /** Runs the command line; what it says on its error output is in {@link #said}. */
  private int run(Path directory, String... more) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    List<String> arguments =
        Stream.concat(
                Stream.of("run", scenario.toString(), "-o", directory.toString()), Stream.of(more))
            .toList();
    int code =
        Main.run(
            arguments.toArray(String[]::new),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    said = err.toString(StandardCharsets.UTF_8);
    return code;
  }

  private static byte[] summary(Path directory) throws Exception {
    return Files.readAllBytes(directory.resolve("summary.json"));
  }

  @Test
  void run_moreReplications_addsTheMissingOnes() throws Exception {
    Path whole = folder.resolve("whole");
    Path parts = folder.resolve("parts");
    assertThat(run(whole)).isZero();
    assertThat(said).isEmpty();
    assertThat(run(parts, "--replications", "5", "--threads", "1")).isZero();
    byte[] five = summary(parts);
    assertThat(five).isNotEqualTo(summary(whole));

    assertThat(run(parts, "--threads", "2")).isZero();
    assertThat(said)
        .isEqualTo(
            "hebe: continuing: 10 of 40 replications kept in " + parts.resolve("results.db\n"));
    assertThat(parts.resolve("summary.json")).hasBinaryContent(summary(whole));
    assertThat(parts.resolve("outages.csv")).hasSameBinaryContentAs(whole.resolve("outages.csv"));
    assertThat(parts.resolve("curves.csv")).hasSameBinaryContentAs(whole.resolve("curves.csv"));

    assertThat(run(parts, "--replications", "5")).isZero();
    assertThat(said).contains("continuing: 10 of 10 replications");
    assertThat(parts.resolve("summary.json")).hasBinaryContent(five);
    assertThat(parts.resolve("results.db-wal")).doesNotExist();
  }

  @Test
  void run_killedHalfWay_continues() throws Exception {
    Path whole = folder.resolve("whole");
    Path killed = folder.resolve("killed");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // A killed Java does not remove the library that SQLite's driver unpacks.
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                HangingRun.class.getName(),
                scenario.toString(),
                killed.toString(),
                "27")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(out.readLine()).isEqualTo("hanging");
    } finally {
      process.destroyForcibly().waitFor();
    }
    // 128 + SIGKILL; and the journal was not tidied up.
    assertThat(process.exitValue()).isEqualTo(137);
    assertThat(killed.resolve("results.db-wal")).isNotEmptyFile();

    assertThat(run(killed)).isZero();
    // All 20 of the first policy and 7 of the second.
    assertThat(said).contains("continuing: 27 of 40 replications kept in");
    assertThat(run(whole)).isZero();
    assertThat(killed.resolve("summary.json")).hasBinaryContent(summary(whole));
    assertThat(killed.resolve("results.db-wal")).doesNotExist();
  }

  @Test
  void run_sweep_continues_andAnotherSweepStartsAfresh() throws Exception {
    String sweep = "sweep: {policies.warm.vmm.every: [2 weeks, 4 weeks, 8 weeks]}\n";
    Files.writeString(scenario, SCENARIO + sweep);
    Path whole = folder.resolve("whole");
    Path parts = folder.resolve("parts");
    assertThat(run(whole)).isZero();
    assertThat(run(parts, "--replications", "5")).isZero();

    assertThat(run(parts, "--threads", "2")).isZero();
    // none and three points of warm, 5 of 20 replications each.
    assertThat(said).contains("continuing: 20 of 80 replications kept in");
    assertThat(parts.resolve("summary.json")).hasBinaryContent(summary(whole));
    assertThat(parts.resolve("plots/sweep-unavailability-vmm-every.svg")).isNotEmptyFile();
    assertThat(Files.readString(parts.resolve("metrics.csv")).lines().skip(1))
        .filteredOn(line -> line.startsWith("warm,policies.warm.vmm.every=8 weeks,"))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).endsWith(",4838400"));

    Files.writeString(scenario, SCENARIO + sweep.replace("8 weeks", "9 weeks"));
    assertThat(run(parts, "--replications", "1")).isZero();
    assertThat(said).contains("were of another study (other scenario) and are removed");
  }

  @Test
  void run_otherSeed_startsAfresh() throws Exception {
    Path out = folder.resolve("out");
    assertThat(run(out, "--replications", "2")).isZero();
    byte[] before = summary(out);
    assertThat(run(out, "--replications", "2", "--seed", "1")).isZero();
    assertThat(said)
        .isEqualTo(
            "hebe: the replications in "
                + out.resolve("results.db")
                + " were of another study (other seed) and are removed\n");
    assertThat(summary(out)).isNotEqualTo(before);
  }

  @Test
  void run_badScenario_leavesNoFolder() throws Exception {
    Files.writeString(scenario, SCENARIO.replace("1 year", "1"));
    assertThat(run(folder.resolve("out"))).isEqualTo(2);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void run_folderInUse_isRefused() throws Exception {
    Path out = folder.resolve("out");
    try (SqliteStore other = SqliteStore.open(out, new TreeMap<>())) {
      assertThat(run(out)).isEqualTo(2);
      assertThat(other.count(20)).isZero();
    }
    assertThat(said).contains("is in use, probably by another run; wait until");
  }

  @Test
  void run_folderThatCannotBeWritten_isTheMachinesFailure() throws Exception {
    Path out = Files.createDirectory(folder.resolve("out"));
    Files.createSymbolicLink(out.resolve("results.db"), folder.resolve("missing/results.db"));
    assertThat(run(out)).isEqualTo(3);
    assertThat(said).contains("results.db cannot be opened; check the permissions");
  }
}
