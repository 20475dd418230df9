package hebe.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every scenario of the catalog is in order, is explained and runs. */
class CatalogRunsTest {
  static Stream<Path> catalog() throws IOException {
    try (Stream<Path> files = Files.list(Ran.catalog(""))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("catalog")
  void scenario_isInOrder_isExplained_andRuns(Path file, @TempDir Path folder) throws IOException {
    Ran checked = Ran.hebe("check", file.toString());
    Ran explained = Ran.hebe("explain", file.toString());
    Ran ran = Ran.run(file, folder.resolve("out"), "--replications", "1");

    assertThat(checked.code()).isZero();
    assertThat(checked.out()).startsWith(file + ": in order; ");
    assertThat(explained.code()).isZero();
    assertThat(explained.out()).contains("Constants\n", "Laws and policies\n", "stateDiagram-v2\n");
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("Policies, best first", "Downtime by cause", "Written: ");
    assertThat(checked.err() + explained.err() + ran.err()).isEmpty();
    assertThat(Files.readString(folder.resolve("out/summary.json"))).endsWith("}\n");
  }
}
