package hebe.models.policy;

import hebe.sim.law.DelayLaw;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** When something is rejuvenated. */
public sealed interface RejuvenationPolicy {
  /** Never. */
  record Never() implements RejuvenationPolicy {}

  /**
   * Every so often.
   *
   * @param periodSeconds the period, above 0
   * @param firstSeconds the first time, above 0; empty for one period, or for the place in the
   *     stagger
   * @param clock what the period counts from
   * @param staggered whether several with this schedule take turns, evenly spread over the period
   */
  record Periodic(double periodSeconds, OptionalDouble firstSeconds, Clock clock, boolean staggered)
      implements RejuvenationPolicy {
    public Periodic {
      if (!(periodSeconds > 0) || (firstSeconds.isPresent() && !(firstSeconds.getAsDouble() > 0))) {
        throw new IllegalArgumentException("a period and its first instant are above 0 s");
      }
    }

    /**
     * The first instants of n that share the schedule: evenly over the period and ending with it,
     * or all at once.
     */
    public List<Double> firsts(int n) {
      List<Double> firsts = new ArrayList<>();
      for (int i = 0; i < n; i++) {
        double last = firstSeconds.orElse(periodSeconds);
        firsts.add(staggered ? last - periodSeconds * (n - 1 - i) / n : last);
      }
      return firsts.stream().map(first -> first > 0 ? first : first + periodSeconds).toList();
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
    /** The last fresh start. */
    SINCE_RENEWAL
  }
}
