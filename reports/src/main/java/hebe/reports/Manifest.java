package hebe.reports;

import hebe.reports.number.Numbers;
import hebe.reports.summary.JsonText;
import hebe.sim.result.StudyResult;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code manifest.json}: what was run, by what, and which files of the folder are Hebe's. */
final class Manifest {
  static final String NAME = "manifest.json";
  private static final int FORMAT = 1;
  private static final String MAKER = "hebe";

  private Manifest() {}

  /** The manifest as text; {@code files} are paths relative to the folder, with slashes. */
  static String write(StudyResult study, RunFacts facts, Collection<String> files) {
    return write(
        json -> {
          json.writeStringProperty("scenario", study.scenario());
          json.writeStringProperty("sha256", study.sha256());
          json.writeNumberProperty("seed", study.seed());
        },
        facts,
        files);
  }

  /** The manifest of results that no study made. */
  static String write(String title, RunFacts facts, Collection<String> files) {
    return write(json -> json.writeStringProperty("title", title), facts, files);
  }

  private static String write(
      Consumer<JsonGenerator> subject, RunFacts facts, Collection<String> files) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JsonText.generator(text)) {
      json.writeStartObject();
      json.writeStringProperty("maker", MAKER);
      json.writeNumberProperty("format", FORMAT);
      subject.accept(json);
      json.writeStringProperty("hebe-version", facts.hebeVersion());
      json.writeStringProperty("java-version", facts.javaVersion());
      json.writeName("wall-seconds");
      json.writeNumber(Numbers.exact(facts.wallSeconds()));
      json.writeObjectPropertyStart("facts");
      facts.more().forEach(json::writeStringProperty);
      json.writeEndObject();
      json.writeArrayPropertyStart("files");
      new TreeSet<>(files).forEach(json::writeString);
      json.writeEndArray();
      json.writeEndObject();
    }
    return text + "\n";
  }

  /** The files that an earlier manifest in the folder calls Hebe's; none if there is no such. */
  static Set<String> files(Path directory) throws IOException {
    Set<String> files = new TreeSet<>();
    Path manifest = directory.resolve(NAME);
    if (!Files.isRegularFile(manifest)) {
      return files;
    }
    JsonNode root;
    try {
      root = JsonMapper.shared().readTree(Files.readAllBytes(manifest));
    } catch (JacksonException notJson) {
      return files;
    }
    if (root.path("maker").asString("").equals(MAKER)) {
      root.path("files").forEach(file -> files.add(file.asString("")));
    }
    return files;
  }
}
