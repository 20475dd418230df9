package hebe.models.fleet;

import hebe.models.failure.Failures;
import java.util.List;

/**
 * What a policy is applied to.
 *
 * @param hosts at least one group
 * @param failures how the layers of every host fail
 */
public record Datacenter(List<HostGroup> hosts, Failures failures) {
  public Datacenter {
    hosts = List.copyOf(hosts);
    if (hosts.isEmpty()) {
      throw new IllegalArgumentException("a datacenter has at least one host");
    }
  }
}
