package hebe.scenarios.cli;

import hebe.models.fleet.ExactOperation;
import hebe.reports.ReportException;
import hebe.reports.table.ConsoleTable;
import hebe.scenarios.build.ApproximateTables;
import hebe.scenarios.build.ChainExport;
import hebe.scenarios.build.ExactStudy;
import hebe.scenarios.build.Gaps;
import hebe.scenarios.build.PolicyRun;
import hebe.scenarios.build.Scenario;
import hebe.scenarios.build.SensitivityTable;
import hebe.sim.exact.UnsolvableException;
import hebe.sim.result.MetricId;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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

  @Option(
      names = "--sensitivity",
      description = "Also ranks the delays by what they change in a metric over the horizon.")
  private boolean sensitivity;

  @Option(
      names = "--metric",
      paramLabel = "NAME",
      defaultValue = "unavailability",
      description =
          "The metric that --sensitivity is about, or \"all\"; ${DEFAULT-VALUE} without it.")
  private String metric;

  @Option(
      names = "--export",
      paramLabel = "DIR",
      description =
          "Also writes the states and rates for PRISM, and the model for Graphviz and Mermaid, into a new folder.")
  private Optional<Path> export;

  @Mixin private final PhasesOption phases = new PhasesOption();

  @Override
  public Integer call() throws InputException, IOException, ReportException {
    phases.check(spec.commandLine());
    if (states < 1) {
      throw new ParameterException(
          spec.commandLine(), "--states: expected a whole number of at least 1, got " + states);
    }
    Scenario scenario = new Inputs().scenario(file);
    if (export.isPresent()) {
      ChainExport.requireRoom(export.get());
    }
    ExactStudy exact = ExactStudy.of(scenario, states);
    requireMetric(exact);
    SolvedTable table = new SolvedTable(exact);
    PrintWriter out = spec.commandLine().getOut();
    out.print(table.render(scenario.name()));
    out.flush();
    boolean overHorizon =
        phases.answer(
            scenario,
            exact,
            states,
            spec.commandLine(),
            study -> ApproximateTables.values(scenario.name(), study));
    boolean complete = overHorizon || exact.refused().isEmpty();
    table.gaps().forEach(line -> spec.commandLine().getErr().println("hebe: " + line));
    complete &= !sensitivity || rank(scenario, exact);
    if (export.isPresent() && !exact.solved().isEmpty()) {
      complete &= export(scenario, exact, export.get());
    }
    return complete && table.gaps().isEmpty() ? ExitCode.DONE.code() : ExitCode.FELL_SHORT.code();
  }

  private void requireMetric(ExactStudy exact) throws InputException {
    List<String> known =
        exact.overHorizon().values().stream()
            .flatMap(values -> values.values().keySet().stream())
            .map(MetricId::name)
            .distinct()
            .toList();
    if (!known.isEmpty() && !known.contains(metric) && !metric.equals(SensitivityTable.ALL)) {
      OptionValue read = new OptionValue();
      read.refuse(
          "--metric",
          "all, " + String.join(", ", known),
          '"' + metric + '"',
          "write for example \"--metric outages-per-year\"");
      read.finish();
    }
  }

  /** Prints which delays matter; returns whether every solved policy has the answer. */
  private boolean rank(Scenario scenario, ExactStudy exact) {
    PrintWriter out = spec.commandLine().getOut();
    boolean complete = true;
    for (PolicyRun run : solved(scenario, exact)) {
      ExactOperation operation = exact.solved().get(run.label());
      try {
        var sensitivities = operation.sensitivities(scenario.study().horizonSeconds());
        out.println();
        out.print(ConsoleTable.render(SensitivityTable.of(run.label(), metric, sensitivities)));
      } catch (UnsolvableException e) {
        complete = false;
        String why = String.join("; ", e.reasons());
        spec.commandLine()
            .getErr()
            .println("hebe: no sensitivity, policy " + run.label() + ": " + why);
      }
    }
    out.flush();
    return complete;
  }

  /** Writes the chains of solved policies; returns whether each can be written as it is. */
  private boolean export(Scenario scenario, ExactStudy exact, Path directory)
      throws IOException, ReportException {
    List<PolicyRun> solved = solved(scenario, exact);
    int written = 0;
    try (ChainExport files = ChainExport.open(directory)) {
      for (PolicyRun run : solved) {
        try {
          files.add(run.label(), run.fleet().model(), states);
          written++;
        } catch (UnsolvableException e) {
          Gaps.of("no export", run.label(), e.reasons())
              .forEach(line -> spec.commandLine().getErr().println("hebe: " + line));
        }
      }
      if (written > 0) {
        files.install();
        spec.commandLine().getOut().println("Written: " + directory);
      }
    }
    return written == solved.size();
  }

  private static List<PolicyRun> solved(Scenario scenario, ExactStudy exact) {
    return scenario.runs().stream().filter(run -> exact.solved().containsKey(run.label())).toList();
  }
}
