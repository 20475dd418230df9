package hebe.scenarios.build;

import hebe.models.policy.Prediction;
import hebe.scenarios.read.Bounds;
import hebe.scenarios.read.Key;
import hebe.scenarios.read.Mapping;
import hebe.scenarios.read.Types;
import hebe.scenarios.read.Values;
import hebe.sim.trend.MannKendall;
import java.util.Optional;

/** How the exhaustion of a resource is foretold. */
final class PredictionTypes {
  private static final Bounds INSIDE = new Bounds(0, false, 1, false);
  private static final Key<Double> EVERY =
      Key.required(
          "every",
          "Time from a fresh start or a measurement of the resource to the next.",
          Delays.period());
  private static final Key<Integer> MEASUREMENTS =
      Key.defaulted(
          "measurements",
          "How many of the last measurements are looked at; a fresh start forgets them.",
          Types.integer(Prediction.FEWEST, Prediction.MOST),
          "10");
  private static final Key<Double> LEVEL =
      Key.defaulted(
          "level",
          "How improbable such a rise of what is used must be by chance (test of Mann and Kendall, one-sided).",
          Types.share(INSIDE),
          "5 %");
  private static final Key<Double> LEAD =
      Key.required(
          "lead",
          "It is time to act if the trend (slope of Sen) reaches exhaustion within so long.",
          Delays.period());
  private static final Key<Double> NOISE =
      Key.defaulted(
          "noise",
          "Standard deviation of the error of a measurement, as a share of the capacity.",
          Types.share(Bounds.closed(0, 0.5)),
          "0 %");
  private static final Key<Optional<Double>> FLOOR =
      Key.optional(
          "floor",
          "It is also time to act after one measurement that finds less than this share free.",
          Types.share(INSIDE),
          "only the trend counts");

  private PredictionTypes() {}

  static Mapping<Prediction> prediction() {
    return Mapping.checked(
        "prediction",
        "Measures the resource at regular intervals and acts when its trend says that it will soon be used up.",
        PredictionTypes::read,
        EVERY,
        MEASUREMENTS,
        LEVEL,
        LEAD,
        NOISE,
        FLOOR);
  }

  private static Optional<Prediction> read(Values read) {
    double least = MannKendall.leastByChance(read.get(MEASUREMENTS));
    if (read.get(LEVEL) < least) {
      return read.refuse(
          LEVEL,
          "at least "
              + Shown.number(100 * least)
              + " %, as an unbroken rise of "
              + read.get(MEASUREMENTS)
              + " measurements is so improbable",
          Shown.number(100 * read.get(LEVEL)) + " %",
          "take more \"measurements\", or a higher level");
    }
    return Optional.of(
        new Prediction(
            read.get(EVERY),
            read.get(MEASUREMENTS),
            read.get(LEVEL),
            read.get(LEAD),
            read.get(NOISE),
            read.get(FLOOR).stream().mapToDouble(share -> share).findFirst()));
  }
}
