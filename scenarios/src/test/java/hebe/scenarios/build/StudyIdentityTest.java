package hebe.scenarios.build;

import static org.assertj.core.api.Assertions.assertThat;

import hebe.models.catalog.Catalog;
import hebe.models.catalog.Published;
import hebe.scenarios.read.Problems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyIdentityTest {
  private static final String SCENARIO =
      """
      hebe: 1
      name: Two states
      hosts: [{name: host}]
      failures:
        vmm:
          crash: {exponential: {mean: 1000 h}}
          repair: {empirical: {csv: repairs.csv}}
      policies: [{name: none}]
      study: {horizon: 50 years, replications: 200, seed: 1}
      """;

  @TempDir Path folder;

  private SortedMap<String, String> identity(String scenario, String repairs) throws Exception {
    Path file = Files.writeString(folder.resolve("a.yaml"), scenario);
    Files.writeString(folder.resolve("repairs.csv"), repairs);
    return identity(file, "0.1.0");
  }

  private static SortedMap<String, String> identity(Path file, String program) {
    Problems problems = new Problems();
    Catalog catalog = Catalog.load(Published.warmVmReboot());
    Scenario scenario = new ScenarioReader(catalog).read(file, problems).orElseThrow();
    return StudyIdentity.of(scenario, program);
  }

  @Test
  void of_sameTexts_isTheSame() throws Exception {
    assertThat(identity(SCENARIO, "delay\n2 ms\n1 h\n"))
        .isEqualTo(identity(SCENARIO, "delay\n2 ms\n1 h\n"));
  }

  @Test
  void of_fileNamedByTheScenario_isPartOfIt() throws Exception {
    SortedMap<String, String> first = identity(SCENARIO, "delay\n2 ms\n1 h\n");
    SortedMap<String, String> second = identity(SCENARIO, "delay\n2 ms\n1.0000001 h\n");
    assertThat(second.get("scenario")).isNotEqualTo(first.get("scenario"));
  }

  @Test
  void exact_digitsOfTwoVersionsOfJava_areTheSame() {
    // One double: Java 17 prints it the first way, Java 25 the second.
    assertThat(ScenarioHash.exact("[meanSeconds=9.999999999999999E22]"))
        .isEqualTo(ScenarioHash.exact("[meanSeconds=1.0E23]"))
        .isNotEqualTo(ScenarioHash.exact("[meanSeconds=1.1E23]"));
  }

  @Test
  void of_otherScenarioOrProgram_isAnother() throws Exception {
    SortedMap<String, String> first = identity(SCENARIO, "delay\n1 h\n");
    assertThat(identity(SCENARIO + "# more\n", "delay\n1 h\n")).isNotEqualTo(first);
    assertThat(identity(folder.resolve("a.yaml"), "0.2.0")).isNotEqualTo(first);
  }
}
