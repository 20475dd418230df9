package hebe.models.validation;

import hebe.models.catalog.Profile;
import hebe.models.failure.Failures;
import hebe.models.fleet.Datacenter;
import hebe.models.fleet.FleetModel;
import hebe.models.fleet.GuestGroup;
import hebe.models.fleet.HostGroup;
import hebe.models.fleet.OperationRun;
import hebe.models.policy.Policy;
import hebe.models.policy.RejuvenationPolicy;
import hebe.models.policy.RejuvenationPolicy.Clock;
import hebe.models.policy.RejuvenationPolicy.Periodic;
import hebe.models.recovery.Host;
import hebe.models.recovery.Mechanism;
import hebe.sim.result.MetricId;
import hebe.sim.study.WorkUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The operation of one host by schedules alone, without failures.
 *
 * @param downSecondsPerCycle mean downtime of a guest in one period of the VMM, in seconds
 */
record ScheduledAvailability(double downSecondsPerCycle) {
  /** Periods of the VMM that are simulated. */
  private static final int CYCLES = 100;

  /**
   * Simulates a host whose guests are all alike. The guests' schedule counts from their last fresh
   * start where the mechanism boots them, so that it is credited with the boot, and by the calendar
   * otherwise.
   */
  static ScheduledAvailability of(
      Host host, Mechanism by, double vmmPeriodSeconds, double guestPeriodSeconds) {
    Host.Guest guest = host.guests().get(0);
    Profile os = guest.os();
    GuestGroup guests =
        new GuestGroup("guest", host.guests().size(), guest.memoryGib(), os, guest.service());
    HostGroup group = new HostGroup("host", 1, host.hardware(), host.vmm(), List.of(guests));
    boolean credited = by == Mechanism.Reboot.COLD;
    Clock clock = credited ? Clock.SINCE_RENEWAL : Clock.CALENDAR;
    RejuvenationPolicy vmm =
        new Periodic(vmmPeriodSeconds, OptionalDouble.empty(), Clock.CALENDAR, false);
    RejuvenationPolicy schedule =
        new Periodic(guestPeriodSeconds, OptionalDouble.empty(), clock, !credited);
    Policy policy = new Policy("schedule", vmm, by, schedule, Optional.empty());
    OperationRun run =
        new OperationRun(FleetModel.build(new Datacenter(List.of(group), Failures.none()), policy));
    double horizon = (CYCLES + 0.01) * vmmPeriodSeconds;
    var result = run.run(new WorkUnit(1, 0, horizon, List.of(), false));
    MetricId wanted = MetricId.total("unavailability", "guest", "1");
    int position = run.measures().stream().map(measure -> measure.id()).toList().indexOf(wanted);
    return new ScheduledAvailability(result.values().get(position).numerator() * horizon / CYCLES);
  }
}
