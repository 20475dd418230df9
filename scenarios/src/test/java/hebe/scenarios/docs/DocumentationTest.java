package hebe.scenarios.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import hebe.models.catalog.Catalog;
import hebe.models.catalog.Published;
import hebe.models.fleet.FleetModel;
import hebe.models.fleet.OperationRun;
import hebe.models.policy.Policy;
import hebe.models.recovery.Fates;
import hebe.models.recovery.GuestMechanism;
import hebe.models.recovery.Mechanism;
import hebe.models.recovery.MicroReboot;
import hebe.scenarios.build.Scenario;
import hebe.scenarios.build.ScenarioReader;
import hebe.scenarios.read.JsonSchema;
import hebe.scenarios.read.Problems;
import hebe.scenarios.read.ReferenceDoc;
import hebe.scenarios.read.SourceFile;
import hebe.scenarios.validation.ValidationPage;
import hebe.sim.study.WorkUnit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Keeps the documentation true: what it quotes is what comes out, its examples run, what is
 * generated is current, its links lead somewhere.
 *
 * <p>With {@code -Dhebe.docs=write} it writes instead of comparing; {@code docs/regenerate} does
 * so. Blocks marked {@code slow} are run only then.
 */
final class DocumentationTest {
  private static final boolean WRITE = "write".equals(System.getProperty("hebe.docs"));
  private static final double SHORT_SECONDS = 8 * 7 * 86_400.0;
  private static final long MOST_IMAGE_BYTES = 200_000;

  private final Published published = Published.warmVmReboot();
  private final Catalog catalog = Catalog.load(published);
  private final ScenarioReader reader = new ScenarioReader(catalog);

  @TempDir private Path folder;

  /** The pages by their names, as a page may be written anew before its next test. */
  static List<String> pages() throws IOException {
    return Page.all().stream().map(page -> Page.root().relativize(page.file()).toString()).toList();
  }

  @Test
  void fatesInModels_fromTheCode_areCurrent() throws IOException {
    Page page = Page.read(docs("models.md"));
    current(page, page.withGenerated("fates", FatesTable.markdown()));
  }

  @Test
  void fatesTable_ofTheCode_namesAllPartsAndMechanisms() {
    assertThat(FatesTable.parts()).hasSize(Fates.class.getRecordComponents().length);
    List<Class<?>> kinds = new ArrayList<>(List.of(Mechanism.class.getPermittedSubclasses()));
    kinds.addAll(List.of(MicroReboot.class, GuestMechanism.class));
    assertThat(FatesTable.mechanisms().stream().map(Object::getClass).distinct())
        .hasSameElementsAs(kinds);
  }

  @Test
  void scenarioReference_fromTheDeclaredKeys_isCurrent() throws IOException {
    String head =
        """
        # Scenario reference

        Every key of a scenario file, written by `./hebe schema --reference`; a test keeps it current. Do not edit.
        [scenario.schema.json](scenario.schema.json) says the same to editors; [guide.md](guide.md) shows how to write a
        scenario.

        """;
    Page page = page("scenario-reference.md");
    current(page, new Page(page.file(), head + ReferenceDoc.of(reader.declared())));
  }

  @Test
  void jsonSchema_fromTheDeclaredKeys_isCurrent() throws IOException {
    Page page = page("scenario.schema.json");
    current(page, new Page(page.file(), JsonSchema.of("Hebe scenario", reader.declared())));
  }

