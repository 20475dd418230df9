package hebe.models.fleet;

import hebe.models.catalog.Profile;
import hebe.models.recovery.Host;
import hebe.models.timing.Workload;
import java.util.Optional;

/**
 * Several equal guests of a host.
 *
 * @param name of the group; its guests are called {@code name-1}, {@code name-2}... if there are
 *     several
 * @param count at least 1
 * @param memoryGib memory of one
 * @param os its system
 * @param service its service
 * @param workload what it does at the scale of cycles, if that is to count
 */
public record GuestGroup(
    String name,
    int count,
    double memoryGib,
    Profile os,
    Profile service,
    Optional<Workload> workload) {
  public GuestGroup {
    if (count < 1) {
      throw new IllegalArgumentException(
          "a group has at least one guest; " + name + " has " + count);
    }
  }

  /** Guests of which only the availability counts. */
  public GuestGroup(String name, int count, double memoryGib, Profile os, Profile service) {
    this(name, count, memoryGib, os, service, Optional.empty());
  }

  /** One guest of the group. */
  Host.Guest guest() {
    return new Host.Guest(memoryGib, os, service);
  }
}
