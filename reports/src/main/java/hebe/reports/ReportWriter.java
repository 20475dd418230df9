package hebe.reports;

import hebe.reports.breakdown.Breakdown;
import hebe.reports.html.ReportHtml;
import hebe.reports.plot.BreakdownFigure;
import hebe.reports.plot.Figure;
import hebe.reports.plot.Plots;
import hebe.reports.summary.BreakdownCsv;
import hebe.reports.summary.CurvesCsv;
import hebe.reports.summary.MetricsCsv;
import hebe.reports.summary.OutagesCsv;
import hebe.reports.summary.ScalingCsv;
import hebe.reports.summary.SummaryJson;
import hebe.reports.table.BreakdownTables;
import hebe.reports.table.DataTable;
import hebe.sim.result.StudyResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes all reports of a study into a folder: {@code summary.json}, {@code metrics.csv}, {@code
 * curves.csv}, {@code outages.csv}, {@code scaling.csv} and {@code timing.csv} (if there is any),
 * {@code report.html}, {@code plots/*.svg|png}, {@code manifest.json}.
 */
public final class ReportWriter {
  private static final String PLOTS = "plots";
  private static final List<String> ALWAYS =
      List.of(
          "summary.json", "metrics.csv", "curves.csv", "outages.csv", "report.html", Manifest.NAME);

  private ReportWriter() {}

  /**
   * Writes the folder, or leaves it as it was.
   *
   * <p>Everything is first made in a temporary folder beside it. Reports of an earlier run are
   * replaced; other files in the folder stay. An existing file in the way that Hebe did not write
   * is never replaced.
   *
   * @return the files written, manifest last
   * @throws ReportException if a file that Hebe did not write is in the way
   * @throws IOException if the file system fails
   */
  public static List<Path> write(StudyResult study, RunFacts facts, Path directory)
      throws IOException, ReportException {
    return write(study, Optional.empty(), facts, directory);
  }

  /**
   * Likewise, with where the time of the guests' workloads goes.
   *
   * @param timing empty if that is not known
   */
  public static List<Path> write(
      StudyResult study, Optional<Breakdown> timing, RunFacts facts, Path directory)
      throws IOException, ReportException {
    try (ResultFolder folder = ResultFolder.open(directory)) {
      List<String> names = make(study, timing, facts, folder.draft());
      names.add(Manifest.NAME);
      put(folder.draft(), Manifest.NAME, Manifest.write(study, facts, names));
      String journal = Manifest.write(study, facts, folder.withEarlier(names));
      return folder.install(names, journal);
    }
  }

  /**
   * Checks before a long run that its reports can go into a folder.
   *
   * @throws ReportException if a file that Hebe did not write is in the way
   * @throws IOException if the file system fails
   */
  public static void requireRoom(Path directory) throws IOException, ReportException {
    ResultFolder.requireRoom(directory, ALWAYS);
  }

  private static List<String> make(
      StudyResult study, Optional<Breakdown> timing, RunFacts facts, Path draft)
      throws IOException {
    List<Figure> figures = new ArrayList<>(Plots.figures(study));
    timing.map(BreakdownFigure::of).ifPresent(figures::add);
    List<String> names = new ArrayList<>();
    names.add(put(draft, "summary.json", SummaryJson.write(study)));
    names.add(put(draft, "metrics.csv", MetricsCsv.write(study)));
    names.add(put(draft, "curves.csv", CurvesCsv.write(study)));
    names.add(put(draft, "outages.csv", OutagesCsv.write(study)));
    if (!study.scalings().isEmpty()) {
      names.add(put(draft, "scaling.csv", ScalingCsv.write(study)));
    }
    if (timing.isPresent()) {
      names.add(put(draft, "timing.csv", BreakdownCsv.write(timing.get())));
    }
    List<DataTable> tables = timing.map(BreakdownTables::slowDowns).stream().toList();
    String page = ReportHtml.write(study, tables, figures, facts.hebeVersion());
    names.add(put(draft, "report.html", page));
    for (Path file : Plots.write(figures, draft.resolve(PLOTS))) {
      names.add(PLOTS + "/" + file.getFileName());
    }
    return names;
  }

  private static String put(Path draft, String name, String text) throws IOException {
    Files.writeString(draft.resolve(name), text, StandardCharsets.UTF_8);
    return name;
  }
}
