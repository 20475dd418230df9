package hebe.scenarios.cli;

import hebe.models.catalog.Parameter;
import hebe.models.timing.Microarchitecture;
import hebe.models.timing.Mode;
import hebe.models.timing.Workload;
import hebe.reports.number.Numbers;
import hebe.reports.table.ConsoleTable;
import hebe.reports.table.DataTable;
import hebe.scenarios.build.TimingData;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists what ships with Hebe and can be named. */
@Command(name = "list", description = "Lists what ships with Hebe and can be named in scenarios.")
final class ListCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "WHAT", description = "One of ${COMPLETION-CANDIDATES}.")
  private Kind kind;

  /** What can be listed. */
  private enum Kind {
    CPUS,
    MODES,
    WORKLOADS,
    PROFILES,
    STACKS;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Override
  public Integer call() {
    DataTable table =
        switch (kind) {
          case CPUS -> cpus(TimingData.load());
          case MODES -> modes(TimingData.load());
          case WORKLOADS -> workloads(TimingData.load());
          case PROFILES -> profiles();
          case STACKS -> StackTable.of();
        };
    PrintWriter out = spec.commandLine().getOut();
    out.print(ConsoleTable.render(table));
    out.flush();
    return ExitCode.DONE.code();
  }

  private static DataTable cpus(TimingData data) {
    List<List<String>> rows = new ArrayList<>();
    for (String name : data.costs().microarchitectures().names()) {
      Microarchitecture cpu = data.costs().microarchitectures().get(name);
      String clock =
          cpu.nominalHertz().isPresent()
              ? Numbers.significant(cpu.nominalHertz().getAsDouble() / 1e9, 4)
              : "-";
      String modes = String.join(", ", data.costs().modes(name).stream().map(Mode::label).toList());
      rows.add(List.of(name, clock, cpu.extensions().words(), modes, cpu.note()));
    }
    return new DataTable(
        "Processors", List.of("name", "clock [GHz]", "has", "modes with costs", "what"), rows);
  }

  private static DataTable modes(TimingData data) {
    List<List<String>> rows = new ArrayList<>();
    for (Mode mode : Mode.values()) {
      long cpus =
          data.costs().microarchitectures().names().stream()
              .filter(cpu -> data.costs().modes(cpu).contains(mode))
              .count();
      rows.add(List.of(mode.label(), Long.toString(cpus), mode.needs().words(), mode.doc()));
    }
    return new DataTable("Modes", List.of("name", "CPUs with costs", "needs", "what"), rows);
  }

  private static DataTable workloads(TimingData data) {
    List<List<String>> rows = new ArrayList<>();
    for (String name : data.workloads().names()) {
      Workload workload = data.workloads().get(name);
      boolean verified =
          workload.counts().values().stream().allMatch(count -> count.provenance().verified());
      rows.add(
          List.of(
              name,
              Integer.toString(workload.events().size()),
              verified ? "yes" : "no",
              workload.description()));
    }
    return new DataTable("Workloads", List.of("name", "kinds of events", "verified", "what"), rows);
  }

  private static DataTable profiles() {
    Inputs inputs = new Inputs();
    List<List<String>> rows = new ArrayList<>();
    for (Parameter.Kind kind : Arrays.asList(Parameter.Kind.values())) {
      inputs.catalog().names(kind).forEach(name -> rows.add(List.of(name, kind.label())));
    }
    return new DataTable("Profiles", List.of("name", "of"), rows);
  }
}
