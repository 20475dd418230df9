package hebe.scenarios.build;

import hebe.models.aging.Leak;
import hebe.models.aging.LeakEvent;
import hebe.models.aging.Resource;
import hebe.models.fleet.GuestGroup;
import hebe.models.fleet.HostGroup;
import hebe.models.policy.Degradation;
import hebe.models.policy.Policy;
import hebe.models.policy.RejuvenationPolicy.WhenDegraded;
import hebe.scenarios.read.Located;
import hebe.scenarios.read.Problems;

/**
 * Checks that the boot of a host's guests alone does not use up so much of its VMM's resource that
 * it crashes or is rejuvenated, as it would again and again.
 */
final class LeakChecks {
  private final Scenario scenario;
  private final Problems problems;

  LeakChecks(Scenario scenario, Problems problems) {
    this.scenario = scenario;
    this.problems = problems;
  }

  void run() {
    scenario.failures().vmm().aging().resource().ifPresent(this::check);
    for (Leak leak : VmmUseTable.leaks(scenario)) {
      scenario.hosts().forEach(host -> check(leak, host));
    }
  }

  /** How often a VMM is used is known of guests with a workload only. */
  private void check(Leak leak, Located<HostGroup> host) {
    LeakEvent.Use use = (LeakEvent.Use) leak.on();
    double perSecond =
        host.value().guests().stream()
            .flatMap(guest -> host.value().use(guest).stream())
            .mapToDouble(rates -> use.perSecond(rates).value())
            .max()
            .orElse(0);
    if (perSecond == 0) {
      problems.add(
          host.place(),
          "guests with a \"workload\" that has "
              + use.kind().label()
              + ", as the VMM leaks by them (\""
              + leak.name()
              + "\")",
          "none",
          "write \"workload\" at a guest, and \"mode\" and \"cpu\" under \"vmm\"; or \"every\" at"
              + " the leak instead of \"on\"");
    } else if (use.bundled() / perSecond < Delays.LEAST_SECONDS) {
      problems.add(
          host.place(),
          "at least "
              + Shown.seconds(Delays.LEAST_SECONDS)
              + " between two bundles of the leak \""
              + leak.name()
              + "\", on average",
          Shown.seconds(use.bundled() / perSecond),
          "write a larger \"bundle\", or a smaller leak");
    }
  }

  private void check(Resource resource) {
    for (Located<HostGroup> host : scenario.hosts()) {
      long guests = host.value().guests().stream().mapToLong(GuestGroup::count).sum();
      long atBoot = guests * resource.grainsOf(LeakEvent.Own.DOMAIN_CREATED);
      if (atBoot >= resource.grains()) {
        refuse(host, "crashes");
      }
      for (Policy policy : scenario.policyList()) {
        if (policy.vmmWhen().trigger() instanceof WhenDegraded when
            && when.sign() instanceof Degradation.FreeBelow below
            && atBoot >= resource.grainsBelow(below.share())) {
          refuse(host, "is rejuvenated by policy \"" + policy.name() + "\"");
        }
      }
    }
  }

  private void refuse(Located<HostGroup> host, String what) {
    problems.add(
        host.place(),
        "guests whose boot leaves enough of the VMM's resource free",
        "so many that their boot alone takes what is left before the VMM " + what,
        "take fewer guests, or write a larger \"capacity\"");
  }
}
