package hebe.models.policy;

import hebe.models.aging.Resource;
import hebe.sim.law.NormalLaw;
import hebe.sim.trend.Forecast;
import hebe.sim.trend.MannKendall;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How the exhaustion of a resource is foretold. What is used up is measured with an error every
 * period while the layer runs, from its fresh start on. Over the last n measurements their rise is
 * tested ({@link MannKendall}) and their line continued ({@link hebe.sim.trend.SenSlope}).
 *
 * @param periodSeconds time between measurements, finite and above 0
 * @param measurements number n of measurements, from 3 to 60
 * @param level of the test; at least what an unbroken rise of n measurements reaches
 * @param leadSeconds it is time to act if the line reaches exhaustion within so long; finite and
 *     above 0
 * @param noise standard deviation of the error, as a share of the capacity, from 0 to 0.5; the
 *     error is normal, in steps (see {@link #errors})
 * @param floor it is also time to act after one measurement that finds less than this share of the
 *     capacity free; above 0 and below 1
 */
public record Prediction(
    double periodSeconds,
    int measurements,
    double level,
    double leadSeconds,
    double noise,
    OptionalDouble floor) {
  /** Fewest measurements. */
  public static final int FEWEST = 3;

  /** Most measurements. */
  public static final int MOST = 60;

  public Prediction {
    requireSpan(periodSeconds);
    requireSpan(leadSeconds);
    if (measurements < FEWEST || measurements > MOST) {
      throw new IllegalArgumentException(
          "a trend is sought in " + FEWEST + " to " + MOST + " measurements; got " + measurements);
    }
    double least = MannKendall.leastByChance(measurements);
    if (!(level >= least && level < 1)) {
      throw new IllegalArgumentException(
          "a level that the trend of "
              + measurements
              + " measurements can reach, at least "
              + least
              + " and below 1; got "
              + level);
    }
    if (!(noise >= 0 && noise <= 0.5)) {
      throw new IllegalArgumentException("a noise is from 0 % to 50 %; got " + noise);
    }
    floor.ifPresent(Prediction::requireShare);
  }

  /**
   * An error of a measurement.
   *
   * @param grains what it adds to what is used up
   * @param probability above 0
   */
  public record Misreading(int grains, double probability) {}

  /** The forecast for a resource, in grains that are used up and in periods. */
  public Forecast forecast(Resource resource) {
    return new Forecast(level, resource.grains(), leadSeconds / periodSeconds);
  }

  /**
   * The errors of a measurement in steps of w grains, half a standard deviation s rounded to at
   * least one: k w with the probability that a normal error of s lies between (k - 1/2) w and (k +
   * 1/2) w, for |k| up to K = ceil(3 s / w), where the tails are added to the last. No noise is one
   * error of 0.
   */
  public List<Misreading> errors(Resource resource) {
    double deviation = noise * resource.grains();
    if (deviation == 0) {
      return List.of(new Misreading(0, 1));
    }
    int step = (int) StrictMath.max(1, StrictMath.rint(deviation / 2));
    int last = (int) StrictMath.ceil(3 * deviation / step);
    List<Misreading> errors = new ArrayList<>();
    for (int k = -last; k <= last; k++) {
      // Below the mean nothing is lost by subtracting; above it the law is the same.
      int j = -StrictMath.abs(k);
      double below = j == -last ? 0 : NormalLaw.cdf((j - 0.5) * step / deviation);
      double upTo = NormalLaw.cdf((j + 0.5) * step / deviation);
      errors.add(new Misreading(k * step, upTo - below));
    }
    return errors;
  }

  private static void requireSpan(double seconds) {
    if (!(seconds > 0) || Double.isInfinite(seconds)) {
      throw new IllegalArgumentException("a time span is finite and above 0 s; got " + seconds);
    }
  }

  private static void requireShare(double share) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException("a floor is above 0 and below 1; got " + share);
    }
  }
}
