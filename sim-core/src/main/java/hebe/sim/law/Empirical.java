package hebe.sim.law;

import java.util.Collections;
import java.util.List;

/**
 * A measured sample, every value alike likely: F(t) is the share of values that are at most t.
 *
 * <p>Draws are values of the sample, not interpolated: at u it is the value number ceil(n u) of n.
 * So mean and variance are those of the sample (its variance with divisor n).
 *
 * @param sortedSeconds the values in seconds, ascending, each at least 0; at least one
 */
public record Empirical(List<Double> sortedSeconds) implements DelayLaw {
  public Empirical {
    sortedSeconds = List.copyOf(sortedSeconds);
    if (sortedSeconds.isEmpty()) {
      throw new IllegalArgumentException("sortedSeconds: expected at least one value, got none");
    }
    double previous = 0;
    for (int i = 0; i < sortedSeconds.size(); i++) {
      double value = Check.notNegative("sortedSeconds[" + i + "]", sortedSeconds.get(i));
      if (value < previous) {
        throw new IllegalArgumentException(
            "sortedSeconds[" + i + "]: expected at least " + previous + ", got " + value);
      }
      previous = value;
    }
  }

  @Override
  public double delaySeconds(double u) {
    int number = (int) Math.ceil(u * sortedSeconds.size());
    return sortedSeconds.get(Math.max(1, number) - 1);
  }

  /** Every value above the age alike likely. */
  @Override
  public double remainingSeconds(double ageSeconds, double u) {
    if (ageSeconds <= 0) {
      return delaySeconds(u);
    }
    int below = atMost(ageSeconds);
    int number = Math.max(1, (int) Math.ceil(u * (sortedSeconds.size() - below)));
    return below == sortedSeconds.size() ? 0 : sortedSeconds.get(below + number - 1) - ageSeconds;
  }

  @Override
  public double meanSeconds() {
    double sum = 0;
    for (double value : sortedSeconds) {
      sum += value;
    }
    return sum / sortedSeconds.size();
  }

  @Override
  public double varianceSeconds2() {
    double mean = meanSeconds();
    double sum = 0;
    for (double value : sortedSeconds) {
      sum += (value - mean) * (value - mean);
    }
    return sum / sortedSeconds.size();
  }

  @Override
  public double cdf(double seconds) {
    if (Double.isNaN(seconds)) {
      return Double.NaN;
    }
    return (double) atMost(seconds) / sortedSeconds.size();
  }

  /** Number of values that are at most this. */
  private int atMost(double seconds) {
    int found = Collections.binarySearch(sortedSeconds, seconds);
    int atMost = found < 0 ? -found - 1 : found + 1;
    while (atMost < sortedSeconds.size() && sortedSeconds.get(atMost) <= seconds) {
      atMost++;
    }
    return atMost;
  }

  @Override
  public Empirical scaled(double factor) {
    Check.factor(factor);
    return new Empirical(sortedSeconds.stream().map(value -> value * factor).toList());
  }

  @Override
  public String describe() {
    return "empirical, "
        + sortedSeconds.size()
        + " values, "
        + Words.duration(sortedSeconds.get(0))
        + " to "
        + Words.duration(sortedSeconds.get(sortedSeconds.size() - 1));
  }
}
