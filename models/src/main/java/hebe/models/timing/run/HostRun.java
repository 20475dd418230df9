package hebe.models.timing.run;

/**
 * Runs a host in cycles, event by event.
 *
 * <p>A guest that runs does native work until its next trap; the trap then takes the core for its
 * extra cycles. Where the VMM is cheaper than the hardware, the next work is that much shorter. So
 * a guest alone on its core is slowed down by 1 + sum of rate x extra / clock, as in {@link
 * hebe.models.timing.SlowDown}. On top of that come waiting for a core, switches with refill of the
 * cache, and the queue of the driver domain.
 *
 * <p>A function of setup, seed and length. Each guest draws from streams of its own, named by group
 * and number, so another group of guests leaves its draws as they were.
 */
public final class HostRun {
  private HostRun() {}

  /**
   * Runs a host.
   *
   * @param seed any number
   * @param seconds how long it is observed, after the warm-up; above 0
   */
  public static HostResult simulate(HostSetup setup, long seed, double seconds) {
    return simulate(setup, seed, seconds, HostTrace.NONE);
  }

  /** The same, and a trace is told what happens, the warm-up included. */
  public static HostResult simulate(HostSetup setup, long seed, double seconds, HostTrace trace) {
    Range.aboveZero("observed seconds", seconds);
    return new Machine(setup, seed, trace).run(seconds);
  }
}
