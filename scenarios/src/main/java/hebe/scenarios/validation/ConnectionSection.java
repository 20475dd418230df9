package hebe.scenarios.validation;

import hebe.models.catalog.Published;
import hebe.models.validation.FtTcp;
import hebe.models.validation.FtTcpCosts;
import hebe.models.validation.Prediction;
import hebe.reports.number.Numbers;
import hebe.reports.table.DataTable;
import java.util.ArrayList;
import java.util.List;

/** What clients see when the server behind their connection dies. */
final class ConnectionSection {
  private ConnectionSection() {}

  static Section of(Published published) {
    List<Prediction> predictions = FtTcp.predict(published);
    StringBuilder body = new StringBuilder(Section.howEach(predictions));
    Markdown.append(body, unpublished(published));
    return new Section(
        "Connections through failures (timers of TCP, FT-TCP)", predictions, body.toString());
  }

  private static DataTable unpublished(Published published) {
    List<List<String>> rows = new ArrayList<>();
    for (FtTcpCosts.Unpublished each : FtTcpCosts.unpublished(published)) {
      rows.add(
          List.of(each.quantity(), each.unit(), Numbers.significant(each.value(), 3), each.how()));
    }
    return new DataTable(
        "Predictions without a published value; all rest on estimates",
        List.of("quantity", "unit", "predicted", "how"),
        rows);
  }
}
