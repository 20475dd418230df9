package hebe.scenarios.build;

import hebe.models.catalog.Catalog;
import hebe.models.catalog.Published;
import hebe.models.validation.Prediction;
import hebe.models.validation.Prediction.Standing;
import hebe.models.validation.Sensitivity;
import hebe.models.validation.WarmVmReboot;
import hebe.reports.number.Numbers;
import hebe.reports.table.DataTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The page on validation: published figures beside predictions, misses included. */
public final class ValidationPage {
  private ValidationPage() {}

  /** Predictions as a table. */
  public static DataTable table(List<Prediction> predictions) {
    List<List<String>> rows = new ArrayList<>();
    for (Prediction prediction : predictions) {
      Published.Figure figure = prediction.figure();
      rows.add(
          List.of(
              figure.id(),
              figure.quantity() + (figure.condition().equals("-") ? "" : "; " + figure.condition()),
              figure.unit(),
              Numbers.exact(figure.value()),
              Numbers.exact(figure.low().orElseThrow())
                  + " .. "
                  + Numbers.exact(figure.high().orElseThrow()),
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

  /** The whole page as Markdown. */
  public static String of(Published published, Catalog catalog) {
    List<Prediction> predictions = WarmVmReboot.predict(published, catalog);
    StringBuilder page = new StringBuilder();
    page.append("# Validation\n\n");
    page.append(
        "Written by `./hebe verify --page docs/validation.md`; a test keeps it current. Do not edit.\n\n");
    page.append(
        """
        Roles: a figure to *calibrate* with may be an input; a *target* is predicted, and nothing is tuned on it. A target is a
        *gate* when it and everything it rests on is verified against its source; then a miss makes `./hebe verify` fail. Others are
        printed beside the prediction, whatever comes out: *unverified* (the figure or an input is only recalled or estimated; an
        agreement is not a reproduction) or *not independent* (it shares its data with an input).

        """);
    page.append("## Reboot of a VMM (Kourai and Chiba, DSN 2007 and TDSC 2011)\n\n");
    page.append(summary(predictions)).append("\n\n");
    markdown(page, table(predictions));
    page.append("\n### How each is predicted\n\n");
    predictions.forEach(
        p ->
            page.append("* `").append(p.figure().id()).append("`: ").append(p.how()).append(".\n"));
    page.append('\n');
    markdown(page, downtimes(catalog));
    page.append('\n');
    markdown(page, besideLines(published, catalog));
    page.append('\n');
    markdown(page, sensitivity(published, catalog));
    page.append('\n').append(missing(published, predictions));
    return page.toString();
  }

  private static DataTable downtimes(Catalog catalog) {
    List<List<String>> rows = new ArrayList<>();
    for (int n = 1; n <= 11; n++) {
      List<String> row = new ArrayList<>(List.of(Integer.toString(n)));
      row.addAll(
          WarmVmReboot.downtimes(catalog, n).stream()
              .map(seconds -> Numbers.fixed(seconds, 2))
              .toList());
      rows.add(row);
    }
    return new DataTable(
        "Predicted downtime in seconds of n guests of 1 GiB, until the last is back",
        List.of(
            "n",
            "warm, sshd",
            "saved, sshd",
            "cold, sshd",
            "warm, JBoss",
            "saved, JBoss",
            "cold, JBoss"),
        rows);
  }

  private static DataTable besideLines(Published published, Catalog catalog) {
    List<List<String>> rows = new ArrayList<>();
    for (WarmVmReboot.BesideLine row : WarmVmReboot.besideLines(published, catalog)) {
      rows.add(
          List.of(
              Integer.toString(row.guests()),
              Numbers.fixed(row.warm(), 2),
              Numbers.fixed(row.warmLine(), 2),
              percent(row.warm(), row.warmLine()),
              Numbers.fixed(row.cold(), 2),
              Numbers.fixed(row.coldLine(), 2),
              percent(row.cold(), row.coldLine())));
    }
    return new DataTable(
        "The same without a service beside the lines of the source, unverified (its cold line lacks the shutdown of dom0)",
        List.of("n", "warm", "line", "error", "cold", "line", "error"),
        rows);
  }

  private static String percent(double predicted, double published) {
    return Numbers.signed(100 * (predicted - published) / Math.abs(published), 1) + " %";
  }

  private static DataTable sensitivity(Published published, Catalog catalog) {
    List<List<String>> rows = new ArrayList<>();
    Sensitivity.all(published, catalog)
        .forEach(
            change ->
                rows.add(
                    List.of(
                        change.input().kind().label() + "." + change.input().key(),
                        Numbers.exact(change.low()) + " .. " + Numbers.exact(change.high()),
                        change.figure(),
                        Numbers.fixed(change.atLowSeconds(), 1)
                            + " .. "
                            + Numbers.fixed(change.atHighSeconds(), 1))));
    return new DataTable(
        "Sensitivity to inputs that are only assumed",
        List.of("input", "range", "prediction", "goes from .. to"),
        rows);
  }

  private static String missing(Published published, List<Prediction> predictions) {
    Set<String> predicted =
        predictions.stream().map(p -> p.figure().id()).collect(Collectors.toSet());
    String ids =
        published.all().stream()
            .filter(
                figure ->
                    figure.role() == Published.Role.TARGET && !predicted.contains(figure.id()))
            .map(figure -> "`" + figure.id() + "`")
            .collect(Collectors.joining(", "));
    return "### Targets without a prediction\n\nTheir mechanisms are not modelled yet: "
        + ids
        + ".\n";
  }

  private static void markdown(StringBuilder page, DataTable table) {
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
