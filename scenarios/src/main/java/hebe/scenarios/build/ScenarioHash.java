package hebe.scenarios.build;

import hebe.models.failure.Failures;
import hebe.models.policy.Policy;
import hebe.scenarios.read.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** The hash of a scenario: of its text, and of the delays that it takes from other files. */
final class ScenarioHash {
  private static final Pattern DOUBLE = Pattern.compile("-?\\d+\\.\\d+(E-?\\d+)?");

  private ScenarioHash() {}

  static String of(SourceFile source, Failures failures, List<Policy> policies) {
    String laws = failures + "\n" + policies;
    String data = laws.contains("Empirical[") ? "\n" + exact(laws) : "";
    return Sha256.of((source.text() + data).getBytes(StandardCharsets.UTF_8));
  }

  /** The text with hexadecimal doubles: their decimal digits differ between versions of Java. */
  static String exact(String text) {
    return DOUBLE
        .matcher(text)
        .replaceAll(digits -> Double.toHexString(Double.parseDouble(digits.group())));
  }
}
