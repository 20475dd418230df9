package hebe.scenarios.build;

import hebe.models.fleet.GuestGroup;
import hebe.models.fleet.HostGroup;
import hebe.models.outage.Costs;
import hebe.models.outage.Subjects;
import hebe.models.policy.Policy;
import hebe.models.policy.RejuvenationPolicy;
import hebe.scenarios.read.Located;
import hebe.scenarios.read.Place;
import hebe.scenarios.read.Problems;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Checks across a scenario whose parts are each in order. */
final class CrossChecks {
  private final Scenario scenario;
  private final Problems problems;

  CrossChecks(Scenario scenario, Problems problems) {
    this.scenario = scenario;
    this.problems = problems;
  }

  void run() {
    names();
    members();
    new ClientChecks(scenario, problems).run();
    scenario.costs().ifPresent(this::pricedGroups);
    for (Located<Policy> policy : scenario.policies()) {
      guestsExist(policy);
      new PolicyChecks(scenario, policy, problems).run();
    }
    new LeakChecks(scenario, problems).run();
    new MigrationChecks(scenario, problems).run();
    new ModeChecks(scenario, problems).run();
  }

  /**
   * In results a name stands for a host, for guests, or for everything; two of them may not share
   * it.
   */
  private void names() {
    Set<String> hosts = new HashSet<>();
    scenario.hosts().forEach(host -> hosts.add(host.value().name()));
    for (Located<HostGroup> host : scenario.hosts()) {
      refuseAll(host.place(), host.value().name());
      for (GuestGroup guest : host.value().guests()) {
        refuseAll(host.place(), guest.name());
        if (hosts.contains(guest.name())) {
          problems.add(
              host.place(),
              "different names for hosts and guests",
              "\"" + guest.name() + "\" for both",
              "rename one of them");
        }
      }
    }
  }

  /** Members of groups are numbered, so that a-1 may be one of several or one alone. */
  private void members() {
    Map<String, String> hosts = new HashMap<>();
    for (Located<HostGroup> host : scenario.hosts()) {
      HostGroup group = host.value();
      member(host.place(), "host", group.name(), group.count(), hosts);
      Map<String, String> guests = new HashMap<>();
      for (GuestGroup guest : group.guests()) {
        member(host.place(), "guest", guest.name(), guest.count(), guests);
      }
    }
  }

  private void member(Place place, String noun, String group, int count, Map<String, String> seen) {
    for (int number = 1; number <= count; number++) {
      String name = count == 1 ? group : group + "-" + number;
      Optional<String> other = Optional.ofNullable(seen.putIfAbsent(name, group));
      if (other.filter(earlier -> !earlier.equals(group)).isPresent()) {
        problems.add(
            place,
            "different names for all " + noun + "s",
            "\"" + name + "\" in \"" + other.get() + "\" and in \"" + group + "\"",
            "rename one of them");
        return;
      }
    }
  }

  private void refuseAll(Place place, String name) {
    if (name.equals(Subjects.EVERYTHING)) {
      problems.add(
          place,
          "a name other than \"all\", which stands for everything in results",
          "\"all\"",
          "rename it");
    }
  }

  /** A price for a group that is not there would look like one that is paid. */
  private void pricedGroups(Located<Costs> costs) {
    Set<String> known = new TreeSet<>(List.of(Subjects.EVERYTHING));
    for (Located<HostGroup> host : scenario.hosts()) {
      known.add(host.value().name());
      host.value().guests().forEach(guest -> known.add(guest.name()));
    }
    Set<String> priced = new TreeSet<>(costs.value().plannedPerSecond().keySet());
    priced.addAll(costs.value().unplannedPerSecond().keySet());
    priced.removeAll(known);
    for (String name : priced) {
      problems.add(
          costs.place(),
          "names of groups of guests or hosts",
          "\"" + name + "\"",
          "write one of " + String.join(", ", known));
    }
  }

  private void guestsExist(Located<Policy> policy) {
    boolean guests = scenario.hosts().stream().anyMatch(host -> !host.value().guests().isEmpty());
    if (!guests && !(policy.value().guestWhen() instanceof RejuvenationPolicy.Never)) {
      problems.add(
          policy.place(),
          "no \"guests\" in a policy where no host has any",
          "them",
          "remove them, or add guests to a host");
    }
  }
}
