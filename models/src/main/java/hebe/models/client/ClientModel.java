package hebe.models.client;

import hebe.models.outage.Subjects;
import hebe.sim.result.Cause;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The clients of a datacenter under a policy, and what its outages mean for them. Immutable; shared
 * by all replications.
 */
public final class ClientModel {
  private final List<Population> populations;
  private final Protection protection;
  private final Subjects subjects;
  private final Set<Cause> hostCauses;
  private final List<Outlook> outlooks = new ArrayList<>();
  private final List<CountDraw> draws = new ArrayList<>();

  /**
   * The clients of some groups of guests.
   *
   * @param hostCauses the causes of outages of a host, which also take its guests along
   */
  public ClientModel(
      List<Population> populations,
      Protection protection,
      Subjects subjects,
      Set<Cause> hostCauses) {
    this.populations = List.copyOf(populations);
    this.protection = protection;
    this.subjects = subjects;
    this.hostCauses = hostCauses;
    for (Population population : this.populations) {
      outlooks.add(new Outlook(population, protection));
      draws.add(new CountDraw(population.open()));
    }
  }

  /** The groups of the results: {@code all} and those with clients; none without clients. */
  public List<String> groups() {
    Set<String> groups = new LinkedHashSet<>();
    if (!populations.isEmpty()) {
      groups.add(Subjects.EVERYTHING);
    }
    subjects.guestGroups().stream().filter(this::serves).forEach(groups::add);
    return List.copyOf(groups);
  }

  /** The groups with clients that a group of the results consists of. */
  List<String> parts(String group) {
    return subjects.parts(group).stream().filter(this::serves).toList();
  }

  private boolean serves(String group) {
    return populations.stream().anyMatch(population -> population.guests().equals(group));
  }

  /** Number of guests with clients in a group. */
  int members(String group) {
    return parts(group).stream().mapToInt(part -> subjects.members(part).size()).sum();
  }

  /** Mean number of open connections of all members of a group together. */
  double meanOpen(String group) {
    double sum = 0;
    for (String part : parts(group)) {
      double each = 0;
      for (int population : of(part)) {
        each += populations.get(population).open().mean();
      }
      sum += each * subjects.members(part).size();
    }
    return sum;
  }

  /** The numbers of the populations of a group of guests. */
  List<Integer> of(String guests) {
    List<Integer> numbers = new ArrayList<>();
    for (int p = 0; p < populations.size(); p++) {
      if (populations.get(p).guests().equals(guests)) {
        numbers.add(p);
      }
    }
    return List.copyOf(numbers);
  }

  List<Population> populations() {
    return populations;
  }

  Protection protection() {
    return protection;
  }

  Subjects subjects() {
    return subjects;
  }

  boolean ofHost(Cause cause) {
    return hostCauses.contains(cause);
  }

  Outlook outlook(int population) {
    return outlooks.get(population);
  }

  CountDraw draw(int population) {
    return draws.get(population);
  }

  /** A recorder for a replication. */
  public ClientRecorder recorder(long seed, int replication) {
    return new ClientRecorder(this, seed, replication);
  }
}
