package hebe.models.outage;

import hebe.sim.model.Model;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Whose outages count: every part of the model with a rate reward called {@code up}.
 *
 * @param all the subjects, in the order of the model
 * @param guestGroups names of the groups of guests; may be empty
 * @param hostGroups names of the groups of hosts
 */
public record Subjects(List<Subject> all, Set<String> guestGroups, Set<String> hostGroups) {
  /** The subject of all guests together, or of all hosts where there are no guests. */
  public static final String EVERYTHING = "all";

  public Subjects {
    all = List.copyOf(all);
    guestGroups = Collections.unmodifiableSet(new LinkedHashSet<>(guestGroups));
    hostGroups = Collections.unmodifiableSet(new LinkedHashSet<>(hostGroups));
  }

  /**
   * One subject.
   *
   * @param reward number of its reward in the model
   * @param name its full name
   * @param group the group that it belongs to
   */
  public record Subject(int reward, String name, String group) {}

  /** The groups in the order of results: {@code all} first, then the guests, then the hosts. */
  public List<String> groups() {
    Set<String> names = new LinkedHashSet<>(List.of(EVERYTHING));
    names.addAll(guestGroups);
    names.addAll(hostGroups);
    return List.copyOf(names);
  }

  /** Whether the members of a group are hosts. */
  public boolean ofHosts(String group) {
    return hostGroups.contains(group) || (group.equals(EVERYTHING) && guestGroups.isEmpty());
  }

  /** The positions of a group's members in {@link #all}. */
  public List<Integer> members(String group) {
    Set<String> parts = parts(group);
    List<Integer> members = new ArrayList<>();
    for (int s = 0; s < all.size(); s++) {
      if (parts.contains(all.get(s).group())) {
        members.add(s);
      }
    }
    return List.copyOf(members);
  }

  /** The groups that a group of the results consists of: {@code all} of several, others of one. */
  public Set<String> parts(String group) {
    if (!group.equals(EVERYTHING)) {
      return Set.of(group);
    }
    return guestGroups.isEmpty() ? hostGroups : guestGroups;
  }

  /**
   * The subjects of a model.
   *
   * @param groups for each reward of this name, in the order of the model, the group of its subject
   */
  public static Subjects of(
      Model model,
      String reward,
      List<String> groups,
      Set<String> guestGroups,
      Set<String> hostGroups) {
    List<Subject> subjects = new ArrayList<>();
    for (int r = 0; r < model.rewardCount(); r++) {
      if (model.reward(r).name().equals(reward)) {
        subjects.add(new Subject(r, model.rewardScope(r), groups.get(subjects.size())));
      }
    }
    return new Subjects(subjects, guestGroups, hostGroups);
  }
}
