package hebe.reports.summary;

import hebe.reports.number.Numbers;
import hebe.sim.stat.Estimate;
import hebe.sim.stat.Estimate.Deterministic;
import hebe.sim.stat.Estimate.Interval;
import hebe.sim.stat.Estimate.NoInterval;
import java.util.Optional;

/**
 * An estimate as the fields of result files; an absent number is {@code null} in JSON and empty in
 * CSV.
 *
 * @param mean point estimate
 * @param low lower end of the interval
 * @param high upper end of the interval
 * @param interval how the interval was made: a method's label, {@code deterministic}, {@code none}
 * @param count observations
 */
record EstimateFields(
    Optional<String> mean,
    Optional<String> low,
    Optional<String> high,
    String interval,
    int count) {

  static EstimateFields of(Estimate estimate) {
    if (estimate instanceof Interval i) {
      return new EstimateFields(
          number(i.mean()), number(i.low()), number(i.high()), i.method().label(), i.count());
    }
    if (estimate instanceof Deterministic d) {
      Optional<String> value = number(d.mean());
      return new EstimateFields(value, value, value, "deterministic", d.count());
    }
    if (estimate instanceof NoInterval n) {
      return new EstimateFields(
          number(n.mean()), Optional.empty(), Optional.empty(), "none", n.count());
    }
    return new EstimateFields(Optional.empty(), Optional.empty(), Optional.empty(), "none", 0);
  }

  private static Optional<String> number(double value) {
    return Optional.of(Numbers.exact(value));
  }
}
