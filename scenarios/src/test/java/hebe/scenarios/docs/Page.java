package hebe.scenarios.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the documentation.
 *
 * @param file where it is
 * @param text its Markdown
 */
record Page(Path file, String text) {
  private static final Pattern FENCE =
      Pattern.compile("^```(\\S*) ?([^\\n]*)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern HEADING = Pattern.compile("^#+ (.+)$", Pattern.MULTILINE);
  private static final Pattern ANCHOR = Pattern.compile("<a id=\"([^\"]+)\"></a>");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

  /** The folder of the whole project. */
  static Path root() {
    return Path.of(System.getProperty("hebe.root"));
  }

  /** All pages: those beside the README and those below docs. */
  static List<Page> all() throws IOException {
    try (Stream<Path> top = Files.list(root());
        Stream<Path> docs = Files.walk(root().resolve("docs"))) {
      return Stream.concat(top, docs)
          .filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .map(Page::read)
          .toList();
    }
  }

  static Page read(Path file) {
    try {
      return new Page(file, Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A fenced block.
   *
   * @param language the first word after the fence
   * @param marks the other words after the fence
   * @param body the lines between the fences
   */
  record Block(String language, List<String> marks, String body) {
    boolean is(String mark) {
      return marks.contains(mark);
    }

    /** What follows {@code key=} among the marks. */
    Optional<String> mark(String key) {
      return marks.stream()
          .filter(mark -> mark.startsWith(key + "="))
          .map(mark -> mark.substring(key.length() + 1))
          .findFirst();
    }

    /** Whether it is a whole scenario that is in order, not a part of one. */
    boolean isScenario() {
      return language.equals("yaml") && body.startsWith("hebe: 1\n") && !is("broken");
    }
  }

  List<Block> blocks(String language) {
    List<Block> blocks = new ArrayList<>();
    Matcher matcher = FENCE.matcher(text);
    while (matcher.find()) {
      if (matcher.group(1).equals(language)) {
        blocks.add(block(matcher));
      }
    }
    return blocks;
  }

  /** This page with other bodies of the blocks of a language. */
  Page withBlocks(String language, java.util.function.Function<Block, String> body) {
    UnaryOperator<String> escaped = Matcher::quoteReplacement;
    String changed =
        FENCE
            .matcher(text)
            .replaceAll(
                found -> {
                  Block block = block(found);
                  if (!block.language().equals(language)) {
                    return escaped.apply(found.group());
                  }
                  String head = found.group().substring(0, found.group().indexOf('\n') + 1);
                  return escaped.apply(head + body.apply(block) + "```");
                });
    return new Page(file, changed);
  }

  /** This page with other text between two comments that name what is generated there. */
  Page withGenerated(String name, String generated) {
    String begin = "<!-- generated: " + name + " -->\n";
    String end = "<!-- end of generated: " + name + " -->";
    int from = text.indexOf(begin);
    int to = text.indexOf(end);
    if (from < 0 || to < from) {
      throw new IllegalStateException(file + " has no place for " + name);
    }
    return new Page(
        file, text.substring(0, from + begin.length()) + generated + text.substring(to));
  }

  /** The links to other places of the project. */
  List<String> links() {
    return LINK.matcher(text)
        .results()
        .map(found -> found.group(1))
        .filter(link -> !link.contains("://"))
        .toList();
  }

  /** What can be linked to: headings as GitHub writes them, and explicit anchors. */
  List<String> anchors() {
    Stream<String> headings =
        HEADING
            .matcher(FENCE.matcher(text).replaceAll(""))
            .results()
            .map(found -> found.group(1).toLowerCase(Locale.ROOT))
            .map(title -> title.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'));
    Stream<String> explicit = ANCHOR.matcher(text).results().map(found -> found.group(1));
    return Stream.concat(headings, explicit).toList();
  }

  private static Block block(java.util.regex.MatchResult found) {
    List<String> marks =
        Arrays.stream(found.group(2).split(" ")).filter(word -> !word.isEmpty()).toList();
    return new Block(found.group(1), marks, found.group(3));
  }
}
