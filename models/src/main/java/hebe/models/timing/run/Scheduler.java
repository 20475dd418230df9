package hebe.models.timing.run;

/**
 * A scheduler in the manner of Xen's credit scheduler.
 *
 * <p>Each accounting period hands out cores x period as credit, by weight, to the virtual
 * processors that ran or wanted to; running burns it, cycle for cycle. Credit is held within one
 * period either way, without the lower limit for a capped one, which is parked while below 0. A
 * turn goes to the first in line among those woken and not yet served, else those with credit, else
 * those without, and lasts at most a slice.
 *
 * @param sliceSeconds longest turn when others wait, above 0; 0.030 in Xen, 0.005 in its first
 *     version
 * @param accountingSeconds period of the accounting, above 0; 0.030 in Xen
 * @param wakeUp what one that wakes up with credit may do
 */
public record Scheduler(double sliceSeconds, double accountingSeconds, WakeUp wakeUp) {
  /** Xen's credit scheduler. */
  public static final Scheduler CREDIT = new Scheduler(0.030, 0.030, WakeUp.PREEMPT);

  public Scheduler {
    Range.aboveZero("slice in seconds", sliceSeconds);
    Range.aboveZero("accounting period in seconds", accountingSeconds);
  }

  /** The same with another slice. */
  public Scheduler withSlice(double seconds) {
    return new Scheduler(seconds, accountingSeconds, wakeUp);
  }

  /** The same with another rule for those that wake up. */
  public Scheduler waking(WakeUp chosen) {
    return new Scheduler(sliceSeconds, accountingSeconds, chosen);
  }

  /** What a virtual processor that wakes up may do. */
  public enum WakeUp {
    /** Take a core at once from one of a lower class. */
    PREEMPT,
    /** Have the next turn that ends. */
    NEXT_TURN,
    /** Stand in line. */
    IN_LINE
  }
}
