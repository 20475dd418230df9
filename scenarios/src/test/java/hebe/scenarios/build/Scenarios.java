package hebe.scenarios.build;

import static org.assertj.core.api.Assertions.assertThat;

import hebe.models.catalog.Catalog;
import hebe.models.catalog.Published;
import hebe.scenarios.read.Problems;
import hebe.scenarios.read.SourceFile;
import hebe.sim.result.StudyResult;
import hebe.sim.study.ReplicationStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Scenarios and their results, for the tests. */
final class Scenarios {
  static final Catalog CATALOG = Catalog.load(Published.warmVmReboot());

  private Scenarios() {}

  /** The scenario of a text that has no problem; its file is called x.yaml. */
  static Scenario read(String text) {
    return read(new SourceFile("x.yaml", text));
  }

  /** A scenario of the catalog. */
  static Scenario catalog(String name) {
    return read(folder().resolve(name + ".yaml"));
  }

  static Scenario read(Path file) {
    Problems problems = new Problems();
    Optional<SourceFile> source = SourceFile.read(file, problems);
    assertThat(problems.list()).isEmpty();
    return read(source.orElseThrow());
  }

  private static Scenario read(SourceFile source) {
    Problems problems = new Problems();
    Optional<Scenario> scenario = new ScenarioReader(CATALOG).read(source, problems);
    assertThat(problems.list()).as(source.text()).isEmpty();
    return scenario.orElseThrow();
  }

  /** All scenarios of the catalog, by name. */
  static List<Path> catalogFiles() {
    try (Stream<Path> files = Files.list(folder())) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder() {
    return Path.of(System.getProperty("hebe.root"), "scenarios", "catalog");
  }

  /** The same scenario with another number of replications. */
  static Scenario withReplications(Scenario scenario, int replications) {
    StudySettings study = scenario.study();
    return withStudy(
        scenario,
        new StudySettings(
            study.horizonSeconds(),
            replications,
            study.confidence(),
            study.seed(),
            study.binSeconds()));
  }

  static Scenario withStudy(Scenario scenario, StudySettings study) {
    return scenario.withStudy(study);
  }

  /** The results of a scenario, without pictures. */
  static StudyResult run(Scenario scenario, int threads) {
    return new StudyRun(scenario, threads, ReplicationStore.none(), () -> {}).run(List.of());
  }
}
