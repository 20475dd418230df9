package hebe.reports.table;

import java.util.List;

/**
 * A table of finished texts.
 *
 * @param title what it shows
 * @param header one text for each column, with the unit in brackets
 * @param rows each with one text for each column; the first column names the row
 */
public record DataTable(String title, List<String> header, List<List<String>> rows) {
  public DataTable {
    header = List.copyOf(header);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<String> row : rows) {
      if (row.size() != header.size()) {
        throw new IllegalArgumentException(
            "a row of '" + title + "' needs " + header.size() + " texts; got " + row);
      }
    }
  }
}
