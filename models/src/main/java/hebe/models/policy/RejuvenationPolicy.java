package hebe.models.policy;

import hebe.sim.law.DelayLaw;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** When something is rejuvenated. */
public sealed interface RejuvenationPolicy {
  /** Never. */
  record Never() implements RejuvenationPolicy {}

  /**
   * Every so often.
   *
   * @param periodSeconds the period, finite and above 0
   * @param firstSeconds the first time by the calendar, finite and above 0; empty for one period,
   *     or for the place in the stagger
   * @param clock what the period counts from
   * @param staggered whether several with this schedule take turns by the calendar, evenly spread
   *     over the period
   */
  record Periodic(double periodSeconds, OptionalDouble firstSeconds, Clock clock, boolean staggered)
      implements RejuvenationPolicy {
    public Periodic {
      requireInstant(periodSeconds);
      firstSeconds.ifPresent(Periodic::requireInstant);
      if (clock == Clock.SINCE_RENEWAL && (staggered || firstSeconds.isPresent())) {
        throw new IllegalArgumentException(
            "a period since the last renewal has no first instant and no stagger");
      }
    }

    /**
     * The first instants of n that share the schedule: all at once, or evenly over the period. A
     * stagger begins at the first time if one is given, otherwise it ends with the first period.
     */
    public List<Double> firsts(int n) {
      double last = firstSeconds.orElse(periodSeconds);
      int turns = firstSeconds.isPresent() ? 0 : 1 - n;
      return IntStream.range(0, n)
          .mapToObj(i -> staggered ? last + periodSeconds * (i + turns) / n : last)
          .toList();
    }

    private static void requireInstant(double seconds) {
      if (!(seconds > 0) || Double.isInfinite(seconds)) {
        throw new IllegalArgumentException(
            "a period and its first instant are finite and above 0 s; got " + seconds);
      }
    }
  }

  /**
   * Some time after it has become failure-probable.
   *
   * @param delay from the entry into failure-probable to the rejuvenation
   */
  record AfterAging(DelayLaw delay) implements RejuvenationPolicy {}

  /** What a period counts from. */
  enum Clock {
    /** Instants first + k x period; those at which nothing can be done pass by. */
    CALENDAR,
    /** The end of the operation that made the part fresh. */
    SINCE_RENEWAL
  }
}
