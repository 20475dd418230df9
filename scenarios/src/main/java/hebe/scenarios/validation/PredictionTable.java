package hebe.scenarios.validation;

import hebe.models.catalog.Published;
import hebe.models.validation.Prediction;
import hebe.models.validation.Prediction.Standing;
import hebe.reports.number.Numbers;
import hebe.reports.table.DataTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Predictions beside published figures, as a table and in a sentence. */
public final class PredictionTable {
  private PredictionTable() {}

  /** Predictions as a table. */
  public static DataTable of(List<Prediction> predictions) {
    List<List<String>> rows = new ArrayList<>();
    for (Prediction prediction : predictions) {
      Published.Figure figure = prediction.figure();
      rows.add(
          List.of(
              figure.id(),
              figure.quantity() + (figure.condition().equals("-") ? "" : "; " + figure.condition()),
              figure.unit(),
              Numbers.exact(figure.value()),
              band(figure),
              Numbers.significant(prediction.predicted(), 5),
              error(prediction),
              prediction.hit() ? "in band" : "MISS",
              figure.provenance().label(),
              prediction.standing().label()));
    }
    return new DataTable(
        "Published and predicted",
        List.of(
            "id",
            "quantity",
            "unit",
            "published",
            "accepted",
            "predicted",
            "error",
            "verdict",
            "provenance",
            "standing"),
        rows);
  }

  private static String band(Published.Figure figure) {
    if (figure.low().isEmpty()) {
      return "at most " + Numbers.exact(figure.high().orElseThrow());
    }
    String low = Numbers.exact(figure.low().getAsDouble());
    return figure.high().isEmpty()
        ? "at least " + low
        : low + " .. " + Numbers.exact(figure.high().getAsDouble());
  }

  /** How many hit, in a sentence. */
  public static String summary(List<Prediction> predictions) {
    long hits = predictions.stream().filter(Prediction::hit).count();
    String misses =
        predictions.stream()
            .filter(p -> !p.hit())
            .map(p -> p.figure().id())
            .collect(Collectors.joining(", "));
    long gates = predictions.stream().filter(p -> p.standing() == Standing.GATE).count();
    return hits
        + " of "
        + predictions.size()
        + " predictions lie in their accepted bands; missed: "
        + (misses.isEmpty() ? "none" : misses)
        + ". "
        + gates
        + " of them are gates.";
  }

  private static String error(Prediction prediction) {
    double published = prediction.figure().value();
    if (prediction.figure().quantity().startsWith("availability")) {
      return percent(100 - prediction.predicted(), 100 - published) + " of 1 - A";
    }
    if (published == 0) {
      return Numbers.significant(prediction.predicted(), 3);
    }
    return Numbers.signed(100 * (prediction.predicted() - published) / Math.abs(published), 1)
        + " %";
  }

  static String percent(double predicted, double published) {
    return Numbers.signed(100 * (predicted - published) / Math.abs(published), 1) + " %";
  }
}
