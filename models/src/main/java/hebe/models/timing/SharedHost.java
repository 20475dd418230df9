package hebe.models.timing;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Several guests and the work of the driver domain on shared cores, in the long run.
 *
 * <p>Demand = sum over guests of native cores x slow-down + events per second x driver cycles /
 * clock. Supply = cores x (1 - loss by domain switches), where the loss counts only when more
 * virtual processors than cores want to run. Queueing for the driver domain is not in it.
 *
 * @param cores physical cores, at least 1
 * @param clock their clock
 * @param driverCycles work of the driver domain per event, beyond what the guest itself pays
 * @param switchLoss share of a core lost to domain switches when cores are shared, in [0, 1)
 */
public record SharedHost(
    int cores, HostClock clock, Map<TrapEvent, Bounds> driverCycles, Bounds switchLoss) {
  public SharedHost {
    if (cores < 1 || switchLoss.low() < 0 || switchLoss.high() >= 1) {
      throw new IllegalArgumentException("a host has a core, and a loss within [0, 1)");
    }
    Map<TrapEvent, Bounds> ordered = new EnumMap<>(TrapEvent.class);
    ordered.putAll(driverCycles);
    driverCycles = Collections.unmodifiableMap(ordered);
  }

  /**
   * Guests of one kind.
   *
   * @param workload what each does
   * @param slowDown of that in its mode on this host
   * @param count how many, at least 1
   * @param nativeCores cores that each would keep busy without a VMM, above 0
   */
  public record Guests(Workload workload, SlowDown slowDown, int count, double nativeCores) {
    public Guests {
      if (count < 1 || !(nativeCores > 0)) {
        throw new IllegalArgumentException("guests are at least 1 and want a part of a core");
      }
    }
  }

  /**
   * How the host stands.
   *
   * @param guestCores cores that the guests would fill, their traps included
   * @param driverCores cores that the driver domain would fill
   * @param utilization demand over supply; above 1 the host is overloaded
   * @param delivered share of their native work that the guests get done, at most 1
   */
  public record Load(Bounds guestCores, Bounds driverCores, Bounds utilization, Bounds delivered) {}

  /** The load by these guests. */
  public Load load(List<Guests> groups) {
    Bounds guestCores = Bounds.ZERO;
    Bounds driverCores = Bounds.ZERO;
    double wanted = 0;
    for (Guests group : groups) {
      double nativeCores = group.count() * group.nativeCores();
      guestCores = guestCores.plus(group.slowDown().factor().times(nativeCores));
      driverCores = driverCores.plus(driverCores(group.workload()).times(nativeCores));
      wanted += group.count() * Math.ceil(group.nativeCores());
    }
    Bounds demand = guestCores.plus(driverCores);
    Bounds loss = wanted > cores ? switchLoss : Bounds.ZERO;
    Bounds supply = Bounds.exact(1).minus(loss).times(cores);
    Bounds utilization = demand.times(supply.reciprocal());
    return new Load(guestCores, driverCores, utilization, delivered(utilization));
  }

  /** Cores of the driver domain per native core of a workload. */
  private Bounds driverCores(Workload workload) {
    Bounds cyclesPerSecond = Bounds.ZERO;
    for (Map.Entry<TrapEvent, Bounds> entry : driverCycles.entrySet()) {
      cyclesPerSecond =
          cyclesPerSecond.plus(workload.perSecond(entry.getKey()).times(entry.getValue()));
    }
    return cyclesPerSecond.times(clock.seconds(1));
  }

  private static Bounds delivered(Bounds utilization) {
    return new Bounds(
        Math.min(1, 1 / utilization.value()),
        Math.min(1, 1 / utilization.high()),
        utilization.low() > 0 ? Math.min(1, 1 / utilization.low()) : 1);
  }
}
