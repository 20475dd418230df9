package hebe.reports.html;

/** Text of an HTML page, with everything escaped that came from outside. */
final class Html {
  private final StringBuilder text = new StringBuilder();

  /** Appends markup as it is; never call it with text from a scenario. */
  Html markup(String markup) {
    text.append(markup).append('\n');
    return this;
  }

  /** Appends an element with escaped text. */
  Html element(String tag, String content) {
    text.append('<').append(tag).append('>').append(escaped(content));
    text.append("</").append(tag).append(">\n");
    return this;
  }

  /** The page so far. */
  String text() {
    return text.toString();
  }

  /**
   * The text with the five characters escaped that mean something in HTML; control characters go.
   */
  static String escaped(String text) {
    StringBuilder safe = new StringBuilder();
    text.codePoints()
        .filter(c -> c >= ' ' || c == '\n' || c == '\t')
        .forEach(
            c -> {
              switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(c);
              }
            });
    return safe.toString();
  }
}
