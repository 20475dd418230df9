package hebe.models.fleet;

import hebe.models.catalog.Parameter;
import hebe.models.catalog.Profile;
import hebe.models.load.Execution;
import hebe.models.load.HostLoad;
import hebe.models.load.VmmEventRates;
import hebe.models.modes.SelfVirtualization;
import hebe.models.policy.LoadPattern;
import hebe.models.recovery.Host;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Several equal hosts.
 *
 * @param name of the group; its hosts are called {@code name-1}, {@code name-2}... if there are
 *     several
 * @param count at least 1
 * @param hardware the machine
 * @param vmm its VMM
 * @param guests the groups of guests on each; those with a workload need the execution
 * @param execution how the guests run, if that is to count
 * @param load when few use them; empty if nobody knows
 * @param selfVirtualization how its own system puts the VMM under itself, if it can; then it has no
 *     guests beside those that it hosts on demand
 * @param spares the spare hosts that they share, if they have any
 */
public record HostGroup(
    String name,
    int count,
    Profile hardware,
    Profile vmm,
    List<GuestGroup> guests,
    Optional<Execution> execution,
    Optional<LoadPattern> load,
    Optional<SelfVirtualization> selfVirtualization,
    Optional<Spares> spares) {
  public HostGroup {
    guests = List.copyOf(guests);
    if (selfVirtualization.isPresent() && !guests.isEmpty()) {
      throw new IllegalArgumentException(
          name + " virtualizes itself, so its guests are those that it hosts on demand");
    }
    if (count < 1) {
      throw new IllegalArgumentException(
          "a group has at least one host; " + name + " has " + count);
    }
    if (execution.isEmpty() && guests.stream().anyMatch(g -> g.workload().isPresent())) {
      throw new IllegalArgumentException(
          name + " has guests with a workload and does not say how they run");
    }
  }

  /** Hosts without spare ones. */
  public HostGroup(
      String name,
      int count,
      Profile hardware,
      Profile vmm,
      List<GuestGroup> guests,
      Optional<Execution> execution,
      Optional<LoadPattern> load,
      Optional<SelfVirtualization> selfVirtualization) {
    this(name, count, hardware, vmm, guests, execution, load, selfVirtualization, Optional.empty());
  }

  /** Hosts that always run their VMM. */
  public HostGroup(
      String name,
      int count,
      Profile hardware,
      Profile vmm,
      List<GuestGroup> guests,
      Optional<Execution> execution,
      Optional<LoadPattern> load) {
    this(name, count, hardware, vmm, guests, execution, load, Optional.empty());
  }

  /** Hosts of whose load nobody knows. */
  public HostGroup(
      String name,
      int count,
      Profile hardware,
      Profile vmm,
      List<GuestGroup> guests,
      Optional<Execution> execution) {
    this(name, count, hardware, vmm, guests, execution, Optional.empty());
  }

  /** The same hosts with another load. */
  public HostGroup withLoad(Optional<LoadPattern> other) {
    return new HostGroup(
        name, count, hardware, vmm, guests, execution, other, selfVirtualization, spares);
  }

  /** These hosts with spare ones. */
  public HostGroup with(Spares others) {
    return new HostGroup(
        name,
        count,
        hardware,
        vmm,
        guests,
        execution,
        load,
        selfVirtualization,
        Optional.of(others));
  }

  /** The same hosts with a system that can put the VMM under itself. */
  public HostGroup withSelfVirtualization(SelfVirtualization system) {
    return new HostGroup(
        name, count, hardware, vmm, guests, execution, load, Optional.of(system), spares);
  }

  /** Hosts of which only the availability counts. */
  public HostGroup(String name, int count, Profile hardware, Profile vmm, List<GuestGroup> guests) {
    this(name, count, hardware, vmm, guests, Optional.empty());
  }

  /** What the guests of a group get done while they are up; empty without a workload. */
  public Optional<HostLoad.Delivered> delivered(GuestGroup group) {
    int working =
        guests.stream().filter(g -> g.workload().isPresent()).mapToInt(GuestGroup::count).sum();
    int cores = (int) hardware.get(Parameter.CORES);
    return group
        .workload()
        .map(workload -> new HostLoad(execution.orElseThrow(), cores, working).of(workload));
  }

  /** How often a guest of a group uses the VMM while it serves; empty without a workload. */
  public Optional<VmmEventRates> use(GuestGroup group) {
    return delivered(group)
        .map(
            done ->
                VmmEventRates.of(
                    done.workload(), execution.orElseThrow().costs(), done.share().value()));
  }

  /** How many guests of a host need their page cache. */
  public int cached() {
    return guests.stream()
        .filter(guest -> guest.pageCache().isPresent())
        .mapToInt(GuestGroup::count)
        .sum();
  }

  /** One host of the group, as its recovery operations see it. */
  public Host host() {
    List<Host.Guest> all = new ArrayList<>();
    guests.forEach(group -> all.addAll(Collections.nCopies(group.count(), group.guest())));
    return new Host(hardware, vmm, all);
  }
}
