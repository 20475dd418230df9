package hebe.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Options, exit codes and help. */
class CommandLineTest {
  private static final String COMMANDS =
      "run, solve, check, explain, verify, timing, connection, list, schema, version";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "run FILE --threads 0 => run: --threads: expected a whole number of at least 1, got 0",
        "run FILE --threads -3 => run: --threads: expected a whole number of at least 1, got -3",
        "run FILE --replications 0 => run:"
            + " --replications: expected a whole number of at least 1, got 0",
        "run FILE --replications x => run: --replications: expected a whole number, got \"x\"",
        "run FILE --replications 1.5 => run: --replications: expected a whole number, got \"1.5\"",
        "run FILE --seed -1 => run: --seed: expected a whole number of at least 0, got -1",
        "run FILE --seed => run: --seed: expected N, got nothing",
        "run FILE --bogus => run: expected an option of hebe run, got \"--bogus\"",
        "run FILE --replicatons=3 => run: expected an option of hebe run,"
            + " got \"--replicatons=3\"; did you mean \"--replications\"?",
        "run FILE FILE => run: expected no further argument, got \"FILE\"",
        "run => run: expected FILE, got nothing",
        "run FILE -o => run: --output: expected DIR, got nothing",
        "check => check: expected FILE, got nothing",
        "explain => explain: expected FILE, got nothing",
        "verify extra => verify: expected no further argument, got \"extra\"",
      })
  void badOption_isRefusedInOneLine(String line, String commandAndProblem) {
    String two = Ran.catalog("two-state.yaml").toString();
    String[] arguments = line.replace("FILE", two).split(" ");
    String command = commandAndProblem.substring(0, commandAndProblem.indexOf(':'));
    String problem =
        commandAndProblem.substring(command.length() + 2).replace("\"FILE\"", "\"" + two + "\"");

    assertThat(Ran.hebe(arguments))
        .isEqualTo(new Ran(2, "", "hebe: " + problem + "\nSee: hebe " + command + " --help\n"));
    assertThat(Path.of("results")).doesNotExist();
  }

  @Test
  void unknownCommand_isAnsweredWithTheKnownOnes() {
    assertThat(Ran.hebe("frobnicate", "x.yaml"))
        .isEqualTo(
            new Ran(
                2,
                "",
                "hebe: expected a command, got \"frobnicate\"; write one of "
                    + COMMANDS
                    + "\nSee: hebe --help\n"));
  }

  @Test
  void noCommand_isAnsweredWithTheHelp() {
    Ran ran = Ran.hebe();

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err())
        .startsWith("hebe: expected a command, got none\nUsage: hebe [-h] [--version] [COMMAND]\n");
    assertThat(ran.err()).endsWith(Ran.hebe("--help").out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "run => FILE, -o, --output=DIR, --replications=N, --seed=N, --threads=N",
        "check => FILE...",
        "explain => FILE",
        "verify => --page=FILE",
        "timing => --cpu=NAME, --mode=NAME, --workload=NAME, --compare=modes, --sweep=cpu,"
            + " --clock=F, --mitigations=YEAR, --operations, --memory=M, --verified-only, -o,"
            + " --output=DIR",
        "list => WHAT",
        "schema => --reference",
        "version => --help"
      })
  void helpOfACommand_namesEveryOption(String command, String options) {
    Ran ran = Ran.hebe(command, "--help");

    assertThat(ran.code()).isZero();
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out()).startsWith("Usage: hebe " + command + " [-h]");
    assertThat(ran.out()).contains(List.of(options.split(", "))).contains("-h, --help");
    assertThat(Ran.hebe(command, "-h")).isEqualTo(ran);
  }

  @Test
  void help_namesEveryCommandAndEveryExitCode() {
    Ran ran = Ran.hebe("--help");

    assertThat(ran.code()).isZero();
    assertThat(ran.out().lines().map(line -> line.strip().replaceAll(" .*", "")))
        .contains(COMMANDS.split(", "));
    assertThat(ran.out().replace("\n", " "))
        .contains("0 done, 1 a run or verification fell short, 2 bad input or usage, 3 the machine")
        .contains("70 a defect of Hebe");
  }

  @Test
  void version_isPrintedWithThatOfJava() {
    Ran ran = Ran.hebe("version");

    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .isEqualTo(
            "hebe " + Version.number() + " on Java " + System.getProperty("java.version") + "\n");
    assertThat(Version.number()).isNotBlank();
  }

  @Test
  void run_writesItsFolder_andSaysWhere() throws IOException {
    Path output = folder.resolve("deep/out");

    Ran ran = Ran.run(Ran.catalog("two-state.yaml"), output, "--replications", "2");

    assertThat(ran.code()).isZero();
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out()).startsWith("Two states\n2 replications of 50 years per policy");
    assertThat(ran.out()).contains("Written: " + output.resolve("report.html"));
    assertThat(output)
        .isDirectoryContaining("glob:**/summary.json")
        .isDirectoryContaining("glob:**/metrics.csv")
        .isDirectoryContaining("glob:**/curves.csv")
        .isDirectoryContaining("glob:**/outages.csv")
        .isDirectoryContaining("glob:**/report.html")
        .isDirectoryContaining("glob:**/manifest.json")
        .isDirectoryContaining("glob:**/plots");
    assertThat(Files.readString(output.resolve("summary.json"))).contains("\"replications\": 2");
  }

  @Test
  void seed_overridesThatOfTheScenario() throws IOException {
    Path two = Ran.catalog("two-state.yaml");

    Ran.run(two, folder.resolve("a"), "--replications", "2", "--seed", "1");
    Ran.run(two, folder.resolve("b"), "--replications", "2", "--seed", "2");
    Ran.run(two, folder.resolve("c"), "--replications", "2");

    // The scenario says seed 1.
    String first = summary("a");
    assertThat(summary("c")).isEqualTo(first);
    assertThat(summary("b")).isNotEqualTo(first).contains("\"seed\": 2");
  }

  @Test
  void outputThroughAFile_isAFailureOfTheMachine_andLeavesTheFile() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "precious");

    Ran ran = Ran.run(Ran.catalog("two-state.yaml"), file.resolve("out"), "--replications", "2");

    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).startsWith("hebe: " + file).hasLineCount(1);
    assertThat(file).hasContent("precious");
  }

  @Test
  void outputThatIsAFile_isRefused_andStays() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "precious");

    Ran ran = Ran.run(Ran.catalog("two-state.yaml"), file, "--replications", "2");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err())
        .isEqualTo(
            "hebe: " + file + " is not a folder; name another folder, or move that file away\n");
    assertThat(file).hasContent("precious");
  }

  @Test
  void outputWithForeignFiles_isRefused_andTheyStay() throws IOException {
    Path output = Files.createDirectory(folder.resolve("out"));
    Files.writeString(output.resolve("summary.json"), "precious");

    Ran ran = Ran.run(Ran.catalog("two-state.yaml"), output, "--replications", "2");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err())
        .startsWith("hebe: " + output + " holds files that Hebe did not write: summary.json; ");
    assertThat(ran.out()).isEmpty();
    assertThat(output.resolve("summary.json")).hasContent("precious");
    assertThat(output.resolve("results.db")).doesNotExist();
  }

  @Test
  void faultsOfTheMachine_areSaidInWords() {
    assertThat(Machine.say(new AccessDeniedException("/a")))
        .isEqualTo("/a may not be written; check its permissions");
    assertThat(Machine.say(new NotDirectoryException("/a")))
        .isEqualTo("/a is a file where a folder is needed");
    assertThat(Machine.say(new FileSystemException("/a", null, "No space left on device")))
        .isEqualTo("/a: No space left on device");
    assertThat(Machine.say(new java.io.UncheckedIOException(new IOException("Broken pipe"))))
        .isEqualTo("Broken pipe");
  }

  @Test
  void defect_endsWith70_aReport_andNoStackTrace() throws IOException {
    // An output that breaks while a command prints stands for any exception that nobody expects.
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int b) {
            throw new IllegalStateException("injected");
          }
        };
    java.io.ByteArrayOutputStream err = new java.io.ByteArrayOutputStream();

    int code =
        Main.run(
            new String[] {"version"},
            new PrintStream(broken, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));

    List<String> lines = err.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(code).isEqualTo(70);
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0))
        .isEqualTo("hebe: this is a defect of Hebe, not of your scenario: injected");
    String asked = "hebe: please report it with the file ";
    assertThat(lines.get(1)).startsWith(asked);
    Path report = Path.of(lines.get(1).substring(asked.length()));
    assertThat(Files.readString(report))
        .startsWith("hebe ")
        .contains("IllegalStateException: injected");
    Files.delete(report);
  }

  private String summary(String run) throws IOException {
    return Files.readString(folder.resolve(run).resolve("summary.json"));
  }

  @Test
  void solve_exponentialScenario_printsTheExactValues() {
    Ran ran = Ran.hebe("solve", Ran.catalog("two-state.yaml").toString());

    assertThat(ran.code()).isZero();
    assertThat(ran.err()).isEmpty();
    // 1/1001 - 1000/(1.001^2 x 438,000 x 1e6) = 9.989987205e-4, times 31,536,000 s a year.
    assertThat(ran.out()).contains("0.0009989987205").contains("31504.42365");
  }

  @Test
  void solve_fixedDelays_saysWhatWouldHelpAndFallsShort() {
    Ran ran = Ran.hebe("solve", Ran.catalog("warm-saved-cold.yaml").toString());

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err())
        .startsWith(
            "hebe: no exact solution, policy warm: host/platform/rejuvenate fires by the calendar")
        .contains("use a delay since the last firing made of phases, or simulate");
  }

  @Test
  void runExact_setsTheExactValueBesideTheSimulatedOne() throws IOException {
    Path output = folder.resolve("out");

    Ran ran = Ran.run(Ran.catalog("two-state.yaml"), output, "--replications", "5", "--exact");

    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("Simulated and exact, policy none", "9.989987205e-4");
    assertThat(Files.readString(output.resolve("summary.json")))
        .contains("\"exact\": 0.00099899872");
  }

  private static final String CLOCK =
      """
      hebe: 1
      name: Clock
      hosts:
        - {name: system}
      failures:
        vmm:
          aging: {exponential: {mean: 240 h}}
          crash: {weibull: {shape: 2, mean: 2160 h}}
          repair: 30 min
      policies:
        - {name: none}
      study: {horizon: 50 years, replications: 20, confidence: 95 %, seed: 1995}
      """;

  @Test
  void solvePhases_lawsWithoutPhases_saysApproximateAndHowFarOff() throws IOException {
    Path file = Files.writeString(folder.resolve("clock.yaml"), CLOCK);

    Ran refused = Ran.hebe("solve", file.toString());
    Ran ran = Ran.hebe("solve", file.toString(), "--phases", "8");

    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.out()).isEmpty();
    assertThat(refused.err()).contains("--phases N");
    assertThat(ran.err()).isEmpty();
    assertThat(ran.code()).isZero();
    // 0.5 h of 2400.5 h in the long run, 2.0829e-4, and less from a fresh start: by 1 % at most.
    assertThat(ran.out())
        .contains("approximate over the horizon, fits of up to 8 phases", "estimated error")
        .containsPattern("unavailability +1 +0\\.00020[78]")
        .contains("Weibull, shape 2", "Laws that were fitted", "mean^2 / 8 instead of 0")
        .doesNotContain("exact");
  }

  @Test
  void runExactPhases_putsNoApproximateValueIntoTheExactField() throws IOException {
    Path file = Files.writeString(folder.resolve("clock.yaml"), CLOCK);
    Path output = folder.resolve("out");

    Ran ran = Ran.run(file, output, "--exact", "--phases", "4");

    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("Unavailability, simulated and approximate");
    assertThat(Files.readString(output.resolve("summary.json")))
        .contains("\"exact\": null")
        .doesNotContainPattern("\"exact\": [0-9]");
  }

  @Test
  void states_belowOne_areRefused() {
    String file = Ran.catalog("two-state.yaml").toString();
    for (String states : List.of("0", "-5")) {
      Ran ran = Ran.hebe("solve", file, "--states", states);
      assertThat(ran.code()).isEqualTo(2);
      assertThat(ran.err())
          .contains("--states: expected a whole number of at least 1, got " + states);
    }
    assertThat(Ran.hebe("solve", file, "--states", "2").code()).isZero();
  }

  @Test
  void phases_outOfRangeOrAlone_isRefused() {
    String file = Ran.catalog("two-state.yaml").toString();
    assertThat(Ran.hebe("solve", file, "--phases", "1").err())
        .contains("--phases: expected a whole number from 2 to 100, got 1");
    assertThat(Ran.hebe("run", file, "--phases", "8").err())
        .contains("--phases: expected --exact beside it");
  }

  @Test
  void solvePhases_calendars_stayRefused() {
    Ran ran = Ran.hebe("solve", Ran.catalog("warm-saved-cold.yaml").toString(), "--phases", "4");

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err())
        .startsWith(
            "hebe: no approximate solution, policy warm: host/platform/rejuvenate fires by the");
  }
}
