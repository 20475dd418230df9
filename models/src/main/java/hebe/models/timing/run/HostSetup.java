package hebe.models.timing.run;

import hebe.models.timing.HostClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A host and what runs on it.
 *
 * @param clock clock of all cores
 * @param cores physical cores, at least 1
 * @param scheduler who runs when
 * @param domainSwitch what changing turns costs
 * @param driver the domain that has the devices; without one they belong to the guests
 * @param guests what runs, at least one group; no two of a name
 * @param warmUpSeconds time before anything is counted, at least 0
 */
public record HostSetup(
    HostClock clock,
    int cores,
    Scheduler scheduler,
    DomainSwitch domainSwitch,
    Optional<DriverDomain> driver,
    List<GuestGroup> guests,
    double warmUpSeconds) {
  public HostSetup {
    Range.atLeastOne("cores", cores);
    Range.atLeastOne("groups of guests", guests.size());
    Range.atLeastZero("warm-up in seconds", warmUpSeconds);
    guests = List.copyOf(guests);
    if (guests.stream().map(GuestGroup::name).distinct().count() < guests.size()) {
      throw new IllegalArgumentException("two groups of guests have one name");
    }
    for (GuestGroup group : guests) {
      requireTime(group, clock);
    }
    List<Placement> places = new ArrayList<>();
    guests.forEach(group -> places.add(group.place()));
    driver.ifPresent(domain -> places.add(domain.place()));
    for (Placement place : places) {
      if (place.end(cores) > cores) {
        throw new IllegalArgumentException("a host of " + cores + " cores has no " + place);
      }
    }
  }

  /** Savings of a VMM that is cheaper than the hardware cannot exceed the work. */
  private static void requireTime(GuestGroup group, HostClock clock) {
    double slowDown = 1;
    for (TrapSource source : group.load().sources()) {
      slowDown += clock.seconds(source.perSecond() * source.extraCycles());
    }
    if (!(slowDown > 0)) {
      throw new IllegalArgumentException(
          group.name() + ": with traps cheaper than native, its work would take no time");
    }
  }

  /**
   * Guests on so many cores under Xen's scheduler; switches are free, there is no driver domain.
   */
  public static HostSetup of(HostClock clock, int cores, GuestGroup... guests) {
    return new HostSetup(
        clock, cores, Scheduler.CREDIT, DomainSwitch.FREE, Optional.empty(), List.of(guests), 0);
  }

  /** The same under another scheduler. */
  public HostSetup under(Scheduler chosen) {
    return new HostSetup(clock, cores, chosen, domainSwitch, driver, guests, warmUpSeconds);
  }

  /** The same with costs of switching. */
  public HostSetup switching(DomainSwitch costs) {
    return new HostSetup(clock, cores, scheduler, costs, driver, guests, warmUpSeconds);
  }

  /** The same with a driver domain. */
  public HostSetup with(DriverDomain domain) {
    return new HostSetup(
        clock, cores, scheduler, domainSwitch, Optional.of(domain), guests, warmUpSeconds);
  }

  /** The same with time before anything is counted. */
  public HostSetup warmedUp(double seconds) {
    return new HostSetup(clock, cores, scheduler, domainSwitch, driver, guests, seconds);
  }
}
