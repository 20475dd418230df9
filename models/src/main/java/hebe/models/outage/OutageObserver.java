package hebe.models.outage;

import hebe.sim.exact.Observer;
import hebe.sim.model.Changes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Lets the exact solver see outages and their causes, by the {@link OutageRule}: one slot for each
 * subject with the number of the cause that it is down by, 0 while it is up.
 *
 * <p>For every group and cause it has two rewards, sums over the members of the group: the number
 * of outages that begin, and the number of members that are down.
 */
public final class OutageObserver implements Observer {
  private final OutageRule rule;
  private final List<String> groups;
  private final int[] groupOf;

  /** An observer of the subjects of a rule. */
  public OutageObserver(OutageRule rule) {
    this.rule = rule;
    List<String> each = rule.subjects().all().stream().map(Subjects.Subject::group).toList();
    groups = List.copyOf(new LinkedHashSet<>(each));
    groupOf = each.stream().mapToInt(groups::indexOf).toArray();
  }

  /** The groups of the subjects; {@code all} is none of them. */
  public List<String> groups() {
    return groups;
  }

  /** The names of the causes, in the order of their numbers from 1. */
  public List<String> causes() {
    List<String> names = new ArrayList<>();
    for (int cause = 1; cause <= rule.causes(); cause++) {
      names.add(rule.cause(cause).name());
    }
    return names;
  }

  /** The reward that earns 1 when an outage of a member of a group begins by a cause. */
  public int begins(int group, int cause) {
    return 2 * (group * rule.causes() + cause - 1);
  }

  /** The reward whose rate is the number of members of a group that are down by a cause. */
  public int down(int group, int cause) {
    return begins(group, cause) + 1;
  }

  @Override
  public List<Slot> slots() {
    List<Slot> slots = new ArrayList<>();
    for (int s = 0; s < groupOf.length; s++) {
      Subjects.Subject subject = rule.subjects().all().get(s);
      int kind = rule.watches(subject) ? groupOf[s] : groups.size();
      slots.add(new Slot(subject.name() + "/why-down", rule.causes(), subject.reward(), kind));
    }
    return slots;
  }

  /** The present cause, which is behind the slots of the subjects. */
  @Override
  public int scratch() {
    return 1;
  }

  @Override
  public int rewards() {
    return 2 * groups.size() * rule.causes();
  }

  @Override
  public void started(int[] state, int first, Earnings earnings) {
    rule.started(state, state, first, new Begins(earnings));
  }

  @Override
  public void fired(int transition, Changes changes, int[] state, int first, Earnings earnings) {
    rule.fired(transition, changes, state, state, first, new Begins(earnings));
  }

  /** The end of a delay replaces the present cause; an immediate transition may have one too. */
  @Override
  public boolean marks(int transition) {
    return rule.immediatelyCauses(transition);
  }

  @Override
  public double rate(int reward, int[] state, int first) {
    int group = reward / 2 / rule.causes();
    int cause = reward / 2 % rule.causes() + 1;
    int members = 0;
    for (int s = 0; s < groupOf.length && reward % 2 == 1; s++) {
      members += groupOf[s] == group && state[first + s] == cause ? 1 : 0;
    }
    return members;
  }

  @Override
  public Observer only(IntPredicate rewards) {
    return new OutageObserver(rule.only(rewards));
  }

  private final class Begins implements OutageRule.Events {
    private final Earnings earnings;

    Begins(Earnings earnings) {
      this.earnings = earnings;
    }

    @Override
    public void begins(int subject, int cause) {
      earnings.earn(OutageObserver.this.begins(groupOf[subject], cause), 1);
    }

    @Override
    public void goesOn(int subject, int cause) {}

    @Override
    public void ends(int subject, int cause) {}
  }
}
