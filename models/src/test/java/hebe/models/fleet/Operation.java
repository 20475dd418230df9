package hebe.models.fleet;

import hebe.models.Fixtures;
import hebe.models.catalog.Profile;
import hebe.models.failure.Failures;
import hebe.models.failure.LayerFailures;
import hebe.models.policy.Policy;
import hebe.models.policy.RejuvenationPolicy;
import hebe.models.policy.RejuvenationPolicy.Clock;
import hebe.models.policy.RejuvenationPolicy.Never;
import hebe.models.policy.RejuvenationPolicy.Periodic;
import hebe.models.recovery.Mechanism;
import hebe.sim.law.DelayLaw;
import hebe.sim.law.Deterministic;
import hebe.sim.result.Outage;
import hebe.sim.run.Trace;
import hebe.sim.study.WorkResult;
import hebe.sim.study.WorkUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Datacenters, policies and runs for the tests, written shortly. */
final class Operation {
  static final RejuvenationPolicy NEVER = new Never();

  private Operation() {}

  /** One test host called {@code host} with so many guests {@code web} of 1 GiB. */
  static HostGroup host(int guests) {
    return hosts("host", 1, guests, Fixtures.hardware(), Fixtures.vmm());
  }

  static HostGroup hosts(String name, int count, int guests, Profile hardware, Profile vmm) {
    List<GuestGroup> groups =
        guests == 0
            ? List.of()
            : List.of(new GuestGroup("web", guests, 1, Fixtures.os(), Fixtures.service()));
    return new HostGroup(name, count, hardware, vmm, groups);
  }

  static Failures failures(LayerFailures hardware, LayerFailures vmm, LayerFailures guest) {
    return new Failures(hardware, vmm, guest, LayerFailures.none());
  }

  static LayerFailures none() {
    return LayerFailures.none();
  }

  /** A layer that crashes; its repair is computed. */
  static LayerFailures crash(DelayLaw crash, double detectionSeconds) {
    return new LayerFailures(
        Optional.empty(),
        Optional.of(crash),
        new Deterministic(detectionSeconds),
        Optional.empty());
  }

  static LayerFailures crash(DelayLaw crash, double detectionSeconds, DelayLaw repair) {
    return new LayerFailures(
        Optional.empty(),
        Optional.of(crash),
        new Deterministic(detectionSeconds),
        Optional.of(repair));
  }

  static DelayLaw always(double seconds) {
    return new Deterministic(seconds);
  }

  static Periodic calendar(double periodSeconds) {
    return new Periodic(periodSeconds, OptionalDouble.empty(), Clock.CALENDAR, false);
  }

  static Periodic calendarFrom(double firstSeconds, double periodSeconds) {
    return new Periodic(periodSeconds, OptionalDouble.of(firstSeconds), Clock.CALENDAR, false);
  }

  static Periodic staggered(double periodSeconds) {
    return new Periodic(periodSeconds, OptionalDouble.empty(), Clock.CALENDAR, true);
  }

  static Periodic sinceRenewal(double periodSeconds) {
    return new Periodic(periodSeconds, OptionalDouble.empty(), Clock.SINCE_RENEWAL, false);
  }

  static Policy never() {
    return new Policy("never", NEVER, Mechanism.Reboot.COLD, NEVER, Optional.empty());
  }

  static Policy vmm(RejuvenationPolicy when, Mechanism by) {
    return new Policy("vmm", when, by, NEVER, Optional.empty());
  }

  /** Guests alone, each rejuvenation of this length. */
  static Policy guests(RejuvenationPolicy when, double seconds) {
    return both(NEVER, Mechanism.Reboot.COLD, when, seconds);
  }

  static Policy both(
      RejuvenationPolicy vmm, Mechanism by, RejuvenationPolicy guest, double guestSeconds) {
    return new Policy("both", vmm, by, guest, Optional.of(always(guestSeconds)));
  }

  static FleetModel model(HostGroup host, Failures failures, Policy policy) {
    return FleetModel.build(new Datacenter(List.of(host), failures), policy);
  }

  static WorkResult run(HostGroup host, Failures failures, Policy policy, double horizonSeconds) {
    return run(model(host, failures, policy), 1, horizonSeconds);
  }

  static WorkResult run(FleetModel fleet, long seed, double horizonSeconds) {
    return new OperationRun(fleet)
        .run(new WorkUnit(seed, 0, horizonSeconds, List.of(horizonSeconds), true));
  }

  /** The outages of a subject as {@code start-end cause}, in order. */
  static List<String> outages(WorkResult result, String subject) {
    return result.outages().stream()
        .filter(outage -> outage.subject().equals(subject))
        .map(
            outage ->
                show(outage.startSeconds())
                    + "-"
                    + show(outage.endSeconds())
                    + " "
                    + outage.cause().name())
        .toList();
  }

  static List<Outage> outagesOf(WorkResult result, String subject) {
    return result.outages().stream().filter(outage -> outage.subject().equals(subject)).toList();
  }

  /** The value of a metric, by name, subject and cause; the cause is empty for the total. */
  static double metric(
      FleetModel fleet, WorkResult result, String name, String subject, String cause) {
    var measures = new OperationRun(fleet).measures();
    for (int m = 0; m < measures.size(); m++) {
      var id = measures.get(m).id();
      if (id.name().equals(name)
          && id.subject().equals(subject)
          && id.cause().orElse("").equals(cause)) {
        return result.values().get(m).numerator() / result.values().get(m).denominator();
      }
    }
    throw new AssertionError("no metric " + name + " of " + subject + " by '" + cause + "'");
  }

  private static String show(double seconds) {
    return seconds == Math.rint(seconds) ? Long.toString((long) seconds) : Double.toString(seconds);
  }

  /** Every firing as time and name. */
  static final class Firings implements Trace {
    private final FleetModel fleet;
    private final List<Map.Entry<Double, String>> all = new ArrayList<>();

    Firings(FleetModel fleet) {
      this.fleet = fleet;
    }

    /** All firings, in order. */
    List<Map.Entry<Double, String>> all() {
      return List.copyOf(all);
    }

    /** The instants of the firings whose names end so. */
    List<Double> of(String suffix) {
      return all.stream()
          .filter(firing -> firing.getValue().endsWith(suffix))
          .map(Map.Entry::getKey)
          .toList();
    }

    @Override
    public void started(int[] values) {}

    @Override
    public void fired(double timeSeconds, int transition, hebe.sim.model.Changes changes) {
      all.add(Map.entry(timeSeconds, fleet.model().transitionName(transition)));
    }

    @Override
    public void ended(double horizonSeconds) {}
  }
}
