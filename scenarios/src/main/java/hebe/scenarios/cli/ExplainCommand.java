package hebe.scenarios.cli;

import hebe.scenarios.build.Explanation;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
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

  @Override
  public Integer call() throws InputException {
    PrintWriter out = spec.commandLine().getOut();
    out.print(Explanation.of(new Inputs().scenario(file)));
    out.flush();
    return ExitCode.DONE.code();
  }
}
