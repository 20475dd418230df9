package hebe.models.timing.run;

import hebe.models.timing.DomainScheduling;

/**
 * What it costs when another virtual processor takes a core.
 *
 * <p>The cache is taken to hold what costs {@code refillCycles} to load. One that comes back lacks
 * what others have loaded there since it left, at most all of it; on another core it lacks all.
 * While it lacks something, half of its cycles go to loading, so a short visit pays and evicts
 * little.
 *
 * @param directCycles the switch alone, at least 0
 * @param refillCycles loading the whole cache, at least 0
 */
public record DomainSwitch(double directCycles, double refillCycles) {
  /** It costs nothing. */
  public static final DomainSwitch FREE = new DomainSwitch(0, 0);

  public DomainSwitch {
    Range.atLeastZero("cycles of a switch", directCycles);
    Range.atLeastZero("cycles of a refill", refillCycles);
  }

  /** The costs of the closed form. */
  public static DomainSwitch of(DomainScheduling costs) {
    return new DomainSwitch(costs.directCycles().value(), costs.refillCycles().value());
  }
}
