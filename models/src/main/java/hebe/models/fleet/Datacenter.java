package hebe.models.fleet;

import hebe.models.failure.Failures;
import hebe.models.outage.Subjects;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a policy is applied to.
 *
 * @param hosts at least one group; no two share a name, and no guest has that of a host
 * @param failures how the layers of every host fail
 */
public record Datacenter(List<HostGroup> hosts, Failures failures) {
  public Datacenter {
    hosts = List.copyOf(hosts);
    if (hosts.isEmpty()) {
      throw new IllegalArgumentException("a datacenter has at least one host");
    }
    Set<String> names = new HashSet<>(Set.of(Subjects.EVERYTHING));
    hosts.forEach(host -> require(names.add(host.name()), host.name()));
    for (HostGroup host : hosts) {
      host.guests().forEach(guest -> require(!names.contains(guest.name()), guest.name()));
    }
  }

  private static void require(boolean free, String name) {
    if (!free) {
      throw new IllegalArgumentException(
          "in results '" + name + "' would stand for two different things");
    }
  }
}
