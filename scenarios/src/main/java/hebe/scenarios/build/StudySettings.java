package hebe.scenarios.build;

import hebe.scenarios.read.Bounds;
import hebe.scenarios.read.Key;
import hebe.scenarios.read.Mapping;
import hebe.scenarios.read.Type;
import hebe.scenarios.read.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a scenario is studied.
 *
 * @param horizonSeconds length of a replication, above 0
 * @param replications independent replications of each policy, at least 1
 * @param confidence nominal coverage of the intervals, in (0, 1)
 * @param seed master seed
 * @param binSeconds width of the bins of availability over time; the last one may be shorter
 */
public record StudySettings(
    double horizonSeconds, int replications, double confidence, long seed, double binSeconds) {
  private static final int BINS = 50;
  private static final int MOST_BINS = 10_000;

  public StudySettings {
    if (horizonSeconds / binSeconds > MOST_BINS) {
      throw new IllegalArgumentException(
          "\"curve-every\" makes more than " + MOST_BINS + " bins of the horizon");
    }
  }

  /** The ends of the bins of availability over time. */
  public List<Double> gridSeconds() {
    List<Double> grid = new ArrayList<>();
    for (int bin = 1; bin * binSeconds < horizonSeconds; bin++) {
      grid.add(bin * binSeconds);
    }
    grid.add(horizonSeconds);
    return List.copyOf(grid);
  }

  static Type<StudySettings> type() {
    Key<Double> horizon =
        Key.defaulted(
            "horizon",
            "Simulated time of one replication.",
            Types.durationSeconds(Bounds.closed(Delays.LEAST_SECONDS, Delays.MOST_SECONDS)),
            "10 years");
    Key<Integer> replications =
        Key.defaulted(
            "replications",
            "Independent replications of each policy; one is enough where nothing is random.",
            Types.integer(1, 1_000_000),
            "20");
    Key<Double> confidence =
        Key.defaulted(
            "confidence",
            "Nominal coverage of the intervals.",
            Types.share(Bounds.open(0, 1)),
            "95 %");
    Key<Long> seed =
        Key.defaulted(
            "seed",
            "Master seed of all random numbers.",
            Types.wholeNumber(0, Long.MAX_VALUE),
            "1");
    Key<Optional<Double>> bin =
        Key.optional(
            "curve-every",
            "Width of the bins of availability over time.",
            Types.durationSeconds(),
            "a fiftieth of the horizon");
    return Mapping.checked(
        "study",
        "How the scenario is studied.",
        v -> {
          double width = v.get(bin).orElse(v.get(horizon) / BINS);
          double bins = StrictMath.ceil(v.get(horizon) / width);
          return bins > MOST_BINS
              ? v.refuse(
                  bin,
                  "at most " + MOST_BINS + " bins in the horizon",
                  Shown.number(bins),
                  "write a longer time")
              : Optional.of(
                  new StudySettings(
                      v.get(horizon), v.get(replications), v.get(confidence), v.get(seed), width));
        },
        horizon,
        replications,
        confidence,
        seed,
        bin);
  }
}
