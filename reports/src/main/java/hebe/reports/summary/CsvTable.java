package hebe.reports.summary;

import hebe.sim.result.SweepValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * A table as CSV by RFC 4180: a header line, CR LF after each line, and quotes around fields that
 * hold a comma, a quote or a line break.
 */
final class CsvTable {
  private static final String END_OF_LINE = "\r\n";

  private final int columns;
  private final StringBuilder text = new StringBuilder();

  CsvTable(String... header) {
    columns = header.length;
    row(List.of(header));
  }

  /** Appends one line; it must have one field for each column. */
  void row(List<String> fields) {
    if (fields.size() != columns) {
      throw new IllegalArgumentException(
          "a line needs " + columns + " fields; got " + fields.size() + ": " + fields);
    }
    StringJoiner line = new StringJoiner(",");
    fields.forEach(field -> line.add(quoted(field)));
    text.append(line).append(END_OF_LINE);
  }

  /** The whole file. */
  String text() {
    return text.toString();
  }

  /** A sweep point in one field: {@code path=value; path=value}; empty without a sweep. */
  static String point(Map<String, SweepValue> point) {
    List<String> parts = new ArrayList<>();
    point.forEach((path, value) -> parts.add(path + "=" + value.text()));
    return String.join("; ", parts);
  }

  private static String quoted(String field) {
    boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? field : "\"" + field.replace("\"", "\"\"") + "\"";
  }
}
