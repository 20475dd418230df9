package hebe.models.fleet;

import hebe.models.catalog.Profile;
import hebe.models.recovery.Host;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Several equal hosts.
 *
 * @param name of the group; its hosts are called {@code name-1}, {@code name-2}... if there are
 *     several
 * @param count at least 1
 * @param hardware the machine
 * @param vmm its VMM
 * @param guests the groups of guests on each
 */
public record HostGroup(
    String name, int count, Profile hardware, Profile vmm, List<GuestGroup> guests) {
  public HostGroup {
    guests = List.copyOf(guests);
    if (count < 1) {
      throw new IllegalArgumentException(
          "a group has at least one host; " + name + " has " + count);
    }
  }

  /** One host of the group, as its recovery operations see it. */
  public Host host() {
    List<Host.Guest> all = new ArrayList<>();
    guests.forEach(group -> all.addAll(Collections.nCopies(group.count(), group.guest())));
    return new Host(hardware, vmm, all);
  }
}
