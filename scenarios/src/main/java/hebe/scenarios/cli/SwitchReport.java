package hebe.scenarios.cli;

import hebe.reports.ReportException;
import hebe.reports.RunFacts;
import hebe.reports.StackWriter;
import hebe.reports.table.ConsoleTable;
import hebe.reports.table.DataTable;
import hebe.scenarios.build.SwitchFiles;
import hebe.scenarios.build.SwitchRelatives;
import hebe.scenarios.build.SwitchRequest;
import hebe.scenarios.build.SwitchSweep;
import hebe.scenarios.build.SwitchTables;
import hebe.scenarios.build.SwitchWaits;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Prints one attach and one detach of a VMM, and writes them into a folder. */
final class SwitchReport {
  private static final String PARTS = "switch.csv";
  private static final String WAITS = "switch-waits.csv";
  private static final String SWEEP = "switch-sweep.csv";

  private SwitchReport() {}

  static void print(
      SwitchRequest request, PrintWriter out, Optional<Path> directory, long beganNanos)
      throws IOException, ReportException {
    Map<String, DataTable> tables = new LinkedHashMap<>();
    if (directory.isPresent()) {
      StackWriter.requireRoom(directory.get(), List.of(PARTS, WAITS, SWEEP));
    }
    tables.put(PARTS, SwitchFiles.csv(request));
    tables.put(WAITS, SwitchWaits.of(request));
    tables.put(SWEEP, SwitchSweep.of(request));
    out.print(ConsoleTable.render(SwitchTables.parts(request)));
    out.println();
    SwitchTables.remarks(request).forEach(out::println);
    out.println();
    out.print(ConsoleTable.render(tables.get(WAITS)));
    out.println();
    out.print(ConsoleTable.render(tables.get(SWEEP)));
    out.println();
    out.print(ConsoleTable.render(SwitchRelatives.of()));
    if (directory.isPresent()) {
      RunFacts facts =
          new RunFacts(
              Version.number(),
              System.getProperty("java.version"),
              (System.nanoTime() - beganNanos) / 1e9,
              Map.of());
      List<Path> written =
          StackWriter.write(SwitchFiles.stack(request), tables, facts, directory.get());
      out.println();
      out.println("Written: " + written.size() + " files in " + directory.get());
    }
    out.flush();
  }
}
