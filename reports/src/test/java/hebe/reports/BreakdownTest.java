package hebe.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hebe.reports.breakdown.Breakdown;
import hebe.reports.breakdown.Ranged;
import hebe.reports.plot.BreakdownFigure;
import hebe.reports.plot.Plots;
import hebe.reports.summary.BreakdownCsv;
import hebe.reports.table.BreakdownTables;
import hebe.reports.table.ConsoleTable;
import hebe.reports.table.DataTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Slow-downs as table, file and picture. */
class BreakdownTest {
  private static final RunFacts FACTS = new RunFacts("0", "17", 1, Map.of());

  @TempDir private Path folder;

  /** 1 + 0.25 - 0.05 = 1.2: half of the rate at double the cost, and what the VMM does cheaper. */
  private static Breakdown breakdown() {
    Breakdown.Part faults =
        new Breakdown.Part(
            "page fault", exact(50_000), new Ranged(5000, 4000, 6000), new Ranged(0.25, 0.2, 0.3));
    Breakdown.Part signals =
        new Breakdown.Part("signal", exact(1000), exact(-50_000), exact(-0.05));
    return new Breakdown(
        "Slow-down: mail, on a CPU",
        List.of(
            bar("native", exact(1), List.of(), List.of()),
            bar("xen", new Ranged(1.2, 1.15, 1.25), List.of(faults, signals), List.of("a, b"))));
  }

  private static Breakdown.Bar bar(
      String mode, Ranged slowDown, List<Breakdown.Part> parts, List<String> unverified) {
    return new Breakdown.Bar(mode, Map.of("mode", mode), slowDown, parts, unverified);
  }

  private static Ranged exact(double value) {
    return new Ranged(value, value, value);
  }

  @Test
  void slowDowns_sayTheShareLostAndItsMainCause() {
    DataTable table = BreakdownTables.slowDowns(breakdown());
    // 1 - 1 / 1.2
    assertThat(table.rows())
        .containsExactly(
            List.of("native", "1", "", "0", "-", "yes"),
            List.of("xen", "1.2", "1.15 .. 1.25", "16.7", "page fault", "no (1)"));
  }

  @Test
  void causes_andNativeWork_makeTheWhole() {
    Breakdown.Bar xen = breakdown().bars().get(1);
    DataTable table = BreakdownTables.causes(xen);
    assertThat(table.rows().stream().map(row -> row.get(row.size() - 1)))
        .containsExactly("83.3", "20.8", "-4.17");
    double shares = xen.parts().stream().mapToDouble(xen::share).sum() + 1 / 1.2;
    assertThat(shares).isCloseTo(1, within(1e-12));
    assertThat(ConsoleTable.render(table)).startsWith("Where the time goes, xen\n");
  }

  @Test
  void csv_hasALineForEveryPartAndOneForAll() {
    assertThat(BreakdownCsv.write(breakdown()).lines().skip(1))
        .containsExactly(
            "native,all,,,,,,,0,0,0,0,1,1,1,",
            "xen,page fault,50000,50000,50000,5000,4000,6000,0.25,0.2,0.3,0.208333333333,,,,",
            "xen,signal,1000,1000,1000,-50000,-50000,-50000,-0.05,-0.05,-0.05,-0.0416666666667,,,,",
            "xen,all,,,,,,,0.2,0.15,0.25,0.166666666667,1.2,1.15,1.25,\"a, b\"");
  }

  @Test
  void picture_namesEveryBarAndCause() throws IOException {
    String svg = Plots.svg(BreakdownFigure.of(breakdown()));
    assertThat(svg)
        .contains(">native<", ">xen<", ">native work<", ">page fault<", ">signal<", ">1.2<")
        .isEqualTo(Plots.svg(BreakdownFigure.of(breakdown())));
  }

  @Test
  void picture_ofManyCauses_gathersTheSmallOnes() throws IOException {
    List<Breakdown.Part> parts = new ArrayList<>();
    for (int i = 1; i <= 15; i++) {
      parts.add(new Breakdown.Part("event-" + i, exact(1), exact(i), exact(i)));
    }
    Breakdown many = new Breakdown("many", List.of(bar("xen", exact(121), parts, List.of())));
    assertThat(Plots.svg(BreakdownFigure.of(many)))
        .contains(">event-15<", ">event-7<", ">others<")
        .doesNotContain(">event-6<");
  }

  @Test
  void writer_again_replacesItsOwnFilesOnly() throws IOException, ReportException {
    Path target = folder.resolve("out");
    List<Path> written = BreakdownWriter.write(breakdown(), FACTS, target);
    assertThat(written.stream().map(file -> target.toAbsolutePath().relativize(file).toString()))
        .containsExactly("timing.csv", "plots/timing.svg", "plots/timing.png", "manifest.json");
    BreakdownWriter.requireRoom(target);
    assertThat(BreakdownWriter.write(breakdown(), FACTS, target)).isEqualTo(written);
    assertThat(Files.readString(target.resolve("manifest.json")))
        .contains("\"title\": \"Slow-down: mail, on a CPU\"");
  }

  @Test
  void writer_beforeForeignFiles_leavesTheFolderAsItWas() throws IOException {
    Files.writeString(folder.resolve("timing.csv"), "mine");
    assertThatThrownBy(() -> BreakdownWriter.requireRoom(folder))
        .isInstanceOf(ReportException.class)
        .hasMessageContaining("timing.csv");
    assertThatThrownBy(() -> BreakdownWriter.write(breakdown(), FACTS, folder))
        .isInstanceOf(ReportException.class);
    assertThat(folder).isDirectoryNotContaining("glob:**/plots");
    assertThat(folder.resolve("timing.csv")).hasContent("mine");
  }
}
