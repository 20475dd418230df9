package hebe.reports;

import hebe.reports.breakdown.Stack;
import hebe.reports.plot.Plots;
import hebe.reports.plot.StackFigure;
import hebe.reports.summary.TableCsv;
import hebe.reports.table.DataTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes tables and the picture of what some times consist of into a folder: a CSV file for each
 * table, {@code plots/NAME.svg|png}, {@code manifest.json}. Like {@link ReportWriter} it writes all
 * or nothing.
 */
public final class StackWriter {
  private StackWriter() {}

  /**
   * Writes the folder, or leaves it as it was.
   *
   * @param tables by the names of their files
   * @return the files written, manifest last
   * @throws ReportException if a file that Hebe did not write is in the way
   * @throws IOException if the file system fails
   */
  public static List<Path> write(
      Stack stack, Map<String, DataTable> tables, RunFacts facts, Path directory)
      throws IOException, ReportException {
    try (ResultFolder folder = ResultFolder.open(directory)) {
      List<String> names = new ArrayList<>();
      for (Map.Entry<String, DataTable> table : tables.entrySet()) {
        put(folder.draft(), table.getKey(), TableCsv.write(table.getValue()));
        names.add(table.getKey());
      }
      List<Path> plots =
          Plots.write(List.of(StackFigure.of(stack)), folder.draft().resolve("plots"));
      plots.forEach(file -> names.add("plots/" + file.getFileName()));
      names.add(Manifest.NAME);
      put(folder.draft(), Manifest.NAME, Manifest.write(stack.title(), facts, names));
      String journal = Manifest.write(stack.title(), facts, folder.withEarlier(names));
      return folder.install(names, journal);
    }
  }

  /**
   * Checks before the work that its results can go into a folder.
   *
   * @throws ReportException if a file that Hebe did not write is in the way
   * @throws IOException if the file system fails
   */
  public static void requireRoom(Path directory, List<String> tables)
      throws IOException, ReportException {
    List<String> names = new ArrayList<>(tables);
    names.add(Manifest.NAME);
    ResultFolder.requireRoom(directory, names);
  }

  private static void put(Path draft, String name, String text) throws IOException {
    Files.writeString(draft.resolve(name), text, StandardCharsets.UTF_8);
  }
}
