package hebe.scenarios.cli;

import hebe.scenarios.read.JsonSchema;
import hebe.scenarios.read.ReferenceDoc;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints what may stand in a scenario. */
@Command(
    name = "schema",
    description = "Prints the JSON Schema of scenarios, for editors, or their reference.")
final class SchemaCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--reference", description = "The reference as Markdown instead.")
  private boolean reference;

  @Override
  public Integer call() {
    var scenario = new Inputs().reader().declared();
    PrintWriter out = spec.commandLine().getOut();
    out.print(reference ? ReferenceDoc.of(scenario) : JsonSchema.of("Hebe scenario", scenario));
    out.flush();
    return ExitCode.DONE.code();
  }
}
