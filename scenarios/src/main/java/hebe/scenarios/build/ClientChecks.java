package hebe.scenarios.build;

import hebe.models.client.Logging;
import hebe.models.client.Population;
import hebe.models.client.Protection;
import hebe.models.fleet.GuestGroup;
import hebe.models.fleet.HostGroup;
import hebe.models.policy.Policy;
import hebe.scenarios.read.Located;
import hebe.scenarios.read.Place;
import hebe.scenarios.read.Problems;
import java.util.Set;
import java.util.TreeSet;

/** Checks that clients have guests, and that a protection has something to protect. */
final class ClientChecks {
  private final Scenario scenario;
  private final Problems problems;

  ClientChecks(Scenario scenario, Problems problems) {
    this.scenario = scenario;
    this.problems = problems;
  }

  /** The costs of the logging are known of groups that are there. */
  private void logged(Located<Policy> policy, Set<String> guests) {
    if (!(policy.value().protection().logging() instanceof Logging.Computed logging)) {
      return;
    }
    for (String group : logging.loads().keySet()) {
      if (!guests.contains(group)) {
        problems.add(
            policy.place(),
            "\"loads\" of groups of guests",
            "\"" + group + "\"",
            "write one of " + String.join(", ", guests));
      }
      for (Located<HostGroup> host : scenario.hosts()) {
        host.value().guests().stream()
            .filter(guest -> guest.name().equals(group))
            .forEach(guest -> costs(policy.place(), logging, host.value(), guest));
      }
    }
  }

  /** A computed cost is a share of the work that these guests do. */
  private void costs(Place place, Logging.Computed logging, HostGroup host, GuestGroup guest) {
    if (host.execution().isEmpty() || guest.workload().isEmpty()) {
      problems.add(
          place,
          "\"mode\" and \"cpu\" of host \""
              + host.name()
              + "\" and a \"workload\" of guests \""
              + guest.name()
              + "\", of which \"loads\" cost a share",
          host.execution().isEmpty() ? "none" : "no workload",
          "add what lacks, or write \"logging-overhead\" as a share");
      return;
    }
    try {
      logging.share(guest.name(), host.execution());
    } catch (IllegalArgumentException lacking) {
      problems.add(
          place,
          "a CPU and a mode of which the costs of packets and switches are known",
          lacking.getMessage(),
          "write \"logging-overhead\" as a share");
    }
  }

  void run() {
    Set<String> guests = new TreeSet<>();
    scenario
        .hosts()
        .forEach(host -> host.value().guests().stream().map(GuestGroup::name).forEach(guests::add));
    for (Located<Population> clients : scenario.clients()) {
      if (!guests.contains(clients.value().guests())) {
        problems.add(
            clients.place(),
            "the name of a group of guests",
            "\"" + clients.value().guests() + "\"",
            guests.isEmpty()
                ? "add guests to a host"
                : "write one of " + String.join(", ", guests));
      }
    }
    for (Located<Policy> policy : scenario.policies()) {
      logged(policy, guests);
      if (policy.value().protection() instanceof Protection.FtTcp && scenario.clients().isEmpty()) {
        problems.add(
            policy.place(),
            "\"ft-tcp\" only in a scenario with \"clients\"",
            "none",
            "add clients, or remove it");
      }
    }
  }
}
