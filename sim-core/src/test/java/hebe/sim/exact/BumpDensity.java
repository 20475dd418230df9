package hebe.sim.exact;

import hebe.sim.law.DelayLaw;
import hebe.sim.law.Empirical;
import java.util.ArrayList;
import java.util.List;

/**
 * A delay on (low, high) with the density c (k0 + k1 x + k2 x^2) exp(-decay x), c such that it
 * integrates to 1.
 */
record BumpDensity(double low, double high, double k0, double k1, double k2, double decay) {
  private static final int SAMPLE = 2000;

  private double raw(double x) {
    return (k0 + x * (k1 + x * k2)) * StrictMath.exp(-decay * x);
  }

  double mean() {
    return Numerics.integral(x -> x * raw(x), low, high) / Numerics.integral(this::raw, low, high);
  }

  /** The simulator's law: 2000 values alike likely, each the median of its share. */
  DelayLaw law() {
    double mass = Numerics.integral(this::raw, low, high);
    List<Double> values = new ArrayList<>();
    int steps = 200 * SAMPLE;
    double width = (high - low) / steps;
    double below = 0;
    for (int s = 0; s < steps; s++) {
      double x = low + (s + 0.5) * width;
      below += raw(x) * width / mass;
      while (values.size() < SAMPLE && below >= (values.size() + 0.5) / SAMPLE) {
        values.add(x);
      }
    }
    return new Empirical(values);
  }
}