  @Test
  void validationPage_fromThePredictions_isCurrent() throws IOException {
    Page page = page("validation.md");
    current(
        page,
        new Page(page.file(), ValidationPage.of(ValidationPage.sections(published, catalog))));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void scenariosOnThePage_readAndRun(String name) {
    for (Page.Block block : named(name).blocks("yaml")) {
      if (block.isScenario()) {
        runShortly(block.body());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void scenariosOnThePage_satisfyTheSchemaForEditors(String name) {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Page.read(docs("scenario.schema.json")).text(), InputFormat.JSON);
    for (Page.Block block : named(name).blocks("yaml")) {
      if (block.isScenario()) {
        assertThat(schema.validate(block.body(), InputFormat.YAML)).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void commandsOnThePage_printWhatIsQuoted(String name) throws IOException {
    Page page = named(name);
    for (Page.Block block : page.blocks("yaml")) {
      if (block.mark("file").isPresent()) {
        Files.writeString(folder.resolve(block.mark("file").get()), block.body());
      }
    }
    Console console = new Console(folder);
    Page replayed =
        page.withBlocks(
            "console", block -> block.is("slow") && !WRITE ? exists(block) : console.replay(block));
    current(page, replayed);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void linksOnThePage_leadSomewhere(String name) {
    Page page = named(name);
    for (String link : page.links()) {
      assertLeadsSomewhere(page.file(), link);
    }
  }

  @Test
  void pagesNamedInTheSources_exist() throws IOException {
    Pattern reference = Pattern.compile("docs/[a-z0-9/-]+\\.md(#[a-z0-9-]+)?");
    try (Stream<Path> files = Files.walk(Page.root())) {
      List<Path> sources =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> file.toString().contains("/src/main/"))
              .toList();
      assertThat(sources).isNotEmpty();
      for (Path source : sources) {
        reference
            .matcher(Files.readString(source))
            .results()
            .forEach(found -> assertLeadsSomewhere(Page.root().resolve("x"), found.group()));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void classesNamedOnThePage_exist(String name) throws IOException {
    Page page = named(name);
    Pattern className = Pattern.compile("`(hebe(?:\\.[a-z]+)+\\.[A-Z]\\w+)[.`]|`(\\w+Test)`");
    try (Stream<Path> files = Files.walk(Page.root())) {
      List<String> sources =
          files.map(Path::toString).filter(file -> file.endsWith(".java")).toList();
      className
          .matcher(page.text())
          .results()
          .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
          .forEach(
              type ->
                  assertThat(sources)
                      .as("%s names %s", name, type)
                      .anyMatch(file -> file.endsWith("/" + type.replace('.', '/') + ".java")));
    }
  }

  @Test
  void images_inTheRepository_areSmall() throws IOException {
    try (Stream<Path> images = Files.list(docs("images"))) {
      for (Path image : images.toList()) {
        assertThat(Files.size(image)).as(image.toString()).isLessThan(MOST_IMAGE_BYTES);
      }
    }
  }

  private void runShortly(String text) {
    Problems problems = new Problems();
    Optional<Scenario> read = reader.read(new SourceFile("example", text), problems);
    assertThat(problems.list()).isEmpty();
    Scenario scenario = read.orElseThrow();
    for (Policy policy : scenario.policyList()) {
      OperationRun run = new OperationRun(FleetModel.build(scenario.datacenter(), policy));
      var result = run.run(new WorkUnit(1, 0, SHORT_SECONDS, List.of(), true));
      assertThat(result.values()).hasSameSizeAs(run.measures());
    }
  }

  /** The block unchanged, if its command and its files exist. */
  private static String exists(Page.Block block) {
    for (String command : Console.commands(block)) {
      List<String> words = List.of(command.split(" "));
      Console console = new Console(Page.root());
      assertThat(console.run("$ ./hebe " + words.get(2) + " --help").exit()).isZero();
      words.stream()
          .filter(word -> word.endsWith(".yaml"))
          .forEach(word -> assertThat(Page.root().resolve(word)).exists());
    }
    return block.body();
  }

  private static void assertLeadsSomewhere(Path from, String link) {
    String[] parts = link.split("#", 2);
    Path file = parts[0].isEmpty() ? from : from.resolveSibling(parts[0]);
    assertThat(file).as("link %s in %s", link, from).exists();
    if (parts.length == 2) {
      assertThat(Page.read(file).anchors()).as("link %s in %s", link, from).contains(parts[1]);
    }
  }

  private static void current(Page page, Page shouldBe) throws IOException {
    if (WRITE) {
      Files.writeString(page.file(), shouldBe.text());
    } else {
      assertThat(page.text())
          .as("%s; docs/regenerate writes it anew", page.file())
          .isEqualTo(shouldBe.text());
    }
  }

  private static Page named(String name) {
    return Page.read(Page.root().resolve(name));
  }

  private static Page page(String name) throws IOException {
    Path file = docs(name);
    return WRITE && !Files.exists(file) ? new Page(file, "") : Page.read(file);
  }

  private static Path docs(String name) {
    return Page.root().resolve("docs").resolve(name);
  }
}
