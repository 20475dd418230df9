package hebe.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code solve} and {@code explain} add for people with questions and tools of their own. */
class SolveCommandTest {
  private static final String TWO = Ran.catalog("two-state.yaml").toString();

  @TempDir private Path folder;

  @Test
  void sensitivity_twoStates_ranksBothDelaysAlike() {
    // U = a / (a + b), a = 1/3600000 /s, b = 1/3600 /s. d ln U / d ln(1/a) = -b / (a + b) =
    // -1000/1001 = -0.99900, and the opposite for 1/b; d U / d ln = U times that = 0.001/1.001 *
    // 1000/1001 = 9.9800e-4; dU/da = b / (a + b)^2 = 3600 / 1.001^2 * 1 = 3592.8 s,
    // dU/db = -a / (a + b)^2 = -3.5928 s.
    Ran ran = Ran.hebe("solve", TWO, "--sensitivity");
    assertThat(ran.code()).isZero();
    assertThat(ran.err()).isEmpty();
    List<String> lines = ran.out().lines().filter(line -> line.contains("exponential")).toList();
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0)).startsWith("all, host");
    assertThat(lines.get(0)).contains("-0.999", "-0.000998", "3592.8").contains("crash");
    assertThat(lines.get(1)).contains(" 0.999", " 0.000998", "-3.5928").contains("repair");
  }

  @Test
  void sensitivity_ofRatios_isThatOfTheirParts() {
    // In the long run the mean outage is 1/b = 3600 s, whatever a is; 100 years are nearly that.
    // Outages per year: f = a b / (a + b): d ln f / d ln(1/a) = -b / (a + b) = -0.99900 and
    // d ln f / d ln(1/b) = -a / (a + b) = -9.99e-4.
    Ran ran = Ran.hebe("solve", TWO, "--sensitivity", "--metric", "all");
    assertThat(ran.code()).isZero();
    List<String> lines = ran.out().lines().toList();
    assertThat(after(lines, " mean-outage "))
        .contains("repair")
        .containsPattern(" (1|0\\.9999\\d*) ");
    assertThat(after(lines, " outages-per-year ")).contains("crash").contains(" -0.999");
  }

  @Test
  void sensitivity_ofAnUnknownMetric_isRefused() {
    Ran ran = Ran.hebe("solve", TWO, "--sensitivity", "--metric", "downtme");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err())
        .startsWith("hebe: 1 problem\n--metric: expected all, availability, unavailability, ")
        .contains("got \"downtme\"");
  }

  /** The last line with a word: that of the table of sensitivities. */
  private static String after(List<String> lines, String word) {
    return lines.stream().filter(line -> line.contains(word)).reduce("", (a, b) -> b);
  }

  @Test
  void export_writesOneFolderForEachPolicy() throws IOException {
    Path target = folder.resolve("deep/export");
    Ran ran =
        Ran.hebe(
            "solve",
            Ran.catalog("huang-four-state.yaml").toString(),
            "--export",
            target.toString());
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).endsWith("Written: " + target + "\n");
    assertThat(names(target)).containsExactly("after-168h", "after-336h", "none");
    assertThat(names(target.resolve("none")))
        .contains("chain.dot", "model.dot", "model.lab", "model.mmd", "model.sta", "model.tra");
    assertThat(Files.readString(target.resolve("none/model.tra"))).startsWith("3 3\n");
    assertThat(names(folder.resolve("deep"))).containsExactly("export");
  }

  @Test
  void export_intoAFolderWithFiles_isRefused() throws IOException {
    Files.writeString(folder.resolve("mine.txt"), "precious");
    Ran ran = Ran.hebe("solve", TWO, "--export", folder.toString());
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err())
        .isEqualTo("hebe: " + folder + " is not empty; name a new folder, or remove that one\n");
    assertThat(names(folder)).containsExactly("mine.txt");
  }

  @Test
  void explain_diagram_isOnlyThat() {
    assertThat(Ran.hebe("explain", TWO, "--diagram", "graphviz").out())
        .startsWith("// policy none\ndigraph model {\n");
    assertThat(Ran.hebe("explain", TWO, "--diagram", "mermaid").out())
        .startsWith("%% policy none\n%% ")
        .contains("stateDiagram-v2\n");
    assertThat(Ran.hebe("explain", TWO, "--diagram", "png").err())
        .startsWith("hebe: --diagram: expected one of mermaid, graphviz, got \"png\"\n");
  }

  private static List<String> names(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
