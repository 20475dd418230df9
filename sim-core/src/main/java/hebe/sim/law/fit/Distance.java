package hebe.sim.law.fit;

import hebe.sim.law.DelayLaw;
import hebe.sim.law.Empirical;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The largest difference between two distribution functions, after Kolmogorov. */
final class Distance {
  private static final int FINE = 1000;
  private static final int COARSE = 100;

  private Distance() {}

  /**
   * sup |F - G| over 999 quantiles of F, dense in the tails, and over the values of a sample, on
   * both sides of the jumps of F; G has none. Between two quantiles it may be larger by 0.002 at
   * most, their distance in F.
   */
  static double of(DelayLaw law, DelayLaw smooth) {
    return over(points(law, FINE), law, smooth);
  }

  /** The same over 99 quantiles, to choose between laws. */
  static double rough(DelayLaw law, DelayLaw smooth) {
    return over(points(law, COARSE), law, smooth);
  }

  private static double over(DoubleStream points, DelayLaw law, DelayLaw smooth) {
    return points
        .map(
            time -> {
              double there = smooth.cdf(time);
              return Math.max(
                  Math.abs(law.cdf(time) - there), Math.abs(law.cdf(Math.nextDown(time)) - there));
            })
        .max()
        .orElseThrow();
  }

  private static DoubleStream points(DelayLaw law, int cells) {
    if (!law.random()) {
      return DoubleStream.of(law.meanSeconds());
    }
    DoubleStream quantiles =
        IntStream.range(1, cells)
            .mapToDouble(i -> law.quantileSeconds(Nodes.bent((double) i / cells)));
    return law instanceof Empirical sample
        ? DoubleStream.concat(
            quantiles, sample.sortedSeconds().stream().mapToDouble(Double::doubleValue).distinct())
        : quantiles;
  }
}
