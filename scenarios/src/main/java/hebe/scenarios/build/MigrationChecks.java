package hebe.scenarios.build;

import hebe.models.catalog.Parameter;
import hebe.models.fleet.HostGroup;
import hebe.models.fleet.Spares;
import hebe.models.policy.Policy;
import hebe.models.policy.RejuvenationPolicy;
import hebe.models.recovery.Migrate;
import hebe.scenarios.read.Located;
import hebe.scenarios.read.Problems;
import java.util.OptionalDouble;

/** Checks that hosts whose guests are to be moved have a spare host that can take them. */
final class MigrationChecks {
  private final Scenario scenario;
  private final Problems problems;

  MigrationChecks(Scenario scenario, Problems problems) {
    this.scenario = scenario;
    this.problems = problems;
  }

  void run() {
    for (Located<HostGroup> host : scenario.hosts()) {
      host.value().spares().ifPresent(spares -> fits(host, spares));
      if (host.value().spares().isPresent() && host.value().selfVirtualization().isPresent()) {
        problems.add(
            host.place(),
            "no \"spares\" beside \"self-virtualization\", where a detach makes the VMM fresh and nothing migrates",
            "both",
            "remove \"spares\", or put the host that migrates into a group of its own");
      }
      for (Located<Policy> policy : scenario.policies()) {
        if (migrates(policy.value())
            && host.value().spares().isEmpty()
            && host.value().selfVirtualization().isEmpty()) {
          problems.add(
              host.place(),
              "\"spares\" where the policy \"" + policy.value().name() + "\" migrates",
              "a host without",
              "add for example \"spares: 1\"");
        }
      }
    }
  }

  private static boolean migrates(Policy policy) {
    return policy.vmmBy() instanceof Migrate
        && !(policy.vmmWhen() instanceof RejuvenationPolicy.Never);
  }

  private void fits(Located<HostGroup> host, Spares spares) {
    OptionalDouble there = spares.memoryGib();
    double needed =
        host.value().guests().stream().mapToDouble(g -> g.count() * g.memoryGib()).sum()
            + host.value().vmm().get(Parameter.DOM0_MEMORY) / 1024;
    if (there.isPresent() && needed > there.getAsDouble()) {
      problems.add(
          host.place(),
          "spare hosts with memory for the guests of a host and a control domain, "
              + Shown.number(needed)
              + " GiB",
          Shown.number(there.getAsDouble()) + " GiB",
          "write more \"memory\" under \"spares\", or take fewer or smaller guests");
    }
  }
}
