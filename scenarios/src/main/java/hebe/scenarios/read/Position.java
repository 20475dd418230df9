package hebe.scenarios.read;

import java.util.Comparator;

/**
 * A character of a text file.
 *
 * @param line line, from 1
 * @param column column in Unicode characters, from 1
 */
public record Position(int line, int column) implements Comparable<Position> {
  private static final Comparator<Position> ORDER =
      Comparator.comparingInt(Position::line).thenComparingInt(Position::column);

  public Position {
    if (line < 1 || column < 1) {
      throw new IllegalArgumentException(
          "lines and columns count from 1; got " + line + ":" + column);
    }
  }

  /** The position right after a text, that is, of the character that follows it. */
  static Position after(CharSequence text) {
    int line = 1;
    int lineStart = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\n') {
        line++;
        lineStart = i + 1;
      }
    }
    return new Position(line, 1 + Character.codePointCount(text, lineStart, text.length()));
  }

  @Override
  public int compareTo(Position other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return line + ":" + column;
  }
}
