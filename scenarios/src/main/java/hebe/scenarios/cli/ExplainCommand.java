package hebe.scenarios.cli;

import hebe.scenarios.build.DiagramKind;
import hebe.scenarios.build.Diagrams;
import hebe.scenarios.build.Explanation;
import hebe.scenarios.build.Scenario;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what a scenario means. */
@Command(
    name = "explain",
    description =
        "Shows the resolved scenario: every value with unit and origin, every derived operation, the automata as Mermaid diagrams.")
final class ExplainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The scenario.")
  private Path file;

  @Option(
      names = "--diagram",
      paramLabel = "KIND",
      description = "Shows only the automata, as a diagram: ${COMPLETION-CANDIDATES}.")
  private Optional<DiagramKind> diagram;

  @Override
  public Integer call() throws InputException {
    PrintWriter out = spec.commandLine().getOut();
    Scenario scenario = new Inputs().scenario(file);
    out.print(
        diagram.map(kind -> Diagrams.of(scenario, kind)).orElseGet(() -> Explanation.of(scenario)));
    out.flush();
    return ExitCode.DONE.code();
  }
}
