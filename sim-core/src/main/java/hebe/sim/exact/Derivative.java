package hebe.sim.exact;

import java.util.OptionalDouble;

/**
 * How a value depends on the pace of one transition.
 *
 * @param parameter the transition
 * @param value the value itself
 * @param perLogRate d value / d ln(rate), in the unit of the value: a pace that is 1 % higher
 *     changes the value by about 0.01 times this
 */
public record Derivative(Parameter parameter, double value, double perLogRate) {
  /** d value / d ln(mean delay), in the unit of the value. */
  public double perLogMean() {
    return -perLogRate;
  }

  /** d value / d rate, in the unit of the value times seconds, where there is one rate. */
  public OptionalDouble perRate() {
    return parameter.ratePerSecond().isPresent()
        ? OptionalDouble.of(perLogRate / parameter.ratePerSecond().getAsDouble())
        : OptionalDouble.empty();
  }

  /** d ln(value) / d ln(rate), without a unit; none for a value of 0. */
  public OptionalDouble elasticity() {
    return value == 0 ? OptionalDouble.empty() : OptionalDouble.of(perLogRate / value);
  }
}
