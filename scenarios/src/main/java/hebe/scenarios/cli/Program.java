package hebe.scenarios.cli;

import hebe.models.fleet.OperationRun;
import hebe.scenarios.build.Sha256;
import hebe.scenarios.build.StudyRun;
import hebe.sim.study.WorkUnit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The code that simulates. */
final class Program {
  private static final List<Class<?>> ONE_OF_EACH_MODULE =
      List.of(WorkUnit.class, OperationRun.class, StudyRun.class);

  private Program() {}

  /**
   * The version and a hash of the code: between two releases code changes under one version. The
   * manifest, which is hashed too, names the libraries and their versions.
   */
  static String identity() throws IOException {
    ByteArrayOutputStream code = new ByteArrayOutputStream();
    for (Class<?> member : ONE_OF_EACH_MODULE) {
      URI place = URI.create(member.getProtectionDomain().getCodeSource().getLocation().toString());
      for (Path file : files(Path.of(place))) {
        Files.copy(file, code);
      }
    }
    return Version.number() + " " + Sha256.of(code.toByteArray());
  }

  /** The jar, or all files of a folder of classes. */
  private static List<Path> files(Path place) throws IOException {
    try (Stream<Path> files = Files.walk(place)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
