package hebe.scenarios.build;

import hebe.models.failure.Failures;
import hebe.models.fleet.Datacenter;
import hebe.models.fleet.HostGroup;
import hebe.models.policy.Policy;
import hebe.scenarios.read.Located;
import java.util.List;

/**
 * A scenario that was read without a problem; it always builds and runs.
 *
 * @param name its name
 * @param description what it is about
 * @param sha256 hash of its text and of the delays that it takes from other files, in hexadecimal
 * @param hosts the hosts, with their places in the file
 * @param failures how the layers of every host fail
 * @param policies the policies to compare, with their places in the file
 * @param study how it is studied
 */
public record Scenario(
    String name,
    String description,
    String sha256,
    List<Located<HostGroup>> hosts,
    Failures failures,
    List<Located<Policy>> policies,
    StudySettings study) {
  public Scenario {
    hosts = List.copyOf(hosts);
    policies = List.copyOf(policies);
  }

  /** What the policies are applied to. */
  public Datacenter datacenter() {
    return new Datacenter(hosts.stream().map(Located::value).toList(), failures);
  }

  /** The policies alone. */
  public List<Policy> policyList() {
    return policies.stream().map(Located::value).toList();
  }
}
