package hebe.models.load;

import hebe.models.timing.Bounds;
import hebe.models.timing.CostModel;
import hebe.models.timing.ExtraCost;
import hebe.models.timing.HostOperation;
import hebe.models.timing.TrapEvent;
import hebe.models.timing.Workload;

/**
 * How often a VMM is used, for ages that follow use; all per second.
 *
 * @param entries entries into the VMM by events that cost more than native; an operation of the
 *     guest counts as one, however often it traps, so this is a lower bound
 * @param hypercalls explicit calls among them
 * @param domainCreations domains made
 * @param domainDestructions domains removed
 * @param errorPaths entries and operations that end in a path for errors
 */
public record VmmEventRates(
    Bounds entries,
    Bounds hypercalls,
    double domainCreations,
    double domainDestructions,
    Bounds errorPaths) {
  /** Nothing happens. */
  public static final VmmEventRates NONE =
      new VmmEventRates(Bounds.ZERO, Bounds.ZERO, 0, 0, Bounds.ZERO);

  /**
   * Those of a workload; events whose cost is not known count as entries.
   *
   * @param nativePerSecond native seconds of work done per second, at least 0
   */
  public static VmmEventRates of(Workload workload, CostModel costs, double nativePerSecond) {
    if (!(nativePerSecond >= 0)) {
      throw new IllegalArgumentException("work per second is at least 0; got " + nativePerSecond);
    }
    Bounds entries = Bounds.ZERO;
    for (TrapEvent event : workload.events()) {
      boolean enters = costs.extra(event).map(ExtraCost::cycles).map(Bounds::value).orElse(1.0) > 0;
      entries = enters ? entries.plus(workload.perSecond(event)) : entries;
    }
    return new VmmEventRates(
        entries.times(nativePerSecond),
        workload.perSecond(TrapEvent.HYPERCALL).times(nativePerSecond),
        0,
        0,
        Bounds.ZERO);
  }

  /** These and an operation so often per second; only domains made and removed are counted. */
  public VmmEventRates and(HostOperation operation, double perSecond) {
    if (!(perSecond >= 0)) {
      throw new IllegalArgumentException("a rate is at least 0; got " + perSecond);
    }
    boolean made = operation == HostOperation.CREATE_DOMAIN;
    boolean removed = operation == HostOperation.DESTROY_DOMAIN;
    return new VmmEventRates(
        entries.plus(Bounds.exact(perSecond)),
        hypercalls.plus(Bounds.exact(perSecond)),
        domainCreations + (made ? perSecond : 0),
        domainDestructions + (removed ? perSecond : 0),
        errorPaths);
  }

  /** These, so often: of several equal guests. */
  public VmmEventRates times(double number) {
    return new VmmEventRates(
        entries.times(number),
        hypercalls.times(number),
        domainCreations * number,
        domainDestructions * number,
        errorPaths.times(number));
  }

  /** These and others. */
  public VmmEventRates plus(VmmEventRates other) {
    return new VmmEventRates(
        entries.plus(other.entries),
        hypercalls.plus(other.hypercalls),
        domainCreations + other.domainCreations,
        domainDestructions + other.domainDestructions,
        errorPaths.plus(other.errorPaths));
  }

  /** These, with a share of all entries that ends in a path for errors, in [0, 1]. */
  public VmmEventRates withErrors(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("a share lies in [0, 1]; got " + share);
    }
    return new VmmEventRates(
        entries, hypercalls, domainCreations, domainDestructions, entries.times(share));
  }
}
