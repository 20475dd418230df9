package hebe.scenarios.read;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A complaint of the YAML parser, put into our words. */
final class YamlFault {
  private static final Pattern MARK = Pattern.compile("line (\\d+), column (\\d+):");
  private static final Pattern CHARACTER = Pattern.compile("found character '?(\\S)");
  private static final Pattern TAB_INDENT = Pattern.compile("^ *\\t");

  private final SourceFile source;
  private final String message;
  private final Position tokenPosition;

  YamlFault(SourceFile source, String message, Position tokenPosition) {
    this.source = source;
    this.message = message;
    this.tokenPosition = tokenPosition;
  }

  void report(Problems problems) {
    if (message.contains("\\t(TAB)")) {
      reportTabs(problems);
    } else if (message.contains("Expected a property name")) {
      add(problems, tokenPosition, "a key of plain text", "another thing", "write \"key: value\"");
    } else if (message.contains("unexpected end of stream")) {
      String cure = "close the quote that is opened here";
      add(problems, mark(false), "a closing quote", "the end of the file", cure);
    } else if (message.contains("expected ',' or")) {
      char bracket = message.contains("or ']'") ? ']' : '}';
      String cure = "close the bracket that is opened at " + mark(false);
      add(problems, mark(true), "\",\" or \"" + bracket + "\"", "something else", cure);
    } else if (message.contains("mapping values are not allowed")) {
      String cure = "check the indentation, and put text that contains \": \" into quotes";
      add(problems, mark(true), "one \"key: value\" per line", "another \":\"", cure);
    } else if (message.contains("could not find expected ':'")) {
      String cure = "check the indentation, or write \"key: value\"";
      add(problems, mark(false), "a key with a value", "text without \":\"", cure);
    } else if (message.contains("cannot start any token")) {
      add(problems, mark(true), "a value", character(), "put the text into quotes");
    } else if (message.contains("block end") || message.contains("document start")) {
      String cure = "indent it like the lines that it belongs to";
      add(problems, mark(true), "another indentation", "this one", cure);
    } else {
      String cure = "check quotes, brackets and indentation here";
      add(problems, mark(true), "YAML", "something else (" + sentence() + ")", cure);
    }
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
    Matcher found = CHARACTER.matcher(message);
    return found.find() ? Words.quoted(found.group(1)) : "a character with a meaning of its own";
  }

  /** The parser's own sentence: the line before its last mark. */
  private String sentence() {
    Optional<String> sentence =
        message
            .lines()
            .filter(line -> !line.startsWith(" ") && !line.isBlank())
            .reduce((first, second) -> second);
    return sentence.orElse("no reason given");
  }
}
