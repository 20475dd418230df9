package hebe.reports.summary;

import hebe.reports.table.DataTable;

/** A table of finished texts as a CSV file. */
public final class TableCsv {
  private TableCsv() {}

  /** The whole file. */
  public static String write(DataTable table) {
    CsvTable csv = new CsvTable(table.header().toArray(String[]::new));
    table.rows().forEach(csv::row);
    return csv.text();
  }
}
