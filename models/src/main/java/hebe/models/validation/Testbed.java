package hebe.models.validation;

import hebe.models.catalog.Catalog;
import hebe.models.catalog.Parameter;
import hebe.models.catalog.Profile;
import hebe.models.recovery.Host;
import hebe.models.recovery.Mechanism.Reboot;
import hebe.models.recovery.PlanSimulation;
import hebe.models.recovery.PlanTimes;
import hebe.models.recovery.Plans;
import hebe.sim.result.Sourced;
import java.util.Collections;
import java.util.stream.Stream;

/** The testbed of Kourai and Chiba (2007), and what its operations take in Hebe's model. */
final class Testbed {
  private final Catalog catalog;

  Testbed(Catalog catalog) {
    this.catalog = catalog;
  }

  /** Whether every constant of the testbed is verified against its source. */
  boolean verified() {
    Host host = host(1, 1, "jboss");
    return Stream.of(Parameter.Kind.values())
        .filter(kind -> kind != Parameter.Kind.IN_PLACE)
        .flatMap(kind -> host.profile(kind).values().values().stream())
        .allMatch(Sourced::verified);
  }

  /** Downtime of n guests of 1 GiB in seconds: until the last one is back. */
  double downtime(Reboot reboot, int guests, String service) {
    Host host = host(guests, 1, service);
    return PlanSimulation.run(reboot.plan(host), host).longestOutageSeconds();
  }

  /** How much shorter a warm reboot is than a cold one, in percent. */
  double reduction(int guests, String service) {
    return 100
        * (1 - downtime(Reboot.WARM, guests, service) / downtime(Reboot.COLD, guests, service));
  }

  /** Quick reload until the control domain runs, with n frozen guests, in seconds. */
  double vmmReboot(int frozen) {
    Host host = host(frozen, 1, "none");
    PlanTimes times = PlanSimulation.run(Plans.warm(host), host);
    return times.endOf("dom0 boot") - times.startOf("quick reload");
  }

  /** Shutdown and boot of n guests without a service at once, in seconds. */
  double osReboot(int guests) {
    Host host = host(guests, 1, "none");
    PlanTimes restart = PlanSimulation.run(Plans.restart(host), host);
    return linux().get(Parameter.OS_SHUTDOWN) + restart.endSeconds() - restart.hostReadySeconds();
  }

  /** Rejuvenation of one guest with JBoss, in seconds. */
  double guestReboot() {
    Host host = host(1, 1, "jboss");
    return PlanSimulation.run(Plans.guestReboot(host, 0), host).endSeconds();
  }

  /** A host with n guests. */
  Host host(int guests, double memoryGib, String service) {
    Profile running = catalog.profile(Parameter.Kind.SERVICE, service);
    Host.Guest guest = new Host.Guest(memoryGib, linux(), running);
    return new Host(
        catalog.profile(Parameter.Kind.HARDWARE, "opteron-280-2006"),
        xen(),
        Collections.nCopies(guests, guest));
  }

  Profile linux() {
    return catalog.profile(Parameter.Kind.OS, "linux-2.6.12");
  }

  Profile xen() {
    return catalog.profile(Parameter.Kind.VMM, "xen-3.0.0");
  }
}
