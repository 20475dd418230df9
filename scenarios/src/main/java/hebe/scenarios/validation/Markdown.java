package hebe.scenarios.validation;

import hebe.reports.table.DataTable;
import java.util.List;
import java.util.stream.Collectors;

/** Tables as Markdown. */
final class Markdown {
  private Markdown() {}

  /** A heading and the table. */
  static void append(StringBuilder page, DataTable table) {
    page.append("### ").append(table.title()).append("\n\n");
    page.append("| ")
        .append(String.join(" | ", table.header()))
        .append(" |\n|")
        .append("---|".repeat(table.header().size()))
        .append('\n');
    for (List<String> row : table.rows()) {
      page.append("| ")
          .append(
              row.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ")))
          .append(" |\n");
    }
  }
}
