package hebe.reports.answer;

import hebe.reports.number.DurationUnit;
import hebe.reports.number.EstimateText;
import hebe.sim.stat.Estimate;
import java.util.List;
import java.util.Optional;

/**
 * One unit for a column of durations: the one that fits the shortest, unless the longest would then
 * be 10,000 or more; then the one that fits the longest.
 *
 * @param unit the unit
 */
public record CommonUnit(DurationUnit unit) {
  private static final double TOO_LONG = 10_000;

  /** The unit for durations in seconds; zeros and absent values have no say. */
  public static CommonUnit of(List<Optional<Estimate>> seconds) {
    double[] sizes =
        seconds.stream()
            .flatMap(Optional::stream)
            .mapToDouble(estimate -> Math.abs(EstimateText.mean(estimate).orElse(0)))
            .filter(size -> size > 0)
            .sorted()
            .toArray();
    if (sizes.length == 0) {
      return new CommonUnit(DurationUnit.SECOND);
    }
    double longest = sizes[sizes.length - 1];
    DurationUnit unit = DurationUnit.fitting(sizes[0]);
    return new CommonUnit(unit.of(longest) < TOO_LONG ? unit : DurationUnit.fitting(longest));
  }

  /** The abbreviation of the unit. */
  public String label() {
    return unit.label();
  }

  /** The estimate in this unit, without the unit's name. */
  public String text(Estimate seconds) {
    return EstimateText.of(in(seconds));
  }

  /** The estimate, given in seconds, in this unit. */
  public Estimate in(Estimate seconds) {
    return EstimateText.times(seconds, 1 / unit.seconds());
  }
}
