package hebe.scenarios.build;

import hebe.scenarios.read.Bounds;
import hebe.scenarios.read.Laws;
import hebe.scenarios.read.Type;
import hebe.scenarios.read.Types;
import hebe.sim.law.DelayLaw;

/**
 * Delays that a run can cope with: none beyond what a clock in seconds can hold, and no circle of
 * delays so short that time stands still.
 */
final class Delays {
  /** Least time between two fresh starts, on average; what is shorter belongs to other scales. */
  static final double LEAST_SECONDS = 1;

  /** Longest simulated time: a million years, at which the grain of the clock is 4 ms. */
  static final double MOST_SECONDS = 1e6 * 365 * 86_400;

  private static final double MOST_MEAN_SECONDS = 1e18;

  private Delays() {}

  /** A law whose mean is a number that every draw can be computed from. */
  static Type<DelayLaw> law() {
    return Laws.delayLaw().map(Delays::bounded);
  }

  /** A duration between the instants of a schedule. */
  static Type<Double> period() {
    return Types.durationSeconds(Bounds.atLeast(LEAST_SECONDS));
  }

  /** The same law, if its mean is a number that every draw can be computed from. */
  static DelayLaw bounded(DelayLaw law) {
    double mean = law.meanSeconds();
    if (!(mean <= MOST_MEAN_SECONDS)) {
      throw new IllegalArgumentException(
          "a delay: expected with a mean of at most "
              + Shown.seconds(MOST_MEAN_SECONDS)
              + ", got one of "
              + Shown.seconds(mean));
    }
    return law;
  }
}
