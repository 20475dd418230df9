package hebe.models.outage;

import hebe.sim.model.Model;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToDoubleFunction;

/**
 * What the members of groups get done: rate rewards whose rate is the share of its native work that
 * a member gets done, 0 while it is down.
 *
 * @param rewards for each group the numbers of the rewards of its members
 * @param silent groups with a member of which that is not known
 */
public record Capacities(Map<String, List<Integer>> rewards, Set<String> silent) {
  /** Name of the metric that is the mean share delivered. */
  public static final String CAPACITY = "capacity";

  /** Name of the metric that is the share lost while a member is up. */
  public static final String OVERHEAD = "overhead";

  /** Nothing is known of any group. */
  public static final Capacities NONE = new Capacities(Map.of(), Set.of());

  public Capacities {
    rewards = Collections.unmodifiableMap(new LinkedHashMap<>(rewards));
    silent = Set.copyOf(silent);
  }

  /**
   * The capacities of a model.
   *
   * @param groups for each reward of this name, in the order of the model, the group of its member
   */
  public static Capacities of(Model model, String reward, List<String> groups, Set<String> silent) {
    Map<String, List<Integer>> rewards = new LinkedHashMap<>();
    int next = 0;
    for (int r = 0; r < model.rewardCount(); r++) {
      if (model.reward(r).name().equals(reward)) {
        rewards.computeIfAbsent(groups.get(next), group -> new ArrayList<>()).add(r);
        next++;
      }
    }
    return new Capacities(rewards, silent);
  }

  /** Whether it is known of every member of a group of the results. */
  boolean knows(String group, Subjects subjects) {
    return subjects.parts(group).stream()
        .allMatch(part -> rewards.containsKey(part) && !silent.contains(part));
  }

  /** Native seconds of work that the members of a group got done together. */
  double doneSeconds(String group, Subjects subjects, IntToDoubleFunction earned) {
    double sum = 0;
    for (String part : subjects.parts(group)) {
      for (int reward : rewards.get(part)) {
        sum += earned.applyAsDouble(reward);
      }
    }
    return sum;
  }
}
