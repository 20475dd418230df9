package hebe.models.timing.run;

/**
 * A distribution of observed times, in seconds. The quantiles are exact to 0.8 %, never too low.
 *
 * @param count observations; without any all times are 0
 * @param meanSeconds mean
 * @param deviationSeconds standard deviation; 0 for fewer than two observations
 * @param medianSeconds 50 % are at most that
 * @param p95Seconds 95 % are at most that
 * @param p99Seconds 99 % are at most that
 * @param maxSeconds the greatest
 */
public record Distribution(
    long count,
    double meanSeconds,
    double deviationSeconds,
    double medianSeconds,
    double p95Seconds,
    double p99Seconds,
    double maxSeconds) {}
