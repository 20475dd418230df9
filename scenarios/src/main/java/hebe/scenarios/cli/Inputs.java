package hebe.scenarios.cli;

import hebe.models.catalog.Catalog;
import hebe.models.catalog.Published;
import hebe.scenarios.build.Scenario;
import hebe.scenarios.build.ScenarioReader;
import hebe.scenarios.read.Problems;
import java.nio.file.Path;

/** What commands read. */
final class Inputs {
  private final Published published = Published.warmVmReboot();
  private final Catalog catalog = Catalog.load(published);

  Published published() {
    return published;
  }

  Catalog catalog() {
    return catalog;
  }

  ScenarioReader reader() {
    return new ScenarioReader(catalog);
  }

  /** The scenario in a file. */
  Scenario scenario(Path file) throws InputException {
    Problems problems = new Problems();
    return reader().read(file, problems).orElseThrow(() -> new InputException(problems));
  }
}
