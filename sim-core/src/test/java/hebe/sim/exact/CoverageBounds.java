package hebe.sim.exact;

import org.apache.commons.math3.distribution.BinomialDistribution;

/**
 * How many of some studies may cover the truth: outside, on either side, lies at most 0.0005 of
 * their binomial law.
 */
record CoverageBounds(int low, int high) {
  static CoverageBounds of(int studies, double level) {
    var law = new BinomialDistribution(null, studies, level);
    return new CoverageBounds(
        law.inverseCumulativeProbability(0.0005), law.inverseCumulativeProbability(0.9995));
  }
}
