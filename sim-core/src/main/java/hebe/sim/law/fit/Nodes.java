package hebe.sim.law.fit;

import hebe.sim.law.DelayLaw;
import hebe.sim.law.Empirical;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A law of mean 1 as weighted points, ascending: its quantiles at u = v^3 (10 - 15 v + 6 v^2) for v
 * in the middle of equal cells, so that both tails are seen, and as weights the lengths of the
 * cells in u. A sample is its own points.
 */
final class Nodes {
  private static final int COUNT = 256;

  /** In means; a delay of 0 would have no density in phases after the first. */
  private static final double LEAST = 1e-9;

  final double[] time;
  final double[] weight;

  private Nodes(double[] time, double[] weight) {
    this.time = time;
    this.weight = weight;
  }

  static Nodes of(DelayLaw law) {
    if (law instanceof Empirical sample && sample.sortedSeconds().size() <= 4 * COUNT) {
      List<Double> values = sample.sortedSeconds();
      return new Nodes(
          values.stream().mapToDouble(value -> Math.max(LEAST, value)).toArray(),
          DoubleStream.generate(() -> 1.0 / values.size()).limit(values.size()).toArray());
    }
    return new Nodes(
        IntStream.range(0, COUNT)
            .mapToDouble(i -> Math.max(LEAST, law.delaySeconds(bent((i + 0.5) / COUNT))))
            .toArray(),
        IntStream.range(0, COUNT)
            .mapToDouble(i -> bent((i + 1.0) / COUNT) - bent((double) i / COUNT))
            .toArray());
  }

  /** From 0 to 1 as v goes from 0 to 1, flat at both ends. */
  static double bent(double v) {
    return v * v * v * (10 + v * (6 * v - 15));
  }

  /** The least point up to which a share of the weight lies. */
  double quantile(double share) {
    double sum = 0;
    for (int i = 0; i < time.length; i++) {
      sum += weight[i];
      if (sum >= share) {
        return time[i];
      }
    }
    return time[time.length - 1];
  }
}
