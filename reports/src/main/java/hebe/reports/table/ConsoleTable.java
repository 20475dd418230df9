package hebe.reports.table;

import java.util.ArrayList;
import java.util.List;

/**
 * A table as aligned lines of text: names to the left, numbers to the right, headers broken at
 * spaces so that columns stay narrow. Plus-minus is written {@code +-}, which any terminal shows.
 */
public final class ConsoleTable {
  private static final String GAP = "   ";
  private static final int HEADER_WIDTH = 18;

  private ConsoleTable() {}

  /** The title, the header, a rule and the rows; each line ends with a line feed. */
  public static String render(DataTable table) {
    List<List<String>> headers = table.header().stream().map(ConsoleTable::wrapped).toList();
    int[] widths = widths(table, headers);
    boolean[] left = wordColumns(table);
    int headerLines = headers.stream().mapToInt(List::size).max().orElse(0);
    StringBuilder text = new StringBuilder(ascii(table.title())).append('\n');
    for (int line = 0; line < headerLines; line++) {
      List<String> cells = new ArrayList<>();
      for (List<String> header : headers) {
        int skipped = headerLines - header.size();
        cells.add(line < skipped ? "" : header.get(line - skipped));
      }
      append(text, cells, widths, left);
    }
    List<String> rule = new ArrayList<>();
    for (int width : widths) {
      rule.add("-".repeat(width));
    }
    append(text, rule, widths, left);
    table.rows().forEach(row -> append(text, row, widths, left));
    return text.toString();
  }

  /** The text with signs that some terminals lack replaced. */
  static String ascii(String text) {
    return text.replace("±", "+-").replace('−', '-');
  }

  private static void append(StringBuilder text, List<String> cells, int[] widths, boolean[] left) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      String cell = ascii(cells.get(column));
      String pad = " ".repeat(widths[column] - width(cell));
      line.append(column == 0 ? "" : GAP).append(left[column] ? cell + pad : pad + cell);
    }
    text.append(line.toString().stripTrailing()).append('\n');
  }

  /** Columns of words are set left: the first, and each in which most cells begin like a word. */
  private static boolean[] wordColumns(DataTable table) {
    boolean[] left = new boolean[table.header().size()];
    for (int column = 0; column < left.length; column++) {
      long words = 0;
      long filled = 0;
      for (List<String> row : table.rows()) {
        String cell = row.get(column);
        filled += cell.isEmpty() ? 0 : 1;
        words += !cell.isEmpty() && Character.isLetter(cell.charAt(0)) ? 1 : 0;
      }
      left[column] = column == 0 || 2 * words > filled;
    }
    return left;
  }

  private static int[] widths(DataTable table, List<List<String>> headers) {
    int[] widths = new int[headers.size()];
    for (int column = 0; column < widths.length; column++) {
      for (String line : headers.get(column)) {
        widths[column] = Math.max(widths[column], width(line));
      }
      for (List<String> row : table.rows()) {
        widths[column] = Math.max(widths[column], width(ascii(row.get(column))));
      }
    }
    return widths;
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }

  private static List<String> wrapped(String header) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : header.split(" ", -1)) {
      if (line.length() > 0 && line.length() + 1 + word.length() > HEADER_WIDTH) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() > 0 ? " " : "").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
