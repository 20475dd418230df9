package hebe.scenarios.build;

import hebe.models.aging.Aging;
import hebe.models.aging.Clearing;
import hebe.models.failure.LayerFailures;
import hebe.models.fleet.HostGroup;
import hebe.models.policy.Policy;
import hebe.models.policy.RejuvenationPolicy;
import hebe.models.policy.RejuvenationPolicy.AfterAging;
import hebe.models.policy.RejuvenationPolicy.Need;
import hebe.models.policy.RejuvenationPolicy.Predicted;
import hebe.models.policy.RejuvenationPolicy.TwoLevel;
import hebe.models.recovery.Fates;
import hebe.models.recovery.Migrate;
import hebe.scenarios.read.Located;
import hebe.scenarios.read.Problems;

/** Checks that what a policy waits for may come, and not at once. */
final class PolicyChecks {
  private final Scenario scenario;
  private final Located<Policy> policy;
  private final Problems problems;

  PolicyChecks(Scenario scenario, Located<Policy> policy, Problems problems) {
    this.scenario = scenario;
    this.policy = policy;
    this.problems = problems;
  }

  void run() {
    if (scenario.failures().microReboot().isPresent()
        && policy.value().vmmBy() instanceof Migrate) {
      add(
          "no \"migrate\" where \"failures.vmm.recovery\" is given",
          "both",
          "remove one of them, as together they are not modelled");
    }
    boolean guests = scenario.hosts().stream().anyMatch(host -> !host.value().guests().isEmpty());
    LayerFailures guest = scenario.failures().guest();
    check(policy.value().vmmWhen(), scenario.failures().vmm(), guests && guest.fails(), "vmm");
    check(policy.value().guestWhen(), guest, scenario.failures().service().fails(), "guest");
    quiet();
    pulled();
    check(policy.value().vmmClears(), scenario.failures().vmm(), "vmm");
    check(policy.value().guestClears(), guest, "guest");
    whole();
  }

  /** A host that puts a VMM under itself knows fresh starts only. */
  private void whole() {
    boolean itself =
        scenario.hosts().stream().anyMatch(h -> h.value().selfVirtualization().isPresent());
    if (itself && (policy.value().clearsInPart() || scenario.failures().repairsInPart())) {
      add(
          "no \"clears\" or \"repair-restores\" below 100 % with a host that virtualizes itself",
          "one", "remove it, or the host");
    }
  }

  private void check(Clearing clears, LayerFailures layer, String name) {
    clears
        .misfit(layer.aging())
        .ifPresent(
            need ->
                add(
                    "such a \"clears\" only where \"failures." + name + "\" has " + need,
                    "another aging",
                    "write a share of the whole age"));
  }

  private void check(
      RejuvenationPolicy when, LayerFailures layer, boolean aboveFails, String name) {
    when.unmet(layer.aging(), aboveFails)
        .ifPresentOrElse(need -> refuse(need, name), () -> lasting(when, layer, name));
  }

  private void refuse(Need need, String name) {
    String aging = "\"failures." + name + ".aging\"";
    String above = name.equals("vmm") ? "guest" : "service";
    switch (need) {
      case STAGES ->
          add(
              "\"after-aging\" only where "
                  + aging
                  + " says when the layer becomes failure-probable",
              "no such law",
              "add one, or use \"every\"");
      case MORE_STAGES ->
          add(
              "an inspection for a \"stage\" that " + aging + " has",
              "none such",
              "add stages, or look for an earlier one");
      case RESOURCE ->
          add(
              resourceUse(name) + " only where " + aging + " is a resource",
              "none",
              "add one, or use \"every\"");
      case CRASHES_ABOVE ->
          add(
              "\"after-crash\" only where \"failures."
                  + above
                  + "\" says how a "
                  + above
                  + " crashes",
              "no such crash",
              "add one, or use \"every\"");
      case OPENING -> add("a window that opens", "one that never does", "shorten what is closed");
    }
  }

  /** What needs the resource that is not there. */
  private String resourceUse(String name) {
    RejuvenationPolicy when =
        name.equals("vmm") ? policy.value().vmmWhen() : policy.value().guestWhen();
    return when.trigger() instanceof Predicted ? "\"predict\"" : "a free share";
  }

  private void lasting(RejuvenationPolicy when, LayerFailures layer, String name) {
    if (when.trigger() instanceof AfterAging afterAging
        && layer.aging() instanceof Aging.Stages staged) {
      double life =
          staged.stages().stream().mapToDouble(stage -> stage.lasts().meanSeconds()).sum()
              + afterAging.delay().meanSeconds();
      if (life < Delays.LEAST_SECONDS) {
        add(
            "at least "
                + Shown.seconds(Delays.LEAST_SECONDS)
                + " from the fresh start to the rejuvenation of the "
                + name
                + ", on average",
            Shown.seconds(life),
            "write a longer delay");
      }
    }
  }

  /** A wait for a quiet hour needs a load on every host that the policy rules. */
  private void quiet() {
    if (policy.value().vmmWhen().waitsForQuiet() || policy.value().guestWhen().waitsForQuiet()) {
      for (Located<HostGroup> host : scenario.hosts()) {
        if (host.value().load().isEmpty()) {
          problems.add(
              host.place(),
              "a \"load\", as policy \""
                  + policy.value().name()
                  + "\" waits for a quiet hour (\"wait-for-quiet\")",
              "none",
              "add for example \"load: {quiet-at: {open: [nights]}}\"");
        }
      }
    }
  }

  /** An instant that is pulled forward serves guests. */
  private void pulled() {
    if (policy.value().vmmWhen().trigger() instanceof TwoLevel both
        && both.leadSeconds().isPresent()) {
      if (policy.value().guestWhen() instanceof RejuvenationPolicy.Never) {
        add(
            "\"pull-forward\" only beside a rejuvenation of the guests",
            "no \"guests\"",
            "add \"guests\", or remove it");
      }
      if (policy.value().vmmBy().fates().guestAge() != Fates.Fate.RESET) {
        add(
            "\"pull-forward\" only by a mechanism that makes the guests fresh, such as cold-reboot",
            "\"" + policy.value().vmmBy().label() + "\", which keeps them as old as they are",
            "use another mechanism, or remove it");
      }
    }
  }

  private void add(String expected, String got, String cure) {
    problems.add(policy.place(), expected, got, cure);
  }
}
