package hebe.models.fleet;

import hebe.models.catalog.Profile;
import hebe.models.catalog.Published;
import hebe.models.load.CacheUse;
import hebe.models.migration.GuestMemory;
import hebe.models.migration.MigrationPresets;
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
 * @param writes how it writes to its memory while it is moved; empty for a guest like SPECweb99
 * @param pageCache how it lives on its page cache; empty if a cold one costs it nothing
 */
public record GuestGroup(
    String name,
    int count,
    double memoryGib,
    Profile os,
    Profile service,
    Optional<Workload> workload,
    Optional<GuestMemory> writes,
    Optional<CacheUse> pageCache) {
  public GuestGroup {
    if (count < 1) {
      throw new IllegalArgumentException(
          "a group has at least one guest; " + name + " has " + count);
    }
  }

  /** Guests that need no page cache. */
  public GuestGroup(
      String name,
      int count,
      double memoryGib,
      Profile os,
      Profile service,
      Optional<Workload> workload,
      Optional<GuestMemory> writes) {
    this(name, count, memoryGib, os, service, workload, writes, Optional.empty());
  }

  /** The same guests with a page cache that they need. */
  public GuestGroup with(CacheUse use) {
    return new GuestGroup(name, count, memoryGib, os, service, workload, writes, Optional.of(use));
  }

  /** Guests of which nothing special is known of their memory. */
  public GuestGroup(
      String name,
      int count,
      double memoryGib,
      Profile os,
      Profile service,
      Optional<Workload> workload) {
    this(name, count, memoryGib, os, service, workload, Optional.empty());
  }

  /** Guests of which only the availability counts. */
  public GuestGroup(String name, int count, double memoryGib, Profile os, Profile service) {
    this(name, count, memoryGib, os, service, Optional.empty());
  }

  /** How one writes to its memory, given or like SPECweb99. */
  public GuestMemory memory() {
    return writes.orElseGet(
        () -> new MigrationPresets(Published.liveMigration()).guest(memoryGib * 0x1p30));
  }

  /** One guest of the group. */
  Host.Guest guest() {
    return new Host.Guest(memoryGib, os, service);
  }
}
