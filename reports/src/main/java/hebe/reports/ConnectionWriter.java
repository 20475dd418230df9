package hebe.reports;

import hebe.reports.connection.Curves;
import hebe.reports.connection.Ladder;
import hebe.reports.plot.CurvesFigure;
import hebe.reports.plot.Figure;
import hebe.reports.plot.LadderFigure;
import hebe.reports.plot.Plots;
import hebe.reports.summary.ConnectionCsv;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes pictures of connections and their data into a folder: {@code recovery.csv}, a file for
 * each set of curves, {@code plots/}, {@code manifest.json}. All or nothing.
 */
public final class ConnectionWriter {
  private static final String LADDER_CSV = "recovery.csv";

  private ConnectionWriter() {}

  /**
   * Writes the folder, or leaves it as it was.
   *
   * @return the files written, manifest last
   * @throws ReportException if a file that Hebe did not write is in the way
   * @throws IOException if the file system fails
   */
  public static List<Path> write(Ladder ladder, List<Curves> curves, RunFacts facts, Path directory)
      throws IOException, ReportException {
    try (ResultFolder folder = ResultFolder.open(directory)) {
      List<String> names = new ArrayList<>();
      put(folder, names, LADDER_CSV, ConnectionCsv.write(ladder));
      List<Figure> figures = new ArrayList<>(List.of(LadderFigure.of(ladder)));
      for (Curves each : curves) {
        put(folder, names, each.name() + ".csv", ConnectionCsv.write(each));
        figures.add(CurvesFigure.of(each));
      }
      List<Path> plots = Plots.write(figures, folder.draft().resolve("plots"));
      plots.forEach(file -> names.add("plots/" + file.getFileName()));
      names.add(Manifest.NAME);
      Files.writeString(
          folder.draft().resolve(Manifest.NAME),
          Manifest.write(ladder.title(), facts, names),
          StandardCharsets.UTF_8);
      String journal = Manifest.write(ladder.title(), facts, folder.withEarlier(names));
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
    ResultFolder.requireRoom(directory, List.of(LADDER_CSV, Manifest.NAME));
  }

  private static void put(ResultFolder folder, List<String> names, String name, String text)
      throws IOException {
    Files.writeString(folder.draft().resolve(name), text, StandardCharsets.UTF_8);
    names.add(name);
  }
}
