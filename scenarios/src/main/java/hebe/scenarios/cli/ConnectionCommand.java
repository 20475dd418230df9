package hebe.scenarios.cli;

import hebe.models.connection.tcp.Stack;
import hebe.models.connection.wrap.DownPolicy;
import hebe.reports.ConnectionWriter;
import hebe.reports.ReportException;
import hebe.reports.RunFacts;
import hebe.reports.connection.Curves;
import hebe.reports.table.ConsoleTable;
import hebe.scenarios.connection.ConnectionRequest;
import hebe.scenarios.connection.LadderBuilder;
import hebe.scenarios.connection.Mix;
import hebe.scenarios.connection.RecoveryTables;
import hebe.scenarios.connection.Seen;
import hebe.scenarios.connection.ServerMode;
import hebe.scenarios.connection.StallCurves;
import hebe.scenarios.connection.SurvivalCurves;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Simulates what a client sees when the server behind its TCP connection fails. */
@Command(
    name = "connection",
    description =
        "Simulates one client's TCP connection whose server fails and comes back, with plain TCP or FT-TCP; without options an upload over Linux for 3 s.")
final class ConnectionCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private ConnectionOptions options;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description =
          "Also writes pictures and their data into a folder: the packets, the stall and the survival of connections against the outage.")
  private Optional<Path> output;

  @Override
  public Integer call() throws InputException, IOException, ReportException {
    long began = System.nanoTime();
    ConnectionRequest request = options.request();
    Mix mix = options.mix(output.isPresent());
    if (output.isPresent()) {
      ConnectionWriter.requireRoom(output.get());
    }
    Seen seen = Seen.of(request);
    PrintWriter out = spec.commandLine().getOut();
    out.print(ConsoleTable.render(RecoveryTables.one(seen)));
    if (request.mode() != ServerMode.PLAIN) {
      out.println();
      out.print(ConsoleTable.render(RecoveryTables.policies(request)));
    }
    if (output.isPresent()) {
      List<Path> written = write(seen, mix, output.get(), began);
      out.println();
      out.println("Written: " + written.size() + " files in " + output.get());
    }
    out.flush();
    return ExitCode.DONE.code();
  }

  private List<Path> write(Seen seen, Mix mix, Path directory, long began)
      throws IOException, ReportException {
    double delay = seen.request().link().delaySeconds();
    List<Stack> stacks = ConnectionOptions.stacks();
    List<Curves> curves = new ArrayList<>();
    stacks.forEach(stack -> curves.add(StallCurves.of(stack, delay)));
    for (DownPolicy policy : List.of(DownPolicy.SILENT, seen.request().policy())) {
      if (curves.size() == stacks.size() || policy != DownPolicy.SILENT) {
        curves.add(SurvivalCurves.of(stacks, policy, mix, delay, seen.request().patienceSeconds()));
      }
    }
    RunFacts facts =
        new RunFacts(
            Version.number(),
            System.getProperty("java.version"),
            (System.nanoTime() - began) / 1e9,
            Map.of());
    return ConnectionWriter.write(LadderBuilder.of(seen), curves, facts, directory);
  }
}
