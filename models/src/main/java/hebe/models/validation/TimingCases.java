package hebe.models.validation;

import hebe.models.catalog.Published;
import hebe.models.timing.Bounds;
import hebe.models.validation.Prediction.Standing;
import hebe.models.validation.TrapTiming.Grouped;
import hebe.models.validation.TrapTiming.NotPredicted;
import hebe.models.validation.TrapTiming.Unpublished;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** Collects predictions of figures on the cost of traps. */
final class TimingCases {
  private final Published published;
  private final Supplier<TimingEvidence> evidence;
  private final List<Grouped> predictions = new ArrayList<>();
  private final List<NotPredicted> notPredicted = new ArrayList<>();
  private final List<Unpublished> unpublished = new ArrayList<>();

  TimingCases(Published published, Supplier<TimingEvidence> evidence) {
    this.published = published;
    this.evidence = evidence;
  }

  /** Predicts a target, in its unit. */
  void predict(String group, String id, String how, ToDoubleFunction<TimingEvidence> model) {
    TimingEvidence basis = evidence.get();
    double predicted = model.applyAsDouble(basis);
    Published.Figure figure = published.figure(id);
    Standing standing = figure.verified() && basis.verified() ? Standing.GATE : Standing.UNVERIFIED;
    predictions.add(new Grouped(group, new Prediction(figure, predicted, standing, how)));
  }

  /** States why a target is not predicted. */
  void skip(String group, String id, String reason) {
    notPredicted.add(new NotPredicted(group, id, reason));
  }

  /** Predicts what Hebe has no published value for. */
  void unpublished(
      String quantity, String unit, String how, Function<TimingEvidence, Bounds> model) {
    TimingEvidence basis = evidence.get();
    Bounds predicted = model.apply(basis);
    unpublished.add(new Unpublished(quantity, unit, predicted, basis.verified(), how));
  }

  /** States why something without a published value is not predicted. */
  void skipUnpublished(String quantity, String reason) {
    notPredicted.add(new NotPredicted("no published value here", quantity, reason));
  }

  TrapTiming result() {
    return new TrapTiming(predictions, notPredicted, unpublished);
  }
}
