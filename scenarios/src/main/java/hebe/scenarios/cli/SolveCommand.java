package hebe.scenarios.cli;

import hebe.reports.number.Numbers;
import hebe.reports.table.ConsoleTable;
import hebe.reports.table.DataTable;
import hebe.scenarios.build.ExactStudy;
import hebe.scenarios.build.Scenario;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
        "Gives the exact availability of every policy over the scenario's horizon, or says why there is none and what would help.")
final class SolveCommand implements Callable<Integer> {
  private static final int DIGITS = 10;

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
    List<List<String>> rows = new ArrayList<>();
    exact
        .solved()
        .forEach(
            (policy, operation) ->
                operation
                    .values()
                    .forEach(
                        (metric, value) ->
                            rows.add(
                                List.of(
                                    policy,
                                    Integer.toString(operation.states()),
                                    metric.subject(),
                                    metric.name(),
                                    metric.unit(),
                                    Numbers.significant(value, DIGITS)))));
    PrintWriter out = spec.commandLine().getOut();
    if (!rows.isEmpty()) {
      List<String> header = List.of("policy", "states", "subject", "metric", "unit", "exact");
      out.print(
          ConsoleTable.render(
              new DataTable(scenario.name() + ", exact over the horizon", header, rows)));
      out.flush();
    }
    exact
        .refusals()
        .forEach(line -> spec.commandLine().getErr().println("hebe: no exact solution, " + line));
    return exact.refused().isEmpty() ? ExitCode.DONE.code() : ExitCode.FELL_SHORT.code();
  }
}
