package hebe.models.outage;

import hebe.sim.model.Model;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Whose outages count: every part of the model with a rate reward called {@code up}.
 *
 * @param all the subjects, in the order of the model
 * @param counted name of the groups whose members make up {@code all}: those with guests if there are any, otherwise the hosts
 */
public record Subjects(List<Subject> all, Set<String> counted) {
  /** The subject of all guests together, or of all hosts where there are no guests. */
  public static final String EVERYTHING = "all";

  public Subjects {
    all = List.copyOf(all);
    counted = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(counted));
  }

  /**
   * One subject.
   *
   * @param reward number of its reward in the model
   * @param name its full name
   * @param group the group that it belongs to
   */
  public record Subject(int reward, String name, String group) {}

  /** The groups in the order of results: {@code all} first, then those that it consists of, then the others. */
  public List<String> groups() {
    Set<String> names = new LinkedHashSet<>(List.of(EVERYTHING));
    names.addAll(counted);
    all.forEach(subject -> names.add(subject.group()));
    return List.copyOf(names);
  }

  /** The positions of a group's members in {@link #all}. */
  public List<Integer> members(String group) {
    List<Integer> members = new ArrayList<>();
    for (int s = 0; s < all.size(); s++) {
      String its = all.get(s).group();
      if (group.equals(EVERYTHING) ? counted.contains(its) : its.equals(group)) {
        members.add(s);
      }
    }
    return List.copyOf(members);
  }

  /**
   * The subjects of a model.
   *
   * @param groups for each reward of this name, in the order of the model, the group of its subject
   */
  public static Subjects of(Model model, String reward, List<String> groups, Set<String> counted) {
    List<Subject> subjects = new ArrayList<>();
    for (int r = 0; r < model.rewardCount(); r++) {
      if (model.reward(r).name().equals(reward)) {
        subjects.add(new Subject(r, model.rewardScope(r), groups.get(subjects.size())));
      }
    }
    return new Subjects(subjects, counted);
  }
}
