package hebe.reports;

import hebe.reports.breakdown.Breakdown;
import hebe.reports.plot.BreakdownFigure;
import hebe.reports.plot.Plots;
import hebe.reports.summary.BreakdownCsv;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes where the time of workloads goes into a folder: {@code timing.csv}, {@code
 * plots/timing.svg|png}, {@code manifest.json}. Like {@link ReportWriter} it writes all or nothing.
 */
public final class BreakdownWriter {
  private static final String CSV = "timing.csv";

  private BreakdownWriter() {}

  /**
   * Writes the folder, or leaves it as it was.
   *
   * @return the files written, manifest last
   * @throws ReportException if a file that Hebe did not write is in the way
   * @throws IOException if the file system fails
   */
  public static List<Path> write(Breakdown breakdown, RunFacts facts, Path directory)
      throws IOException, ReportException {
    try (ResultFolder folder = ResultFolder.open(directory)) {
      List<String> names = new ArrayList<>(List.of(CSV));
      put(folder.draft(), CSV, BreakdownCsv.write(breakdown));
      List<Path> plots =
          Plots.write(List.of(BreakdownFigure.of(breakdown)), folder.draft().resolve("plots"));
      plots.forEach(file -> names.add("plots/" + file.getFileName()));
      names.add(Manifest.NAME);
      put(folder.draft(), Manifest.NAME, Manifest.write(breakdown.title(), facts, names));
      String journal = Manifest.write(breakdown.title(), facts, folder.withEarlier(names));
      return folder.install(names, journal);
    }
  }

  /**
   * Checks before the work that its results can go into a folder.
   *
   * @throws ReportException if a file that Hebe did not write is in the way
   * @throws IOException if the file system fails
   */
  public static void requireRoom(Path directory) throws IOException, ReportException {
    ResultFolder.requireRoom(directory, List.of(CSV, Manifest.NAME));
  }

  private static void put(Path draft, String name, String text) throws IOException {
    Files.writeString(draft.resolve(name), text, StandardCharsets.UTF_8);
  }
}
