package hebe.scenarios.build;

import hebe.models.fleet.HostGroup;
import hebe.models.modes.Occasion;
import hebe.models.modes.SelfVirtualization;
import hebe.models.policy.ModePolicy;
import hebe.models.policy.Policy;
import hebe.models.policy.RejuvenationPolicy;
import hebe.scenarios.read.Located;
import hebe.scenarios.read.Place;
import hebe.scenarios.read.Problems;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks that modes and the hosts that have them fit together. */
final class ModeChecks {
  private final Scenario scenario;
  private final Problems problems;

  ModeChecks(Scenario scenario, Problems problems) {
    this.scenario = scenario;
    this.problems = problems;
  }

  void run() {
    long able =
        scenario.hosts().stream().filter(h -> h.value().selfVirtualization().isPresent()).count();
    for (Located<Policy> policy : scenario.policies()) {
      if (able == 0 && !(policy.value().mode() instanceof ModePolicy.AlwaysVirtual)) {
        add(
            policy.place(),
            "\"mode\" only where a host has \"self-virtualization\"",
            "no such host",
            "remove it, or add \"self-virtualization\" to a host");
      }
      if (able > 0 && policy.value().mode() instanceof ModePolicy.WhenNeeded needed) {
        reasons(policy.place(), needed);
      }
      if (able == scenario.hosts().size()
          && !(policy.value().vmmWhen() instanceof RejuvenationPolicy.Never)) {
        add(
            policy.place(),
            "\"vmm\" only where a host always runs its VMM",
            "hosts with \"self-virtualization\" alone, where a detach makes the VMM fresh",
            "remove \"vmm\"");
      }
    }
    for (Located<HostGroup> host : scenario.hosts()) {
      host.value().selfVirtualization().ifPresent(system -> failures(host.place(), system));
    }
  }

  /**
   * A reason that is named comes up somewhere; "when-needed" is all of them, whichever there are.
   */
  private void reasons(Place place, ModePolicy.WhenNeeded needed) {
    if (needed.reasons().containsAll(EnumSet.allOf(ModePolicy.Reason.class))) {
      return;
    }
    Set<ModePolicy.Reason> there =
        scenario.hosts().stream()
            .flatMap(host -> host.value().selfVirtualization().stream())
            .flatMap(system -> system.occasions().stream().map(Occasion::reason))
            .collect(Collectors.toSet());
    for (ModePolicy.Reason reason : needed.reasons()) {
      if (!there.contains(reason)) {
        String word = "\"" + ModeTypes.word(reason) + "\"";
        add(
            place,
            word
                + " in \"when-needed-for\" only where the \"self-virtualization\" of a host has "
                + word,
            "no such host, so that this reason never comes up",
            "remove it, or add " + word + " to a host");
      }
    }
  }

  private void failures(Place place, SelfVirtualization system) {
    if (scenario.failures().service().fails()) {
      add(
          place,
          "no \"failures.service\" beside \"self-virtualization\", whose system is taken as one with its service",
          "them",
          "put them into \"failures.guest\"");
    }
    boolean suspects = system.occasions().stream().anyMatch(Occasion.Suspicion.class::isInstance);
    if (suspects && scenario.failures().hardware().crash().isEmpty()) {
      add(
          place,
          "\"suspicion\" only where \"failures.hardware\" says how the hardware crashes",
          "no such crash",
          "add one, or remove \"suspicion\"");
    }
  }

  private void add(Place place, String expected, String got, String cure) {
    problems.add(place, expected, got, cure);
  }
}
