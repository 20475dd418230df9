package hebe.scenarios.validation;

import hebe.models.catalog.Published;
import hebe.models.validation.Prediction;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The predictions about one modelled system.
 *
 * @param title what they are about, with its source
 * @param predictions of targets
 * @param body what else the page says, in Markdown
 */
public record Section(String title, List<Prediction> predictions, String body) {
  public Section {
    predictions = List.copyOf(predictions);
  }

  /** Whether a prediction that has to hit misses. */
  public boolean fails() {
    return predictions.stream()
        .anyMatch(each -> each.standing() == Prediction.Standing.GATE && !each.hit());
  }

  /** How each prediction is made, as a list in Markdown. */
  static String howEach(List<Prediction> predictions) {
    StringBuilder list = new StringBuilder("### How each is predicted\n\n");
    predictions.forEach(
        each ->
            list.append("* `")
                .append(each.figure().id())
                .append("`: ")
                .append(each.how())
                .append(".\n"));
    return list.append('\n').toString();
  }

  /** The targets that nothing predicts, in a sentence. */
  static String missing(Published published, List<Prediction> predictions) {
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
}
