package hebe.sim.model;

/**
 * What a firing makes of the virtual age of another clock: the clock is rejuvenated in part. What
 * is then left of its delay is that of its law beyond the new age.
 *
 * <p>Of a clock whose virtual age was v when it was last rejuvenated, and which ran for x since,
 * the new age is v + q x if the factor q is of the last run, and q (v + x) if it is of the whole
 * age. With q = 0 of the whole age it is as good as new, with q = 1 as bad as old. Source: M.
 * Kijima (1989), "Some results for repairable systems with general repair", Journal of Applied
 * Probability 26(1), models I and II.
 *
 * @param clock number of the shape, in the same scope, whose clock it is
 * @param factor q, from 0 to 1
 * @param of what the factor is of
 */
public record Ageing(int clock, double factor, Of of) {
  /** What the factor is of. */
  public enum Of {
    /** Only of what the clock ran since it was last rejuvenated: Kijima's model I. */
    LAST_RUN,
    /** Of its whole virtual age: Kijima's model II. */
    WHOLE_AGE
  }

  public Ageing {
    if (!(factor >= 0 && factor <= 1)) {
      throw new IllegalArgumentException("a factor of an age is from 0 to 1; got " + factor);
    }
  }

  /**
   * The virtual age after it.
   *
   * @param before the virtual age when it was last rejuvenated, in seconds
   * @param ran how long the clock ran since, in seconds
   */
  public double age(double before, double ran) {
    return of == Of.LAST_RUN ? before + factor * ran : factor * (before + ran);
  }

  /** Whether the clock remembers nothing afterwards. */
  boolean full() {
    return of == Of.WHOLE_AGE && factor == 0;
  }
}
