package hebe.models.fleet;

import hebe.models.client.Population;
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
 * @param clients of the guests; each names a group that is there
 */
public record Datacenter(List<HostGroup> hosts, Failures failures, List<Population> clients) {
  public Datacenter {
    hosts = List.copyOf(hosts);
    clients = List.copyOf(clients);
    if (hosts.isEmpty()) {
      throw new IllegalArgumentException("a datacenter has at least one host");
    }
    Set<String> names = new HashSet<>(Set.of(Subjects.EVERYTHING));
    hosts.forEach(host -> require(names.add(host.name()), host.name()));
    for (HostGroup host : hosts) {
      host.guests().forEach(guest -> require(!names.contains(guest.name()), guest.name()));
    }
    for (Population population : clients) {
      if (hosts.stream()
          .flatMap(host -> host.guests().stream())
          .noneMatch(guest -> guest.name().equals(population.guests()))) {
        throw new IllegalArgumentException(
            "the clients " + population.name() + " have no guests '" + population.guests() + "'");
      }
    }
  }

  /** A datacenter of which nobody looks at the clients. */
  public Datacenter(List<HostGroup> hosts, Failures failures) {
    this(hosts, failures, List.of());
  }

  private static void require(boolean free, String name) {
    if (!free) {
      throw new IllegalArgumentException(
          "in results '" + name + "' would stand for two different things");
    }
  }
}
