package hebe.models.timing;

/**
 * Processor-bound domains that take turns on a core: each turn begins with a switch, after which
 * caches and TLB fill again.
 *
 * @param switchCycles a switch with the refill after it
 * @param directCycles the switch alone
 * @param clock clock of the core
 */
public record DomainScheduling(Bounds switchCycles, Bounds directCycles, HostClock clock) {
  /** The costs of a table. */
  public static DomainScheduling of(TrapCostTable table, String cpu, Mode mode, HostClock clock) {
    return new DomainScheduling(
        table.cell(cpu, mode, TrapEvent.DOMAIN_SWITCH).cost().cycles(),
        table.cell(cpu, mode, TrapEvent.DOMAIN_SWITCH_DIRECT).cost().cycles(),
        clock);
  }

  /** Share of a core that is lost, at most 1: cycles of a switch / cycles of a slice. */
  public Bounds loss(double sliceSeconds) {
    if (!(sliceSeconds > 0)) {
      throw new IllegalArgumentException("a slice is above 0 s; got " + sliceSeconds);
    }
    Bounds share = switchCycles.times(1 / clock.cycles(sliceSeconds));
    return new Bounds(
        Math.min(1, share.value()), Math.min(1, share.low()), Math.min(1, share.high()));
  }

  /** Cycles that the refill of caches and TLB takes after a switch. */
  public Bounds refillCycles() {
    return switchCycles.minus(directCycles);
  }
}
