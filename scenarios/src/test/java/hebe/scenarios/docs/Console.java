package hebe.scenarios.docs;

import hebe.scenarios.cli.Main;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Runs the commands of a console block as a reader would who stands in the project's folder; what
 * they write goes to a folder of the test.
 */
final class Console {
  private final Path folder;

  /** Commands that may read the files in this folder, and write into it. */
  Console(Path folder) {
    this.folder = folder;
  }

  /**
   * What a command printed.
   *
   * @param exit its exit code
   * @param output all that it printed
   */
  record Printed(int exit, String output) {}

  /** The command lines of a block. */
  static List<String> commands(Page.Block block) {
    return block.body().lines().filter(line -> line.startsWith("$ ")).toList();
  }

  /** The block as it should be: each command followed by what it prints. */
  String replay(Page.Block block) {
    StringBuilder body = new StringBuilder();
    for (String command : commands(block)) {
      Printed printed = run(command);
      int expected = Integer.parseInt(block.mark("exit").orElse("0"));
      if (printed.exit() != expected) {
        throw new AssertionError(
            command + " ended with " + printed.exit() + ", not " + expected + "\n" + printed);
      }
      body.append(command).append('\n').append(sections(printed.output(), block.mark("sections")));
    }
    return body.toString();
  }

  /** Runs {@code $ ./hebe ...}, perhaps followed by {@code | grep WORD}. */
  Printed run(String line) {
    String[] pipe = line.substring("$ ".length()).split(" \\| grep ", 2);
    List<String> words = new ArrayList<>(Arrays.asList(pipe[0].split(" ")));
    if (!words.remove(0).equals("./hebe")) {
      throw new AssertionError("not a command of Hebe: " + line);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      int exit = Main.run(arguments(words).toArray(String[]::new), stream, stream);
      String output =
          bytes
              .toString(StandardCharsets.UTF_8)
              .replace(folder + "/", "")
              .replace(Page.root() + "/", "")
              .lines()
              .filter(printed -> pipe.length == 1 || printed.contains(pipe[1]))
              .map(printed -> printed.stripTrailing() + "\n")
              .collect(Collectors.joining());
      return new Printed(exit, output);
    }
  }

  private List<String> arguments(List<String> words) {
    List<String> arguments = new ArrayList<>();
    boolean written = false;
    for (String word : words) {
      arguments.add(written ? folder.resolve(word).toString() : located(word));
      written = List.of("-o", "--output", "--page").contains(word);
    }
    if (words.get(0).equals("run") && !words.contains("-o")) {
      String stem = Path.of(words.get(1)).getFileName().toString().replace(".yaml", "");
      arguments.addAll(List.of("-o", folder.resolve("results").resolve(stem).toString()));
    }
    return arguments;
  }

  /** A file of the test or of the project, by its whole path. */
  private String located(String word) {
    return List.of(folder, Page.root()).stream()
        .map(place -> place.resolve(word))
        .filter(Files::isRegularFile)
        .map(Path::toString)
        .findFirst()
        .orElse(word);
  }

  /** Some of the parts that blank lines separate, counted from 1. */
  private static String sections(String output, Optional<String> which) {
    if (which.isEmpty()) {
      return output;
    }
    String[] ends = which.get().split("-", -1);
    List<String> parts = List.of(output.strip().split("\n\n", -1));
    int last = Integer.parseInt(ends[ends.length - 1]);
    return String.join("\n\n", parts.subList(Integer.parseInt(ends[0]) - 1, last)) + "\n";
  }
}
