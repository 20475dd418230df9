package hebe.scenarios.cli;

import hebe.models.validation.Prediction;
import hebe.models.validation.WarmVmReboot;
import hebe.reports.table.ConsoleTable;
import hebe.scenarios.build.ValidationPage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Compares predictions with published figures. */
@Command(
    name = "verify",
    description =
        "Predicts the published figures and compares; fails if a verified figure that rests on verified inputs is missed.")
final class VerifyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--page",
      paramLabel = "FILE",
      description = "Writes the page docs/validation.md to this file instead.")
  private Optional<Path> page;

  @Override
  public Integer call() throws IOException {
    Inputs inputs = new Inputs();
    List<Prediction> predictions = WarmVmReboot.predict(inputs.published(), inputs.catalog());
    PrintWriter out = spec.commandLine().getOut();
    if (page.isPresent()) {
      Files.writeString(page.get(), ValidationPage.of(inputs.published(), inputs.catalog()));
      out.println("Written: " + page.get());
    } else {
      out.print(ConsoleTable.render(ValidationPage.table(predictions)));
      out.println();
      out.println(ValidationPage.summary(predictions));
    }
    boolean missed =
        predictions.stream().anyMatch(p -> p.standing() == Prediction.Standing.GATE && !p.hit());
    return missed ? ExitCode.FELL_SHORT.code() : ExitCode.DONE.code();
  }
}
