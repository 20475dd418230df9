package hebe.scenarios.validation;

import hebe.models.catalog.Published;
import hebe.models.validation.FtTcp;
import hebe.models.validation.Prediction;
import java.util.List;

/** What clients see when the server behind their connection dies. */
final class ConnectionSection {
  private ConnectionSection() {}

  static Section of(Published published) {
    List<Prediction> predictions = FtTcp.predict(published);
    String body = Section.howEach(predictions) + Section.missing(published, predictions);
    return new Section("Connections through failures (timers of TCP, FT-TCP)", predictions, body);
  }
}
