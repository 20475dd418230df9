package hebe.models.validation;

import hebe.models.aging.Leak;
import hebe.models.aging.LeakEvent;
import hebe.models.aging.LeakPresets;
import hebe.models.aging.Resource;
import hebe.models.failure.Failures;
import hebe.models.failure.LayerFailures;
import hebe.models.fleet.Datacenter;
import hebe.models.fleet.FleetModel;
import hebe.models.fleet.GuestGroup;
import hebe.models.fleet.HostGroup;
import hebe.models.fleet.OperationRun;
import hebe.models.policy.Policy;
import hebe.models.policy.RejuvenationPolicy.Clock;
import hebe.models.policy.RejuvenationPolicy.Never;
import hebe.models.policy.RejuvenationPolicy.Periodic;
import hebe.models.recovery.Host;
import hebe.models.recovery.Mechanism;
import hebe.sim.law.Deterministic;
import hebe.sim.study.WorkUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** When a VMM has used up its heap because each guest that it destroys leaks, by simulation. */
final class Exhaustion {
  private final Testbed testbed;

  Exhaustion(Testbed testbed) {
    this.testbed = testbed;
  }

  /**
   * Seconds until the first exhaustion.
   *
   * @param capacityBytes the heap
   * @param leak what a destroyed guest takes of it, a preset
   * @param guests how many are rebooted in turn
   * @param periodSeconds each so often
   */
  double seconds(long capacityBytes, String leak, int guests, double periodSeconds) {
    Resource heap =
        new Resource(
            capacityBytes,
            Resource.Unit.BYTES,
            List.of(
                new Leak(
                    leak,
                    LeakEvent.Own.DOMAIN_DESTROYED,
                    LeakPresets.load().named(leak).bytes(),
                    Optional.empty())),
            OptionalDouble.empty(),
            List.of(),
            Optional.empty());
    LayerFailures vmm =
        new LayerFailures(heap, Optional.empty(), new Deterministic(300), Optional.empty());
    LayerFailures none = LayerFailures.none();
    double lives = capacityBytes / LeakPresets.load().named(leak).size().value() / 1024;
    double horizon = 1.1 * lives * periodSeconds / guests + 2 * periodSeconds;
    return new OperationRun(
            FleetModel.build(
                new Datacenter(List.of(host(guests)), new Failures(none, vmm, none, none)),
                policy(periodSeconds)))
        .run(new WorkUnit(1, 0, horizon, List.of(), true)).outages().stream()
            .filter(outage -> outage.cause().name().equals("vmm-exhausted"))
            .mapToDouble(outage -> outage.startSeconds())
            .min()
            .orElseThrow();
  }

  private HostGroup host(int guests) {
    Host host = testbed.host(guests, 1, "none");
    Host.Guest one = host.guests().get(0);
    GuestGroup group = new GuestGroup("guest", guests, 1, one.os(), one.service());
    return new HostGroup("host", 1, host.hardware(), host.vmm(), List.of(group));
  }

  private static Policy policy(double periodSeconds) {
    Periodic reboots = new Periodic(periodSeconds, OptionalDouble.empty(), Clock.CALENDAR, true);
    return new Policy("reboots", new Never(), Mechanism.Reboot.COLD, reboots, Optional.empty());
  }
}
