package hebe.scenarios.cli;

import hebe.models.load.Execution;
import hebe.reports.BreakdownWriter;
import hebe.reports.ReportException;
import hebe.reports.RunFacts;
import hebe.reports.breakdown.Breakdown;
import hebe.reports.table.BreakdownTables;
import hebe.reports.table.ConsoleTable;
import hebe.scenarios.build.OperationCostTables;
import hebe.scenarios.build.Scenario;
import hebe.scenarios.build.SimulatedSlowDowns;
import hebe.scenarios.build.TimingData;
import hebe.scenarios.build.TimingRequest;
import hebe.scenarios.build.TimingStudy;
import hebe.scenarios.connection.WrapCostTables;
import hebe.scenarios.read.Bounds;
import hebe.scenarios.read.Types;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what a VMM costs a workload. */
@Command(
    name = "timing",
    description =
        "Gives the slow-down of workloads in the modes of a VMM on a processor, and where the time goes.")
final class TimingCommand implements Callable<Integer> {
  private static final double LEAST_SECONDS = 0.001;
  private static final double MOST_SECONDS = 600;
  private static final int MOST = 1000;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description =
          "A scenario: its hosts with \"mode\" and \"cpu\" and the workloads of their guests; options replace what it says.")
  private Optional<Path> file;

  @Mixin private TimingOptions options;

  @Mixin private SwitchOptions switching;

  @Option(
      names = "--operations",
      description =
          "Instead: what operations of a host cost on the processor in the mode, item by item.")
  private boolean operations;

  @Option(
      names = "--connections",
      description =
          "Instead: what FT-TCP costs services on the processor in the mode while nothing fails.")
  private boolean connections;

  @Option(
      names = "--batch",
      paramLabel = "N",
      defaultValue = "8",
      description =
          "Entries of its log that cross together, for --connections; ${DEFAULT-VALUE} without it.")
  private int batch;

  @Option(
      names = "--memory",
      paramLabel = "M",
      defaultValue = "1 GiB",
      description =
          "Memory of the machine that --operations or --switch is about; ${DEFAULT-VALUE} without it.")
  private String memory;

  @Option(
      names = "--simulate",
      paramLabel = "TIME",
      description =
          "Also simulates a host for this time, for example \"1 s\", trap by trap in cycles; with --switch so many switches, for example 10000.")
  private Optional<String> simulate;

  @Option(
      names = "--guests",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "Busy guests on the host that --simulate is about; ${DEFAULT-VALUE} without it.")
  private int guests;

  @Option(
      names = "--cores",
      paramLabel = "N",
      defaultValue = "1",
      description = "Cores of that host; ${DEFAULT-VALUE} without it.")
  private int cores;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "Also writes timing.csv and the picture into a folder.")
  private Optional<Path> output;

  @Override
  public Integer call() throws InputException, IOException, ReportException {
    long began = System.nanoTime();
    TimingData data = TimingData.load();
    if (switching.asked()) {
      SwitchReport.print(
          switching.request(data, options, memory, simulate),
          spec.commandLine().getOut(),
          output,
          began);
      return ExitCode.DONE.code();
    }
    switching.requireSwitch();
    if (operations) {
      return printOperations(data);
    }
    if (connections) {
      return printConnections(data);
    }
    Optional<Scenario> scenario =
        file.isPresent() ? Optional.of(new Inputs().scenario(file.get())) : Optional.empty();
    List<TimingRequest> requests = options.requests(data, scenario);
    Simulated simulated = simulated();
    if (output.isPresent()) {
      BreakdownWriter.requireRoom(output.get());
    }
    TimingStudy study = TimingStudy.of(data, requests);
    PrintWriter err = spec.commandLine().getErr();
    study.gaps().forEach(line -> err.println("hebe: " + line));
    if (study.points().isEmpty()) {
      err.println("hebe: " + known(data, requests.get(0)));
      return ExitCode.FELL_SHORT.code();
    }
    Breakdown breakdown = study.breakdown();
    print(breakdown);
    simulated.seconds().ifPresent(seconds -> print(study, seconds, simulated));
    if (output.isPresent()) {
      write(breakdown, output.get(), (System.nanoTime() - began) / 1e9);
    }
    return ExitCode.DONE.code();
  }

  /** Which hosts are to be simulated, and for how long. */
  private record Simulated(Optional<Double> seconds, int guests, int cores) {}

  private Simulated simulated() throws InputException {
    OptionValue read = new OptionValue();
    Optional<Double> seconds =
        simulate.flatMap(
            text ->
                read.read(
                    "--simulate",
                    text,
                    Types.durationSeconds(Bounds.closed(LEAST_SECONDS, MOST_SECONDS))));
    requireCount(read, "--guests", guests);
    requireCount(read, "--cores", cores);
    read.finish();
    return new Simulated(seconds, guests, cores);
  }

  private static void requireCount(OptionValue read, String option, int count) {
    if (count < 1 || count > MOST) {
      read.refuse(
          option,
          "a whole number from 1 to " + MOST,
          Integer.toString(count),
          "write for example \"" + option + " 4\"");
    }
  }

  private void print(TimingStudy study, double seconds, Simulated host) {
    PrintWriter out = spec.commandLine().getOut();
    out.println();
    out.print(
        ConsoleTable.render(SimulatedSlowDowns.of(study, seconds, host.guests(), host.cores())));
    out.flush();
  }

  private int printOperations(TimingData data) throws InputException {
    OptionValue read = new OptionValue();
    double bytes =
        read.read("--memory", memory, Types.memoryBytes()).map(Long::doubleValue).orElse(1.0);
    Execution execution = options.execution(data, read);
    PrintWriter out = spec.commandLine().getOut();
    out.print(ConsoleTable.render(OperationCostTables.of(execution, bytes, 1)));
    out.flush();
    return ExitCode.DONE.code();
  }

  private int printConnections(TimingData data) throws InputException {
    OptionValue read = new OptionValue();
    requireCount(read, "--batch", batch);
    Execution execution = options.execution(data, read);
    PrintWriter out = spec.commandLine().getOut();
    try {
      out.print(ConsoleTable.render(WrapCostTables.overheads(execution, data.costs(), batch)));
    } catch (IllegalArgumentException lacking) {
      spec.commandLine().getErr().println("hebe: " + lacking.getMessage());
      return ExitCode.FELL_SHORT.code();
    }
    out.println();
    out.print(ConsoleTable.render(WrapCostTables.memory()));
    out.flush();
    return ExitCode.DONE.code();
  }

  /** Where there are all costs of the workloads, so that one can choose again. */
  private static String known(TimingData data, TimingRequest asked) {
    TimingRequest all =
        new TimingRequest(
            data.costs().microarchitectures().names(),
            List.of(),
            asked.workloads(),
            OptionalDouble.of(1e9),
            asked.mitigations(),
            asked.verifiedOnly());
    List<TimingStudy.Point> there = TimingStudy.of(data, List.of(all)).points();
    List<String> elsewhere =
        names(there, p -> asked.modes().contains(p.mode()), p -> p.cpu().name());
    List<String> otherwise =
        names(there, p -> asked.cpus().contains(p.cpu().name()), p -> p.mode().label());
    return "all these costs are known in the mode on "
        + (elsewhere.isEmpty() ? "no CPU" : String.join(", ", elsewhere))
        + ", and on the CPU in "
        + (otherwise.isEmpty() ? "no mode" : "mode " + String.join(", ", otherwise));
  }

  private static List<String> names(
      List<TimingStudy.Point> points,
      Predicate<TimingStudy.Point> kept,
      Function<TimingStudy.Point, String> name) {
    return points.stream().filter(kept).map(name).distinct().toList();
  }

  private void print(Breakdown breakdown) {
    PrintWriter out = spec.commandLine().getOut();
    out.print(ConsoleTable.render(BreakdownTables.slowDowns(breakdown)));
    if (breakdown.bars().size() == 1) {
      Breakdown.Bar only = breakdown.bars().get(0);
      out.println();
      out.print(ConsoleTable.render(BreakdownTables.causes(only)));
      if (!only.unverified().isEmpty()) {
        out.println();
        out.println("Not verified: " + String.join("; ", only.unverified()));
      }
    }
    out.flush();
  }

  private void write(Breakdown breakdown, Path directory, double wallSeconds)
      throws IOException, ReportException {
    RunFacts facts =
        new RunFacts(Version.number(), System.getProperty("java.version"), wallSeconds, Map.of());
    List<Path> written = BreakdownWriter.write(breakdown, facts, directory);
    PrintWriter out = spec.commandLine().getOut();
    out.println();
    out.println("Written: " + written.size() + " files in " + directory);
    out.flush();
  }
}
