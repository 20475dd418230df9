package hebe.scenarios.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What one command did. */
record Ran(int code, String out, String err) {

  /** Runs a command as {@code main} does, with its output kept. */
  static Ran hebe(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.run(
            arguments,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Ran(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** Runs a scenario into a folder. */
  static Ran run(Path scenario, Path folder, String... options) {
    List<String> arguments = List.of("run", scenario.toString(), "-o", folder.toString());
    return hebe(Stream.concat(arguments.stream(), Stream.of(options)).toArray(String[]::new));
  }

  /** The files of the catalog. */
  static Path catalog(String name) {
    return Path.of(System.getProperty("hebe.root"), "scenarios", "catalog", name);
  }
}
