package hebe.scenarios.validation;

import hebe.models.catalog.Published;
import hebe.models.timing.Bounds;
import hebe.models.validation.Prediction;
import hebe.models.validation.TrapTiming;
import hebe.reports.number.Numbers;
import hebe.reports.table.DataTable;
import java.util.ArrayList;
import java.util.List;

/** The cost of traps, exits and hypercalls. */
final class TrapTimingSection {
  private TrapTimingSection() {}

  static Section of(Published published) {
    TrapTiming timing = TrapTiming.predict(published);
    List<Prediction> predictions =
        timing.predictions().stream().map(TrapTiming.Grouped::prediction).toList();
    StringBuilder body = new StringBuilder();
    Markdown.append(body, groups(timing));
    body.append('\n').append(Section.howEach(predictions));
    Markdown.append(body, unpublished(timing));
    body.append("\n### Not predicted\n\n");
    timing
        .notPredicted()
        .forEach(
            each ->
                body.append("* `")
                    .append(each.what())
                    .append("` (")
                    .append(each.group())
                    .append("): ")
                    .append(each.reason())
                    .append(".\n"));
    return new Section("Cost of traps, exits and hypercalls", predictions, body.toString());
  }

  private static DataTable groups(TrapTiming timing) {
    List<List<String>> rows = new ArrayList<>();
    for (String group : timing.groups()) {
      List<Prediction> members =
          timing.predictions().stream()
              .filter(each -> each.group().equals(group))
              .map(TrapTiming.Grouped::prediction)
              .toList();
      long hits = members.stream().filter(Prediction::hit).count();
      long gates =
          members.stream().filter(each -> each.standing() == Prediction.Standing.GATE).count();
      rows.add(
          List.of(
              group,
              hits + " of " + members.size(),
              Long.toString(gates),
              Numbers.fixed(100 * timing.medianAbsoluteError(group), 1) + " %"));
    }
    return new DataTable(
        "Groups", List.of("group", "in band", "gates", "median absolute error"), rows);
  }

  private static DataTable unpublished(TrapTiming timing) {
    List<List<String>> rows = new ArrayList<>();
    for (TrapTiming.Unpublished each : timing.unpublished()) {
      Bounds predicted = each.predicted();
      rows.add(
          List.of(
              each.quantity(),
              each.unit(),
              Numbers.significant(predicted.value(), 4),
              Numbers.significant(predicted.low(), 4)
                  + " .. "
                  + Numbers.significant(predicted.high(), 4),
              each.verified() ? "verified" : "unverified",
              each.how()));
    }
    return new DataTable(
        "Predictions without a published value here",
        List.of("quantity", "unit", "predicted", "range", "inputs", "how"),
        rows);
  }
}
