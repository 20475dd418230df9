package hebe.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebe.sim.result.StudyResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportWriterTest {
  private static final RunFacts FACTS = new RunFacts("0.1.0", "17", 12.5, Map.of("threads", "2"));

  @TempDir private Path parent;

  private static List<String> tree(Path directory) throws IOException {
    try (Stream<Path> walk = Files.walk(directory)) {
      return walk.filter(Files::isRegularFile)
          .map(file -> directory.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void write_newFolder_holdsExactlyTheReports() throws Exception {
    Path folder = parent.resolve("new/results");
    List<Path> written = ReportWriter.write(Samples.tiny(), FACTS, folder);
    assertThat(tree(parent))
        .containsExactly(
            "new/results/curves.csv",
            "new/results/manifest.json",
            "new/results/metrics.csv",
            "new/results/outages.csv",
            "new/results/plots/availability-over-time.png",
            "new/results/plots/availability-over-time.svg",
            "new/results/plots/downtime-by-cause.png",
            "new/results/plots/downtime-by-cause.svg",
            "new/results/report.html",
            "new/results/summary.json");
    assertThat(written).hasSize(10).allSatisfy(file -> assertThat(file).isRegularFile());
    assertThat(folder.resolve("manifest.json"))
        .content()
        .startsWith(
            """
            {
              "maker": "hebe",
              "format": 1,
              "scenario": "A \\"tiny\\" study",
              "sha256": "ab12",
              "seed": 2007,
              "hebe-version": "0.1.0",
              "java-version": "17",
              "wall-seconds": 12.5,
              "facts": {
                "threads": "2"
              },
              "files": [
                "curves.csv",
            """);
  }

  @Test
  void write_earlierResults_areReplacedAndOtherFilesStay() throws Exception {
    ReportWriter.write(Samples.main(), FACTS, parent.resolve("out"));
    assertThat(parent.resolve("out/plots/timeline-warm.svg")).exists();
    Files.writeString(parent.resolve("out/results.db"), "database");
    Files.writeString(parent.resolve("out/plots/mine.txt"), "notes");

    ReportWriter.write(Samples.tiny(), FACTS, parent.resolve("out"));

    assertThat(tree(parent.resolve("out")))
        .containsExactly(
            "curves.csv",
            "manifest.json",
            "metrics.csv",
            "outages.csv",
            "plots/availability-over-time.png",
            "plots/availability-over-time.svg",
            "plots/downtime-by-cause.png",
            "plots/downtime-by-cause.svg",
            "plots/mine.txt",
            "report.html",
            "results.db",
            "summary.json");
    assertThat(parent.resolve("out/summary.json")).content().contains("tiny");
    assertThat(tree(parent)).noneMatch(file -> file.startsWith(".hebe-"));
  }

  @Test
  void write_foreignFileInTheWay_isRefusedAndNothingChanges() throws Exception {
    Files.writeString(parent.resolve("report.html"), "mine");
    assertThatThrownBy(() -> ReportWriter.write(Samples.tiny(), FACTS, parent.resolve(".")))
        .isInstanceOf(ReportException.class)
        .hasMessageContaining("files that Hebe did not write: report.html")
        .hasMessageContaining("name another folder");
    assertThat(parent.resolve("report.html")).hasContent("mine");
    assertThat(tree(parent)).containsExactly("report.html");
  }

  @Test
  void write_fileNamedLikeTheFolder_isRefused() throws Exception {
    Path file = Files.writeString(parent.resolve("out"), "mine");
    assertThatThrownBy(() -> ReportWriter.write(Samples.tiny(), FACTS, file))
        .isInstanceOf(ReportException.class)
        .hasMessageContaining("is not a folder");
  }

  @Test
  void write_resultThatCannotBeWritten_leavesTheEarlierOne() throws Exception {
    Path out = parent.resolve("out");
    ReportWriter.write(Samples.tiny(), FACTS, out);
    List<String> before = tree(parent);
    StudyResult tiny = Samples.tiny();
    StudyResult broken =
        new StudyResult(
            "broken",
            "",
            "ff",
            1,
            Double.NaN,
            1,
            tiny.policies(),
            tiny.comparisons(),
            tiny.scalings());
    assertThatThrownBy(() -> ReportWriter.write(broken, FACTS, out))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(tree(parent)).isEqualTo(before);
    assertThat(out.resolve("summary.json")).content().contains("tiny");
  }

  @Test
  void install_moveFails_putsTheEarlierFilesBack() throws Exception {
    Path out = parent.resolve("out");
    ReportWriter.write(Samples.tiny(), FACTS, out);
    String manifest = Files.readString(out.resolve("manifest.json"));
    List<String> before = tree(parent);
    try (ResultFolder folder = ResultFolder.open(out)) {
      Files.writeString(folder.draft().resolve("summary.json"), "new");
      // metrics.csv was never drafted, so its move fails after that of summary.json
      assertThatThrownBy(() -> folder.install(List.of("summary.json", "metrics.csv"), "{}"))
          .isInstanceOf(IOException.class);
    }
    assertThat(tree(parent)).isEqualTo(before);
    assertThat(out.resolve("summary.json")).content().contains("tiny");
    assertThat(out.resolve("manifest.json")).hasContent(manifest);
  }
}
