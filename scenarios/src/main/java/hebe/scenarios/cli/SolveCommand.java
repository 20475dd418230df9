package hebe.scenarios.cli;

import hebe.scenarios.build.ExactStudy;
import hebe.scenarios.build.Scenario;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Solves a scenario exactly, without simulating it. */
@Command(
    name = "solve",
    description =
        "Gives the exact values of every policy over the scenario's horizon and in the long run, or says why there are none and what would help.")
final class SolveCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The scenario.")
  private Path file;

  @Option(
      names = "--states",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "Most states of a model; ${DEFAULT-VALUE} without it.")
  private int states;

  @Override
  public Integer call() throws InputException {
    Scenario scenario = new Inputs().scenario(file);
    ExactStudy exact = ExactStudy.of(scenario, Math.max(1, states));
    SolvedTable table = new SolvedTable(exact);
    PrintWriter out = spec.commandLine().getOut();
    out.print(table.render(scenario.name()));
    out.flush();
    exact.gaps().forEach(line -> spec.commandLine().getErr().println("hebe: " + line));
    table.gaps().forEach(line -> spec.commandLine().getErr().println("hebe: " + line));
    return exact.refused().isEmpty() && table.gaps().isEmpty()
        ? ExitCode.DONE.code()
        : ExitCode.FELL_SHORT.code();
  }
}
