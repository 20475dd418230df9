package hebe.scenarios.cli;

import hebe.reports.table.ConsoleTable;
import hebe.scenarios.validation.PredictionTable;
import hebe.scenarios.validation.Section;
import hebe.scenarios.validation.ValidationPage;
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
    List<Section> sections = ValidationPage.sections(inputs.published(), inputs.catalog());
    PrintWriter out = spec.commandLine().getOut();
    if (page.isPresent()) {
      Files.writeString(page.get(), ValidationPage.of(sections));
      out.println("Written: " + page.get());
    } else {
      for (Section section : sections) {
        out.println(section.title());
        out.println();
        out.print(ConsoleTable.render(PredictionTable.of(section.predictions())));
        out.println();
        out.println(PredictionTable.summary(section.predictions()));
        out.println();
      }
    }
    return sections.stream().anyMatch(Section::fails)
        ? ExitCode.FELL_SHORT.code()
        : ExitCode.DONE.code();
  }
}
