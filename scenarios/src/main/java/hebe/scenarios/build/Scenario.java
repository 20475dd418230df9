package hebe.scenarios.build;

import hebe.models.client.Population;
import hebe.models.failure.Failures;
import hebe.models.fleet.Datacenter;
import hebe.models.fleet.HostGroup;
import hebe.models.outage.Costs;
import hebe.models.policy.Policy;
import hebe.scenarios.read.Located;
import hebe.sim.result.SweepValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A scenario that was read without a problem; it always builds and runs.
 *
 * @param name its name
 * @param description what it is about
 * @param sha256 hash of its text and of the delays that it takes from other files, in hexadecimal
 * @param hosts the hosts, with their places in the file
 * @param clients of the guests, with their places in the file
 * @param failures how the layers of every host fail
 * @param policies the policies to compare, with their places in the file
 * @param modesGiven the names of the policies that say a mode
 * @param study how it is studied
 * @param costs what downtime and operations cost, if anybody says so, with its place in the file
 * @param swept every policy at every point of its sweep; empty without one
 */
public record Scenario(
    String name,
    String description,
    String sha256,
    List<Located<HostGroup>> hosts,
    List<Located<Population>> clients,
    Failures failures,
    List<Located<Policy>> policies,
    Set<String> modesGiven,
    StudySettings study,
    Optional<Located<Costs>> costs,
    List<PolicyRun> swept) {
  public Scenario {
    swept = List.copyOf(swept);
    hosts = List.copyOf(hosts);
    clients = List.copyOf(clients);
    policies = List.copyOf(policies);
    modesGiven = Set.copyOf(modesGiven);
  }

  /** What the policies are applied to. */
  public Datacenter datacenter() {
    return new Datacenter(
        hosts.stream().map(Located::value).toList(),
        failures,
        clients.stream().map(Located::value).toList());
  }

  /** The policies alone. */
  public List<Policy> policyList() {
    return policies.stream().map(Located::value).toList();
  }

  /** What is simulated and solved: every policy, at every point if there is a sweep. */
  public List<PolicyRun> runs() {
    if (!swept.isEmpty()) {
      return swept;
    }
    return IntStream.range(0, policies.size()).mapToObj(policy -> run(policy, Map.of())).toList();
  }

  /** A policy at a sweep point whose values this scenario has. */
  PolicyRun run(int policy, Map<String, SweepValue> point) {
    return new PolicyRun(
        point, policies.get(policy).value(), datacenter(), costs.map(Located::value));
  }

  /** The same scenario, studied otherwise. */
  public Scenario withStudy(StudySettings other) {
    return new Scenario(
        name,
        description,
        sha256,
        hosts,
        clients,
        failures,
        policies,
        modesGiven,
        other,
        costs,
        swept);
  }

  /** The same scenario with a sweep. */
  Scenario withSweep(List<PolicyRun> runs) {
    return new Scenario(
        name,
        description,
        sha256,
        hosts,
        clients,
        failures,
        policies,
        modesGiven,
        study,
        costs,
        runs);
  }
}
