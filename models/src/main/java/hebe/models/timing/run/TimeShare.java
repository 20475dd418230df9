package hebe.models.timing.run;

/**
 * A part of the time.
 *
 * @param cause what it goes to
 * @param share of the whole; below 0 where the VMM is cheaper than the hardware
 */
public record TimeShare(String cause, double share) {
  /** Native work of guests. */
  public static final String NATIVE = "native";

  /** Loading caches and TLB after a domain switch. */
  public static final String REFILL = "cache-refill";

  /** Domain switches alone. */
  public static final String SWITCH = "domain-switch";

  /** Hypercalls with batches of page-table updates. */
  public static final String BATCH = "page-table-batch";

  /** Faults by the logging of dirty pages. */
  public static final String DIRTY_FAULT = "dirty-log: fault";

  /** Rounds of the logging of dirty pages. */
  public static final String DIRTY_ROUND = "dirty-log: round";

  /** Ticks by the wall clock. */
  public static final String TICK = "timer-tick";

  /** Interrupts that tell of requests. */
  public static final String INTERRUPT = "interrupt";

  /** All that the driver domain does. */
  public static final String DRIVER = "driver-domain";

  /** Nothing to do. */
  public static final String IDLE = "idle";
}
