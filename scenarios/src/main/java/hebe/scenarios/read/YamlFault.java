package hebe.scenarios.read;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A complaint of the YAML parser, put into our words. */
final class YamlFault {
  private static final Pattern MARK =
      Pattern.compile("^ in reader, line (\\d+), column (\\d+):", Pattern.MULTILINE);
  private static final Pattern CHARACTER = Pattern.compile("found character '?(\\S)");
  private static final Pattern TAB_INDENT = Pattern.compile("^ *\\t");
  private static final List<Rule> RULES =
      List.of(
          new Rule(
              "unexpected end of stream",
              false,
              "a closing quote",
              "the end of the file",
              "close the quote that is opened here"),
          new Rule(
              "mapping values are not allowed",
              true,
              "one \"key: value\" per line",
              "another \":\"",
              "check the indentation, and put text that contains \": \" into quotes"),
          new Rule(
              "could not find expected ':'",
              false,
              "a key with a value",
              "text without \":\"",
              "check the indentation, or write \"key: value\""),
          new Rule(
              "<block end>",
              true,
              "another indentation",
              "this one",
              "indent it like the lines that it belongs to"),
          new Rule(
              "<document start>",
              true,
              "another indentation",
              "this one",
              "indent it like the lines that it belongs to"));

  /** What the parser says, whether its last mark is the place, and our words for it. */
  private record Rule(String phrase, boolean atLast, String expected, String got, String cure) {}

  private final SourceFile source;
  private final String message;
  private final String sentences;
  private final Position tokenPosition;

  /**
   * A complaint.
   *
   * @param message sentences of the parser, marks of places, and pieces of the file, indented
   * @param tokenPosition the last token that was understood
   */
  YamlFault(SourceFile source, String message, Position tokenPosition) {
    this.source = source;
    this.message = message;
    this.sentences =
        String.join("\n", message.lines().filter(line -> !line.startsWith(" ")).toList());
    this.tokenPosition = tokenPosition;
  }

  void report(Problems problems) {
    if (sentences.contains("\\t(TAB)")) {
      reportTabs(problems);
    } else if (sentences.contains("Expected a property name")) {
      String got = "a list, a mapping or an alias";
      add(problems, tokenPosition, "a key of plain text", got, "write \"key: value\"");
    } else if (sentences.contains("expected ',' or")) {
      char bracket = sentences.contains("or ']'") ? ']' : '}';
      String cure = "close the bracket that is opened at " + mark(false);
      add(problems, mark(true), "\",\" or \"" + bracket + "\"", "something else", cure);
    } else if (sentences.contains("cannot start any token")) {
      add(problems, mark(true), "a value", character(), "put the text into quotes");
    } else {
      reportByRule(problems);
    }
  }

  private void reportByRule(Problems problems) {
    Rule other =
        new Rule(
            "",
            true,
            "YAML",
            "something else (" + lastSentence() + ")",
            "check quotes, brackets and indentation here");
    Rule rule =
        RULES.stream().filter(r -> sentences.contains(r.phrase())).findFirst().orElse(other);
    add(problems, mark(rule.atLast()), rule.expected(), rule.got(), rule.cure());
  }

  private void reportTabs(Problems problems) {
    Position at = mark(true);
    int line = 0;
    boolean found = false;
    for (String content : (Iterable<String>) source.text().lines()::iterator) {
      line++;
      Matcher tab = TAB_INDENT.matcher(content);
      if (line >= at.line() && tab.find()) {
        found = true;
        addTab(problems, new Position(line, tab.end()));
      }
    }
    if (!found) {
      addTab(problems, at);
    }
  }

  private void addTab(Problems problems, Position at) {
    add(problems, at, "spaces for indentation", "a tab", "replace it by spaces");
  }

  private void add(Problems problems, Position at, String expected, String got, String cure) {
    problems.add(Place.of(source.name()).at(at), expected, got, cure);
  }

  /** Where the parser says that the trouble is (the last mark) or began (the first). */
  private Position mark(boolean last) {
    return MARK.matcher(message)
        .results()
        .reduce((first, next) -> last ? next : first)
        .map(YamlFault::position)
        .orElse(tokenPosition);
  }

  private static Position position(MatchResult mark) {
    return new Position(Integer.parseInt(mark.group(1)), Integer.parseInt(mark.group(2)));
  }

  private String character() {
    Matcher found = CHARACTER.matcher(sentences);
    return found.find() ? Words.quoted(found.group(1)) : "a character with a meaning of its own";
  }

  private String lastSentence() {
    return sentences.lines().reduce((first, second) -> second).orElse("no reason given");
  }
}
