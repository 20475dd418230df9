package hebe.sim.model;

import hebe.sim.law.DelayLaw;
import java.math.BigDecimal;
import java.util.List;

/**
 * When an enabled transition fires. Copies of one scope may differ in the parameters, never in the
 * kind.
 */
public sealed interface Timing {
  /** The timing for people, for example {@code exponential, mean 30 days}. */
  String describe();

  /**
   * After a delay since it was enabled.
   *
   * @param laws one law for all copies of the scope, or one for each copy
   */
  record After(List<DelayLaw> laws) implements Timing {
    public After {
      laws = List.copyOf(laws);
      requireSome(laws);
    }

    @Override
    public String describe() {
      return laws.get(0).describe() + (laws.size() == 1 ? "" : ", differing between copies");
    }

    /** The law of this copy. */
    public DelayLaw of(int copy) {
      return laws.get(laws.size() == 1 ? 0 : copy);
    }
  }

  /**
   * By the calendar: at {@code first + k * period} for k = 0, 1, 2..., all in seconds; instants at
   * which it is not enabled pass by. An instant at which it becomes enabled passes by too.
   *
   * @param firstSeconds the first instant, one for all copies or one for each; above 0
   * @param periodSeconds the period, above 0
   */
  record Calendar(List<Double> firstSeconds, double periodSeconds) implements Timing {
    public Calendar {
      firstSeconds = List.copyOf(firstSeconds);
      requireSome(firstSeconds);
      if (!(periodSeconds > 0) || !firstSeconds.stream().allMatch(first -> first > 0)) {
        throw new IllegalArgumentException(
            "a calendar needs a first instant and a period above 0 s; got "
                + firstSeconds
                + ", "
                + periodSeconds);
      }
    }

    @Override
    public String describe() {
      return "by the calendar every "
          + new BigDecimal(periodSeconds).stripTrailingZeros().toPlainString()
          + " s";
    }

    /** The first instant of this copy. */
    public double firstOf(int copy) {
      return firstSeconds.get(firstSeconds.size() == 1 ? 0 : copy);
    }

    /** The first instant of this copy's calendar that is later than now. */
    public double nextAfter(int copy, double nowSeconds) {
      double first = firstOf(copy);
      if (nowSeconds < first) {
        return first;
      }
      double k = StrictMath.floor((nowSeconds - first) / periodSeconds);
      // The quotient may be rounded up or down by one unit in the last place; two steps settle it.
      while (first + k * periodSeconds <= nowSeconds) {
        k++;
      }
      while (k > 0 && first + (k - 1) * periodSeconds > nowSeconds) {
        k--;
      }
      return first + k * periodSeconds;
    }
  }

  /**
   * At once, before any time passes. Of several, those of the highest priority compete, and one is
   * chosen with a probability proportional to its weight.
   *
   * @param weight above 0
   * @param priority higher goes first
   */
  record Immediate(double weight, int priority) implements Timing {
    public Immediate {
      if (!(weight > 0) || Double.isInfinite(weight)) {
        throw new IllegalArgumentException("a weight is finite and above 0; got " + weight);
      }
    }

    @Override
    public String describe() {
      return "at once";
    }
  }

  private static void requireSome(List<?> perCopy) {
    if (perCopy.isEmpty()) {
      throw new IllegalArgumentException("a timing needs at least one parameter");
    }
  }
}
