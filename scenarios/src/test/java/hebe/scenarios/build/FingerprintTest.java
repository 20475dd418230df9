package hebe.scenarios.build;

import static org.assertj.core.api.Assertions.assertThat;

import hebe.reports.summary.SummaryJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The SHA-256 of {@code summary.json} for three replications of every scenario of the catalog, the
 * same on every JDK, with any number of threads, and every time.
 *
 * <p>After a change that is meant to move them, alone in its commit:
 *
 * <pre>{@code
 * mvn -q -pl scenarios -am test -Dtest=FingerprintTest -Dsurefire.failIfNoSpecifiedTests=false -Dhebe.fingerprints=write
 * }</pre>
 */
class FingerprintTest {
  private static final Path FILE =
      Path.of(
          System.getProperty("hebe.root"),
          "scenarios/src/test/resources/hebe/scenarios/build/fingerprints.csv");
  private static final int REPLICATIONS = 3;

  @BeforeAll
  static void writeIfAsked() throws IOException {
    if ("write".equals(System.getProperty("hebe.fingerprints"))) {
      Files.createDirectories(FILE.getParent());
      Files.writeString(FILE, fingerprints(1));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8})
  void fingerprints_withAnyNumberOfThreads_areThoseCommitted(int threads) throws IOException {
    assertThat(fingerprints(threads)).isEqualTo(Files.readString(FILE));
  }

  @Test
  void fingerprints_takenAgain_areTheSame() throws IOException {
    assertThat(fingerprints(2)).isEqualTo(Files.readString(FILE));
  }

  @Test
  void fingerprint_ofAnotherSeed_isAnother() {
    Scenario scenario = Scenarios.catalog("two-state");
    StudySettings study = scenario.study();
    StudySettings other =
        new StudySettings(
            study.horizonSeconds(),
            study.replications(),
            study.confidence(),
            study.seed() + 1,
            study.binSeconds());

    assertThat(fingerprint(Scenarios.withStudy(scenario, other), 1))
        .isNotEqualTo(fingerprint(scenario, 1));
  }

  private static String fingerprints(int threads) {
    List<String> lines = new ArrayList<>(List.of("scenario,sha256"));
    for (Path file : Scenarios.catalogFiles()) {
      Scenario few = Scenarios.withReplications(Scenarios.read(file), REPLICATIONS);
      lines.add(file.getFileName() + "," + fingerprint(few, threads));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String fingerprint(Scenario scenario, int threads) {
    try {
      byte[] bytes =
          SummaryJson.write(Scenarios.run(scenario, threads)).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
