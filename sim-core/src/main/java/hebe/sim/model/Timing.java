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

  /** For how many copies of the scope it has parameters; 1 serves any number of them. */
  int parameters();

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

    @Override
    public int parameters() {
      return laws.size();
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
   * @param firstSeconds the first instant, one for all copies or one for each; finite and above 0
   * @param periodSeconds the period, finite and above 0
   */
  record Calendar(List<Double> firstSeconds, double periodSeconds) implements Timing {
    private static final double MOST_PERIODS = 0x1p52;

    public Calendar {
      firstSeconds = List.copyOf(firstSeconds);
      requireSome(firstSeconds);
      if (!instant(periodSeconds) || !firstSeconds.stream().allMatch(Calendar::instant)) {
        throw new IllegalArgumentException(
            "a calendar needs a first instant and a period finite and above 0 s; got "
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

    private static boolean instant(double seconds) {
      return seconds > 0 && Double.isFinite(seconds);
    }

    @Override
    public int parameters() {
      return firstSeconds.size();
    }

    /** The first instant of this copy. */
    public double firstOf(int copy) {
      return firstSeconds.get(firstSeconds.size() == 1 ? 0 : copy);
    }

    /**
     * The first instant of this copy's calendar that is later than now.
     *
     * @throws IllegalStateException if the clock cannot tell the instants apart so late
     */
    public double nextAfter(int copy, double nowSeconds) {
      double first = firstOf(copy);
      if (nowSeconds < first) {
        return first;
      }
      double k = StrictMath.floor((nowSeconds - first) / periodSeconds);
      if (k > MOST_PERIODS) {
        throw new IllegalStateException(
            "a period of " + periodSeconds + " s is below the grain of the clock");
      }
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
   * At once, before any time passes. Of several, the highest priority goes first; within it
   * components go in the order of their transitions, and of one component one transition is chosen
   * with a probability proportional to its weight.
   *
   * @param weight finite and above 0
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

    @Override
    public int parameters() {
      return 1;
    }
  }

  private static void requireSome(List<?> perCopy) {
    if (perCopy.isEmpty()) {
      throw new IllegalArgumentException("a timing needs at least one parameter");
    }
  }
}
